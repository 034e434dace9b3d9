import type { RunningBoard } from '../support/running-board.ts'
import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import WebSocket from 'ws'
import { runningBoard, until } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

let board: RunningBoard
let ann: ReturnType<RunningBoard['person']>

beforeEach(async () => {
  board = await runningBoard()
  ann = board.person({ role: 'coordinator' })
})

const at = (more = '') => `/socket.io/?EIO=4&transport=polling${more}`
const open = async (headers: Record<string, string> = {}) => {
  const answer = await fetch(`${board.origin()}${at()}`, { headers })
  return (JSON.parse((await answer.text()).slice(1)) as { sid: string }).sid
}

it('[LP1] requests without a session are answered once, in any order, and the server goes on serving', async () => {
  const sid = await open()
  const post = (body: string) => fetch(`${board.origin()}${at(`&sid=${sid}`)}`, { method: 'POST', body })
  const asked = [
    fetch(`${board.origin()}${at(`&sid=${sid}`)}`),
    fetch(`${board.origin()}${at(`&sid=${sid}`)}`),
    post('40{}'),
    post('\u001E\u001E4[[['),
    ...['PUT', 'DELETE', 'HEAD', 'OPTIONS'].map(method => fetch(`${board.origin()}${at(`&sid=${sid}`)}`, { method })),
    fetch(`${board.origin()}${at('&sid=__proto__')}`),
    fetch(`${board.origin()}/socket.io/?EIO=4&transport=websocket&sid=${sid}`),
    fetch(`${board.origin()}/socket.io/`),
  ]
  const statuses = await Promise.all(asked.map(async one => (await one).status))
  expect(statuses.every(status => status >= 200 && status < 600)).toBe(true)
  expect(await (await fetch(`${board.origin()}/health`)).json()).toEqual({ ok: true })
  expect(board.bugs).toEqual([])
})

it('[LP2] another session cannot use the id of a connection for a poll, a message or an upgrade', async () => {
  const ben = board.person({ role: 'coordinator' })
  const sid = await open({ cookie: ann.cookie })
  const own = { cookie: ann.cookie, origin: board.origin() }
  for (const headers of [{ ...own, cookie: ben.cookie }, { origin: board.origin() }]) {
    expect((await fetch(`${board.origin()}${at(`&sid=${sid}`)}`, { headers })).status).toBe(400)
    expect((await fetch(`${board.origin()}${at(`&sid=${sid}`)}`, { method: 'POST', body: '40', headers })).status).toBe(400)
    const upgrade = new WebSocket(`${board.origin().replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket&sid=${sid}`, { headers })
    const refused = await new Promise<string>(done => upgrade.once('error', error => done(error.message)).once('open', () => done('open')))
    expect(refused).toContain('400')
  }
  expect((await fetch(`${board.origin()}${at(`&sid=${sid}`)}`, { method: 'POST', body: '40{"incident":"first"}', headers: own })).status).toBe(200)
  expect(await (await fetch(`${board.origin()}${at(`&sid=${sid}`)}`, { headers: own })).text()).toContain('40{')
})

it('[LP3] a page\'s own poll carries no Origin and is answered; another site\'s is refused', async () => {
  const poll = (headers: Record<string, string>) => fetch(`${board.origin()}${at()}`, { headers: { cookie: ann.cookie, ...headers } })
  expect((await poll({})).status).toBe(200)
  expect((await poll({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  expect((await poll({ 'sec-fetch-site': 'cross-site' })).status).toBe(400)
  expect((await poll({ origin: 'https://evil.example' })).status).toBe(400)
})

it('[LP3] [S1] a hundred polling clients get every frame and every answer', { timeout: 120_000 }, async () => {
  const crowd = Array.from({ length: 100 }, () => board.page(board.person({ role: 'coordinator' }), 'first', ['polling']))
  await Promise.all(crowd.map(async (page) => {
    page.link.start()
    await until(() => page.state() === 'live', 60_000)
  }))
  for (const [i, page] of crowd.entries()) page.do('announce', { announcement: `a${i}`, text: `words ${i}` })
  await until(() => crowd.every(page => page.vault.kept.size === 0 && page.replica.seq === board.authority.board.seq), 60_000)
  expect(board.authority.board.seq).toBeGreaterThanOrEqual(100)
  for (const page of crowd) expect([...page.replica.all('announcement')]).toHaveLength(100)
  expect(board.bugs).toEqual([])
})

it('[L1] a missing page or script is a 404 and no bug; existing ones are served', async () => {
  const pages = tempFolder()
  fs.mkdirSync(path.join(pages, 'assets'))
  fs.writeFileSync(path.join(pages, 'index.html'), 'home')
  fs.writeFileSync(path.join(pages, 'assets', 'main.js'), 'here')
  const served = await runningBoard({ pages })
  const get = async (where: string) => {
    const answer = await fetch(`${served.origin()}${where}`)
    return [answer.status, answer.headers.get('cache-control')?.includes('immutable') ?? false]
  }
  expect(await get('/assets/main.js')).toEqual([200, true])
  for (const gone of ['/assets/main-old.js', '/assets/', '/assets/%00', '/assets/..%2f..%2fetc', `/assets/${'x'.repeat(3000)}`]) expect((await get(gone))[0], gone).toBeLessThan(500)
  expect(await get('/assets/main-old.js')).toEqual([404, false])
  expect(await get(`/assets/${'x'.repeat(3000)}`)).toEqual([404, false])
  fs.rmSync(path.join(pages, 'index.html'))
  expect(await get('/desk')).toEqual([404, false])
  expect(served.bugs).toEqual([])
})

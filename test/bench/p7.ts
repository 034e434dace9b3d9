import type { Browser } from 'playwright-core'
import type { Role } from '../../shared/core/actor.ts'
import type { Slowness } from './processor.ts'
import type { Row } from './row.ts'
import path from 'node:path'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { loadCounty } from '../../server/counties.ts'
import { withBrowser } from './browser.ts'
import { slowness } from './processor.ts'
import { median, round } from './row.ts'
import { screenOf, shown } from './screens.ts'
import { sized } from './size.ts'
import { unplugged } from './unplugged.ts'
import { tempFolder } from './world.ts'

/** Chrome's "slow 4G": bits a second down and up, ms there and back. The tiny row is not slowed. */
const slow4g = sized(1, 0) ? { offline: false, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8, latency: 150 } : { offline: false, downloadThroughput: -1, uploadThroughput: -1, latency: 0 }
const rounds = sized(3, 1)
/** Who comes without a network, and whether on a phone. */
const away = ([['volunteer', true], ['coordinator', false], ['inspector', true]] as const).slice(-sized(3, 1))

/** Times in ms. `again`: a second visit until the board and the map of the last one are shown; `againLive`: until they are live. */
interface Visit { readonly script: number, readonly ms: number, readonly again: number, readonly againLive: number }

/** A first visit with an empty cache: script bytes as sent until the page can be used, and the time to that; then a second visit. */
async function visit(browser: Browser, port: number, cookie: string, phone: boolean, rate: number): Promise<Visit> {
  // The service worker starts once the board is live, and its fetches would bypass the throttling.
  const context = await browser.newContext({ serviceWorkers: 'block', ...screenOf(phone) })
  await context.addCookies([{ name: 'yixian', value: cookie, url: `http://127.0.0.1:${port}` }])
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  await tools.send('Network.enable')
  await tools.send('Network.emulateNetworkConditions', slow4g)
  await tools.send('Emulation.setCPUThrottlingRate', { rate })
  const scripts = new Set<string>()
  let script = 0
  tools.on('Network.responseReceived', ({ requestId, response }) => void (response.mimeType.includes('javascript') && scripts.add(requestId)))
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => void (scripts.has(requestId) && (script += encodedDataLength)))
  const come = async () => {
    const began = performance.now()
    await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'commit' })
    await shown(page, phone)
    const ms = performance.now() - began
    await page.locator('[data-link="live"]').first().waitFor()
    return { ms, live: performance.now() - began }
  }
  const first = await come()
  const sent = script
  await page.waitForLoadState('networkidle')
  const second = await come()
  await context.close()
  return { script: sent, ms: first.live, again: second.ms, againLive: second.live }
}

/** First load: bytes sent, and time until the board is live, on slow 4G with a slow processor. */
export async function p7(): Promise<Row[]> {
  const config = readConfig({ PORT: '0', DATA_DIR: tempFolder(), START_WITH: 'drill' })
  const board = await startBoard({ config, folder: await loadCounty('lianjiang'), pages: path.resolve('dist/client') })
  const cookie = (role: Role) => {
    const person = board.accounts.list().find(one => one.role === role)
    if (!person) throw new Error(`nobody is a ${role}`)
    return board.accounts.signIn(board.accounts.invite(person.id, 1), 1)
  }
  const row = async (browser: Browser, { rate, what }: Slowness, role: Role, phone: boolean, limit: number, seconds: number): Promise<Row[]> => {
    const visits: Visit[] = []
    for (let i = 0; i < rounds; i++) visits.push(await visit(browser, board.port, cookie(role), phone, rate))
    const kb = median(visits.map(one => one.script)) / 1000
    const ms = median(visits.map(one => one.ms))
    const again = median(visits.map(one => one.again))
    return [
      { row: `P7 ${role} script`, goal: `≤ ${limit} kB`, figure: round(kb), opponent: null, ratio: null, ok: kb <= limit, unit: 'kB as sent, until live' },
      { row: `P7 ${role} usable`, goal: `≤ ${seconds} s on slow 4G, slow processor`, figure: round(ms), opponent: null, ratio: null, ok: ms <= seconds * 1000, unit: 'ms', details: `${phone ? 'phone' : 'desk'}, median of ${rounds}, with the drill; ${what}` },
      { row: `P7 ${role} second visit`, goal: '≤ 1 s, the same', figure: round(again), opponent: null, ratio: null, ok: again <= 1000, unit: 'ms until board and map are shown', details: `live after ${round(median(visits.map(one => one.againLive)))} ms; without its service worker, which the slowness asked for does not reach` },
    ]
  }
  const without = async (browser: Browser, { rate, what }: Slowness, role: Role, phone: boolean): Promise<Row> => {
    const times: number[] = []
    for (let i = 0; i < rounds; i++) times.push(await unplugged(browser, board.port, cookie(role), phone, rate))
    const ms = median(times)
    return { row: `P7 ${role} without a network`, goal: '≤ 1 s, slow processor', figure: round(ms), opponent: null, ratio: null, ok: ms <= 1000, unit: `ms until ${phone ? 'the screen is' : 'board and map are'} shown`, details: `${phone ? 'phone' : 'desk'}, the app installed and everything from the device; ${what}` }
  }
  try {
    return await withBrowser(async (browser) => {
      const slow = await slowness(browser)
      const rows = [...await row(browser, slow, 'volunteer', true, 110, 2.5), ...await row(browser, slow, 'coordinator', false, 250, 3.5)]
      for (const [role, phone] of away) rows.push(await without(browser, slow, role, phone))
      return rows
    })
  } finally {
    await board.close()
  }
}

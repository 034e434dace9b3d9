import type { Changes } from '../../server/api/changes.ts'
import { expect, it } from 'vitest'
import { deepText } from '../support/nasty.ts'
import { runningBoard } from '../support/running-board.ts'
import { system } from '../support/token.ts'

interface Page { readonly epoch: string, readonly seq: number, readonly records: readonly { readonly id: string, readonly title: string }[], readonly next: string | null }
const issue = (id: string, township = 'north', title = id) => ({ issue: id, title, aspect: 'safety', severity: 'day', township, lng: 110, lat: 21 })
const all = ['reportIssue', 'editIssue', 'planInspection'] as const

async function office(settings = {}) {
  const board = await runningBoard(settings)
  const admin = board.person({ role: 'admin' })
  const desk = await system(board, admin, { commands: [...all] })
  const page = async (query = '', by = desk) => await by.json<Page>(`/incidents/first/records/issue${query}`)
  const changes = async (query: string, by = desk) => await by.json<Changes>(`/incidents/first/changes?${query}`)
  return { board, admin, desk, page, changes }
}

it('[F93] [AP5] records come page by page in the order of their ids, each once, also while others are added', async () => {
  const { desk, page } = await office()
  for (const id of ['e', 'b', 'd', 'a', 'c']) expect((await desk.give('reportIssue', `n-${id}`, issue(id))).status).toBe(201)
  const seen: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const one: Page = await page(`?size=2${after && `&after=${after}`}`)
    expect(one.records.length).toBeLessThanOrEqual(2)
    seen.push(...one.records.map(({ id }) => id))
    if (seen.length === 2) await desk.give('reportIssue', 'n-f', issue('f'))
    after = one.next
  }
  expect(seen).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})

it('[F93] [AP5] records are narrowed by township and by what changed after a seq', async () => {
  const { board, desk, page } = await office()
  for (const [id, township] of [['a', 'north'], ['b', 'south'], ['c', 'north']]) await desk.give('reportIssue', `n-${id}`, issue(id!, township))
  expect((await page('?township=north')).records.map(({ id }) => id)).toEqual(['a', 'c'])
  const { seq } = await page()
  expect((await page(`?since=${seq}`)).records).toEqual([])
  await desk.give('editIssue', 'e-c', { issue: 'c', set: { title: 'new' }, base: { title: 'c' } })
  expect((await page(`?since=${seq}`)).records).toMatchObject([{ id: 'c', title: 'new' }])
  expect((await page(`?since=${seq}&township=south`)).records).toEqual([])
  for (const wrong of ['?since=x', '?size=0', '?size=501', '?size=-1', '?after=a/b', '?township=', '?other=1', '?since=9999999999999']) {
    expect([wrong, (await desk.fetch(`/incidents/first/records/issue${wrong}`)).status]).toEqual([wrong, 400])
  }
  expect([(await desk.fetch('/incidents/first/records/zone?township=north')).status, (await desk.fetch('/incidents/first/records/constructor')).status, (await desk.fetch('/incidents/first/records/postKey')).status, (await desk.fetch('/incidents/other/records/issue')).status]).toEqual([400, 400, 403, 404])
  expect(board.bugs).toEqual([])
})

it('[F93] [AP5] one record and its timeline are read as the token sees them, and an unchanged board is answered with 304', async () => {
  const { board, admin, desk } = await office()
  await desk.give('reportIssue', 'n-a', issue('a', 'south', 'first'))
  await desk.give('editIssue', 'e-a', { issue: 'a', set: { title: 'second' }, base: { title: 'first' } })
  expect(await desk.json('/incidents/first/records/issue/a')).toMatchObject({ seq: board.authority.board.seq, record: { id: 'a', title: 'second' } })
  expect(await desk.json('/incidents/first/records/issue/a/history')).toMatchObject([{ name: 'editIssue', actor: desk.id }, { name: 'reportIssue', actor: desk.id }])
  const north = await system(board, admin, { role: 'officer', townships: ['north'] })
  expect([(await north.fetch('/incidents/first/records/issue/a')).status, (await north.fetch('/incidents/first/records/issue/a/history')).status, (await north.json<Page>('/incidents/first/records/issue')).records]).toEqual([404, 404, []])
  const tag = (await desk.fetch('/incidents/first/records/issue')).headers.get('etag') ?? ''
  const again = async (by = desk) => (await by.fetch('/incidents/first/records/issue', { headers: { 'if-none-match': tag } })).status
  expect([await again(), await again(north)]).toEqual([304, 200])
  await desk.give('reportIssue', 'n-b', issue('b'))
  expect(await again()).toBe(200)
})

it('[F93] [AP6] a command sent again under its id is done once and gets the same answer; another one under that id, or by another token, is forbidden', async () => {
  const { board, admin, desk, page } = await office()
  const once = await desk.give('reportIssue', 'same', issue('a'))
  expect(once).toMatchObject({ status: 201, body: { ok: true, id: 'same', seq: board.authority.board.seq } })
  expect(await desk.give('reportIssue', 'same', issue('a'))).toEqual(once)
  expect(await Promise.all([desk.give('reportIssue', 'two', issue('b')), desk.give('reportIssue', 'two', issue('b'))]).then(([one, two]) => [one.body.seq === two.body.seq, one.status])).toEqual([true, 201])
  expect((await page()).records).toHaveLength(2)
  const other = await system(board, admin, { name: 'other', commands: [...all] })
  expect([await desk.give('reportIssue', 'same', issue('c')), await other.give('reportIssue', 'same', issue('a'))]).toMatchObject([{ status: 403 }, { status: 403 }])
})

it('[F93] [AP6] refusals are the codes of the board: by a rule, by the schema, by the size, and by the shape of the message', async () => {
  const { board, desk } = await office()
  await desk.give('reportIssue', 'n', issue('a'))
  expect(await desk.give('reportIssue', 'n2', issue('a'))).toMatchObject({ status: 409, body: { ok: false, code: 'exists' } })
  expect(await desk.give('reportIssue', 'n3', { ...issue('b'), other: 1 })).toMatchObject({ status: 400, body: { code: 'invalid', detail: expect.stringContaining('other') } })
  const raw = async (body: string, type = 'application/json') => (await desk.fetch('/incidents/first/commands/reportIssue', { method: 'POST', headers: { 'content-type': type }, body })).status
  expect([
    await raw('{'),
    await raw('[1]'),
    await raw('{"id":"a b","args":{}}'),
    await raw('{"id":"x","args":[]}'),
    await raw(`{"id":"x","args":${deepText(30_000)}}`),
    await raw(`{"id":"x","args":{"title":"${'x'.repeat(70_000)}"}}`),
    await raw('{"id":"x","args":{"__proto__":{}}}'),
    await raw('id=x', 'application/x-www-form-urlencoded'),
  ]).toEqual([400, 400, 400, 400, 413, 413, 400, 400])
  expect(board.authority.board.get('issue', 'b')).toBeUndefined()
  expect(board.bugs).toEqual([])
})

it('[F93] [AP7] a system follows the changes: what came while it was away, then each as it comes, and nothing twice', async () => {
  const { board, desk, changes } = await office()
  await desk.give('reportIssue', 'n-a', issue('a'))
  const first = await changes('after=0')
  expect(first).toMatchObject({ from: 0, to: board.authority.board.seq, end: board.authority.board.seq })
  expect(first.commits.at(-1)).toMatchObject({ id: 'n-a', name: 'reportIssue', changes: expect.arrayContaining([expect.objectContaining({ kind: 'issue', id: 'a' })]) })
  const waits = changes(`after=${first.to}&epoch=${first.epoch}&wait=25`)
  await desk.give('reportIssue', 'n-b', issue('b'))
  const next = await waits
  expect(next.commits.map(({ id }) => id)).toEqual(['n-b'])
  expect((await changes(`after=${next.to}`)).commits).toEqual([])
  for (const [wrong, status] of [['', 400], ['after=-1', 400], ['after=0&wait=26', 400], ['after=999', 409], [`after=0&epoch=other`, 409]] as const) {
    expect([wrong, (await desk.fetch(`/incidents/first/changes?${wrong}`)).status]).toEqual([wrong, status])
  }
})

it('[F93] [AP7] a change that the token does not see wakes it for nothing: it goes on waiting, and then has the seq of it', async () => {
  const { board, admin, desk, changes } = await office()
  const north = await system(board, admin, { role: 'officer', townships: ['north'] })
  const { to } = await changes('after=0', north)
  const waits = changes(`after=${to}&wait=25`, north)
  await desk.give('reportIssue', 'n-s', issue('s', 'south'))
  await desk.give('reportIssue', 'n-n', issue('n', 'north'))
  const found = await waits
  expect(found.from).toBe(to)
  expect(JSON.stringify(found)).not.toContain('n-s')
  expect(found.commits.map(({ id }) => id)).toEqual(['n-n'])
})

it('[F93] [AP7] of one token at most four answers wait at a time', async () => {
  const { board, desk } = await office()
  const path = `/incidents/first/changes?after=${board.authority.board.seq}&wait=25`
  const waits = Array.from({ length: 5 }, () => desk.fetch(path))
  const full = await Promise.race(waits)
  expect([full.status, await full.json()]).toMatchObject([429, { code: 'slow_down' }])
  await board.authority.submit({ id: 'x', name: 'reportIssue', args: issue('a') }, board.person({ role: 'coordinator' }).actor)
  expect((await Promise.all(waits)).map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 429])

  // Who hangs up gives the place back.
  const gone = new AbortController()
  const later = `/incidents/first/changes?after=${board.authority.board.seq}&wait=25`
  const hanging = Array.from({ length: 4 }, () => desk.fetch(later, { signal: gone.signal }).catch(() => null))
  await expect.poll(async () => (await desk.fetch(later, { signal: AbortSignal.timeout(200) }).catch(() => null))?.status).toBe(429)
  gone.abort()
  await Promise.all(hanging)
  await expect.poll(async () => (await desk.fetch(later, { signal: AbortSignal.timeout(200) }).catch(() => null))?.status ?? 'waits').toBe('waits')
})

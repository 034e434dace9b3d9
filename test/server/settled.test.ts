import type { Replica } from '../../client/sync/replica.ts'
import type { Kind, Records } from '../../shared/records.ts'
import type { RunningBoard } from '../support/running-board.ts'
import { expect, it } from 'vitest'
import { ownParts } from '../../shared/own-parts.ts'
import { hour, make, noon } from '../support/given.ts'
import { runningBoard, until } from '../support/running-board.ts'
import { take } from '../support/taken.ts'

const day = 24 * hour
const old = noon - 10 * day
const to = { role: null, unit: null, township: null, person: null, place: null, grid: null }

/** Writes as another process on the same store would. */
async function write(board: RunningBoard, records: readonly (readonly [Kind, Records[Kind]])[]): Promise<void> {
  const { authority } = board
  const seq = authority.board.seq
  const commits = records.map(([kind, value], i) => ({ seq: seq + i + 1, id: `w${seq + i}`, name: 'startInspection', args: {}, actor: 'x', at: noon, changes: [{ kind, id: value.id, value }] }))
  expect(await board.incidents.find('first')?.store.append(commits)).toBe(true)
  await authority.catchUp()
}

const system = { id: 'system', role: 'system' } as const
let turn = 0
const clear = async (board: RunningBoard, before = noon - 4 * day) =>
  expect(await board.authority.submit({ id: `clear-${turn++}`, name: 'clearBoards', args: { before: { inspection: before, delivery: before, notice: before } } }, system)).toMatchObject({ ok: true })

const inspection = (id: string, more: Partial<Records['inspection']> = {}) => ['inspection', make('inspection', { id, state: 'done', finishedAt: old, township: 'north', unannounced: false, ...more })] as const
const ids = (replica: Replica, kind: Kind = 'inspection') => [...replica.all(kind)].map(one => one.id).sort()

it('[SE3] a settled record leaves open boards, new boards and boards that come back, and all of them are equal', async () => {
  const board = await runningBoard({ now: () => noon })
  const coordinator = board.person({ role: 'coordinator' })
  const ben = board.person({ role: 'volunteer', township: 'north', approved: true })
  await write(board, [inspection('old'), inspection('young', { finishedAt: noon - day }), inspection('open', { state: 'onSite', finishedAt: null }), ['notice', make('notice', { id: 'told', at: old, to: { ...to, person: ben.actor.id }, readBy: [ben.actor.id] })]])
  const [open, away, volunteer] = [board.page(coordinator), board.page(coordinator), board.page(ben)]
  for (const page of [open, away, volunteer]) await page.live()
  expect([ids(open.replica), ids(volunteer.replica, 'notice')]).toEqual([['old', 'open', 'young'], ['told']])
  away.socket.disconnect()

  await clear(board)
  await until(() => ids(open.replica).length === 2 && ids(volunteer.replica, 'notice').length === 0)
  const fresh = board.page(coordinator)
  const again = board.page(ben)
  for (const page of [fresh, away, again]) await page.live()
  await until(() => away.replica.seq === open.replica.seq)
  for (const page of [open, fresh, away]) expect(ids(page.replica)).toEqual(['open', 'young'])
  expect(ownParts(board.authority.board, ben.actor)).toEqual([])
  expect([ids(again.replica, 'notice'), again.replica.snapshot().own]).toEqual([[], []])
  expect(take(board.authority, 'staff').records.inspection?.map(({ id }) => id).sort()).toEqual(['open', 'young'])
  // The server keeps it.
  expect(board.authority.board.get('inspection', 'old')).toMatchObject({ state: 'done' })
})

it('[SE4] settled records are read in pages: newest first, each once, by township, days and text; opening one puts it on that board with its timeline', async () => {
  const board = await runningBoard({ now: () => noon })
  const coordinator = board.person({ role: 'coordinator' })
  await write(board, [
    ...Array.from({ length: 230 }, (_, i) => inspection(`i${String(i * 7 % 230).padStart(3, '0')}`, { finishedAt: old - Math.floor(i * 7 % 230 / 3) * hour, township: i % 2 ? 'north' : 'south', title: `visit ${i * 7 % 230}` })),
    inspection('young', { finishedAt: noon - day }),
  ])
  const ask = async (query: string) => await (await coordinator.fetch(`/api/i/first/settled?kind=inspection${query}`)).json() as { rows: Records['inspection'][], next: string | null }
  expect(await ask('')).toEqual({ rows: [], next: null })
  await clear(board)
  const all: string[] = []
  let next: string | null = null
  let pages = 0
  do {
    const answer = await ask(next ? `&after=${encodeURIComponent(next)}` : '')
    all.push(...answer.rows.map(({ id }) => id))
    expect(answer.rows.length).toBeLessThanOrEqual(50)
    next = answer.next
    pages++
  } while (next)
  expect([all.length, new Set(all).size, pages]).toEqual([230, 230, 5])
  expect(all).toEqual(Array.from({ length: 230 }, (_, i) => `i${String(i).padStart(3, '0')}`))
  expect((await ask('&text=VISIT%2022')).rows.map(({ title }) => title)).toEqual(['visit 22', ...Array.from({ length: 10 }, (_, i) => `visit ${220 + i}`)])
  expect((await ask('&township=south')).rows.every(({ township }) => township === 'south')).toBe(true)
  expect((await ask(`&from=${old - hour}&to=${old}`)).rows.map(({ id }) => id)).toEqual(['i000', 'i001', 'i002'])
  for (const bad of ['&from=x', '&after=x', '&other=1', `&text=${'x'.repeat(81)}`]) expect(await ask(bad)).toMatchObject({ ok: false, code: 'invalid' })
  expect(await (await coordinator.fetch('/api/i/first/settled?kind=place')).json()).toMatchObject({ code: 'invalid' })

  const page = board.page(coordinator)
  await page.live()
  const { seq, record } = await (await coordinator.fetch('/api/i/first/record/inspection/i004')).json() as { seq: number, record: Records['inspection'] }
  expect(page.replica.open('inspection', record, seq - 1)).toBe(false)
  expect(ids(page.replica)).toEqual(['young'])
  expect(page.replica.open('inspection', record, seq)).toBe(true)
  expect(ids(page.replica)).toEqual(['i004', 'young'])
  // Another clearing does not remove it from boards that have it open.
  await clear(board, noon - 3 * day)
  await until(() => page.replica.seq === board.authority.board.seq)
  expect(ids(page.replica)).toEqual(['i004', 'young'])
  expect((await coordinator.fetch('/api/i/first/history/inspection/i004')).status).toBe(200)
})

it('[SE3] an act that makes a record unsettled brings it back to every board', async () => {
  const board = await runningBoard({ now: () => noon })
  const coordinator = board.person({ role: 'coordinator' })
  await write(board, [inspection('old')])
  await clear(board)
  const page = board.page(coordinator)
  await page.live()
  expect(ids(page.replica)).toEqual([])
  await write(board, [inspection('old', { state: 'onSite', finishedAt: null })])
  await until(() => ids(page.replica).length === 1)
})

it('[SE7] the pages are narrowed to one shelf, and to one shortage', async () => {
  const board = await runningBoard({ now: () => noon })
  const coordinator = board.person({ role: 'coordinator' })
  await write(board, [
    ...['p1', 'p3'].flatMap(place => ['glove', 'mask'].map(supply => ['move', make('move', { id: `${place}-${supply}`, place, supply, at: old })] as const)),
    ...['n1', 'n2'].flatMap(shortage => [
      ['pledge', make('pledge', { id: `g-${shortage}`, shortage, state: 'received', settledAt: old })] as const,
      ['delivery', make('delivery', { id: `d-${shortage}`, shortage, state: 'cancelled', cancelledAt: old })] as const,
    ]),
  ])
  expect(await board.authority.submit({ id: 'clear', name: 'clearBoards', args: { before: { move: noon, pledge: noon, delivery: noon } } }, system)).toMatchObject({ ok: true })
  const ask = async (query: string) => (await (await coordinator.fetch(`/api/i/first/settled?${query}`)).json() as { rows: { id: string }[] }).rows.map(({ id }) => id)
  expect(await ask('kind=move&place=p1&supply=mask')).toEqual(['p1-mask'])
  expect(await ask('kind=move&place=p3')).toHaveLength(2)
  expect(await ask('kind=pledge&shortage=n2')).toEqual(['g-n2'])
  expect(await ask('kind=delivery&shortage=n1')).toEqual(['d-n1'])
})

it('[SE4] closed issues are narrowed as the lists are: by unit or none, aspect, severity, place and lateness, and found by number', async () => {
  const board = await runningBoard({ now: () => noon })
  const coordinator = board.person({ role: 'coordinator' })
  const closed = { state: 'closed', since: old, fixedAt: old, deadline: old + hour, foundAt: old - hour, aspect: 'safety', severity: 'day', unit: 'health', place: null } as const
  await write(board, ([
    { id: 'plain', no: 41 },
    { id: 'nobody', no: 42, unit: null },
    { id: 'aspect', no: 43, aspect: 'supplies' },
    { id: 'severity', no: 44, severity: 'immediate' },
    { id: 'place', no: 45, place: 'p1' },
    { id: 'late', no: 46, deadline: old - 1 },
  ] as const).map(one => ['issue', make('issue', { ...closed, ...one })] as const))
  expect(await board.authority.submit({ id: 'clear', name: 'clearBoards', args: { before: { issue: noon } } }, system)).toMatchObject({ ok: true })
  const ask = async (query: string) => (await (await coordinator.fetch(`/api/i/first/settled?kind=issue&${query}`)).json() as { rows: { id: string }[] }).rows.map(({ id }) => id)
  for (const [query, id] of [['unit=none', 'nobody'], ['aspect=supplies', 'aspect'], ['severity=immediate', 'severity'], ['place=p1', 'place'], ['late=ever', 'late'], ['text=%2345', 'place'], ['text=41', 'plain']] as const) expect(await ask(query), query).toEqual([id])
  expect(await ask('unit=health&aspect=safety&severity=day')).toEqual(['late', 'place', 'plain'])
})

it('[SE4] [SE7] letters are found by what they list and by its township, and the slips of an issue by the issue', async () => {
  const board = await runningBoard({ now: () => noon })
  const coordinator = board.person({ role: 'coordinator' })
  const item = make('letter', {}).items[0] as Records['letter']['items'][0]
  await write(board, [
    ['letter', make('letter', { id: 'north', dueAt: old, items: [{ ...item, title: 'no gloves' }] })],
    ['letter', make('letter', { id: 'south', no: 7, dueAt: old, items: [{ ...item, title: 'no masks', township: 'south' }] })],
    ['letter', make('letter', { id: 'young', dueAt: noon })],
    ['slip', make('slip', { id: 'both', issues: ['i1', 'i2'], units: ['civil', 'health'], at: old })],
    ['slip', make('slip', { id: 'other', issues: ['i3'], units: ['health'], at: old - 1 })],
    ['correction', make('correction', { id: 'c1', issue: 'i1', was: 'glove', at: old })],
    ['zone', make('zone', { id: 'z1', liftedAt: old })],
  ])
  const before = { letter: noon - day, slip: noon - day, correction: noon - day, zone: noon - day }
  expect(await board.authority.submit({ id: 'clear', name: 'clearBoards', args: { before } }, system)).toMatchObject({ ok: true })
  const ask = async (query: string) => (await (await coordinator.fetch(`/api/i/first/settled?${query}`)).json() as { rows: { id: string }[] }).rows.map(({ id }) => id)
  for (const [query, found] of [
    ['kind=letter', ['south', 'north']],
    ['kind=letter&text=gloves', ['north']],
    ['kind=letter&text=7', ['south']],
    ['kind=letter&township=south', ['south']],
    ['kind=slip&issue=i2', ['both']],
    ['kind=slip&unit=health', ['both', 'other']],
    ['kind=slip&unit=civil', ['both']],
    ['kind=correction&issue=i1', ['c1']],
    ['kind=zone', ['z1']],
  ] as const) expect((await ask(query)).sort(), query).toEqual([...found].sort())
  const page = board.page(coordinator)
  await page.live()
  expect([ids(page.replica, 'letter'), ids(page.replica, 'slip'), ids(page.replica, 'correction'), ids(page.replica, 'zone')]).toEqual([['young'], [], [], []])
})

import type { ShownMap, ShownNews } from '../../shared/core/following.ts'
import type { Following, Refusal } from '../../shared/core/protocol.ts'
import type { RunningBoard } from '../support/running-board.ts'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { following } from '../../server/line/following.ts'
import { nasty } from '../support/nasty.ts'
import { rawLine } from '../support/raw-line.ts'
import { ask, runningBoard, until } from '../support/running-board.ts'

const map: ShownMap = { at: [11_028_000, 2_160_000, 48], cursor: null, size: [800, 600], layers: ['issues'], measure: 'open', open: null }

/** A page of a person: what it was shown, and the counts it was told as leader. */
async function page(board: RunningBoard, given: Parameters<RunningBoard['person']>[0]) {
  const shown: (ShownNews | null)[] = []
  const counts: (number | null)[] = []
  const here = new Map<string, boolean>()
  const socket = await board.line(board.person(given).cookie, {}, (event, body) => {
    if (event === 'shown') shown.push(body as ShownNews)
    if (event === 'presence') (body as { here: { page: string, leading?: true }[] }).here.forEach(one => here.set(one.page, one.leading ?? false))
  })
  socket.on('followed', (n: number | null, ack: () => void) => {
    counts.push(n)
    ack()
  })
  return { socket, shown, counts, here, lead: async (all: ShownMap | null) => await ask(socket, 'lead', all) as { ok: boolean, code?: string }, follow: async (on = true) => await ask(socket, 'follow', on) as unknown as Following | Refusal }
}

it('[F81] [FO1] headquarters lead, everybody who learns who is here is offered it and follows, and nobody else', async () => {
  const board = await runningBoard()
  const ann = await page(board, { role: 'coordinator' })
  const ina = await page(board, { role: 'inspector' })
  expect(await ina.follow()).toMatchObject({ code: 'not_found' })
  for (const given of [{ role: 'inspector' }, { role: 'overseer' }, { role: 'officer', township: 'north' }, { role: 'volunteer', approved: true }, { role: 'viewer' }] as const) expect(await (await page(board, given)).lead(map), given.role).toMatchObject({ code: 'forbidden' })
  expect(await ann.lead(map)).toEqual({ ok: true })
  await until(() => ina.here.get(ann.socket.id ?? ''))
  expect(await ina.follow()).toEqual({ ok: true, shown: map })
  for (const given of [{ role: 'volunteer', approved: true }, { role: 'volunteer', approved: false }, { role: 'contact', place: 'p' }, { role: 'gridWorker', grid: 'g' }] as const) expect(await (await page(board, given)).follow(), given.role).toMatchObject({ code: 'forbidden' })
  await until(() => ann.counts.at(-1) === 1)
  ann.socket.emit('show', { at: [11_028_500, 2_160_100, 50], cursor: [11_028_000, 2_160_000] })
  await until(() => ina.shown.length)
  expect(ina.shown.at(-1)).toEqual({ at: [11_028_500, 2_160_100, 50], cursor: [11_028_000, 2_160_000] })
  // It is in no log and on no board.
  expect(board.authority.board.seq).toBe(board.authority.since(0)?.length)
  await ina.follow(false)
  await until(() => ann.counts.at(-1) === 0)
  expect(board.bugs).toEqual([])
})

it('[F81] [FO4] a followed map that ends while nobody follows is told to nobody', async () => {
  const board = await runningBoard()
  const [ann, ina] = [await page(board, { role: 'coordinator' }), await page(board, { role: 'inspector' })]
  await ann.lead(map)
  await until(() => ina.here.get(ann.socket.id ?? ''))
  await ann.lead(null)
  await until(() => ina.here.get(ann.socket.id ?? '') === false)
  expect(ina.shown).toEqual([])
})

it('[F81] [FO2] a follower is shown an open record only if they may see it, and is not told that another was opened', async () => {
  const board = await runningBoard()
  const ann = await page(board, { role: 'coordinator' })
  const [north, south, ina] = [await page(board, { role: 'officer', township: 'north' }), await page(board, { role: 'officer', township: 'south' }), await page(board, { role: 'inspector' })]
  await board.authority.submit({ id: 'c1', name: 'reportIssue', args: { issue: 'secret', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1 } }, board.person({ role: 'inspector' }).actor)
  await ann.lead(map)
  for (const one of [north, south, ina]) await one.follow()
  ann.socket.emit('show', { open: 'issue/secret' })
  await until(() => north.shown.some(one => one?.open === 'issue/secret') && ina.shown.some(one => one?.open === 'issue/secret'))
  ann.socket.emit('show', { open: null })
  ann.socket.emit('show', { cursor: [1, 2] })
  await until(() => south.shown.some(one => one?.cursor))
  expect(JSON.stringify(south.shown)).not.toMatch(/secret|open":"/)
  expect(south.shown.filter(one => one && 'open' in one && !('at' in one))).toEqual([])
  ann.socket.emit('show', { open: 'issue/secret' })
  await until(() => north.shown.at(-1)?.open)
  const late = await page(board, { role: 'officer', township: 'south' })
  expect(await late.follow()).toMatchObject({ ok: true, shown: { open: null } })
})

it('[F81] [FO3] another of headquarters takes over with all who follow; the former leader shows nothing more; it ends by a press and by closing', async () => {
  const board = await runningBoard()
  const [ann, bob, ina] = [await page(board, { role: 'coordinator' }), await page(board, { role: 'admin' }), await page(board, { role: 'inspector' })]
  await ann.lead(map)
  await ina.follow()
  await until(() => ann.counts.at(-1) === 1)
  await bob.lead({ ...map, measure: 'gaps' })
  await until(() => ann.counts.at(-1) === null && ina.shown.some(one => one?.measure === 'gaps'))
  ann.socket.emit('show', { measure: 'overdue' })
  await ann.lead(null)
  bob.socket.emit('show', { cursor: [3, 4] })
  await until(() => ina.shown.some(one => one?.cursor))
  expect(JSON.stringify(ina.shown)).not.toContain('overdue')
  await until(() => ina.here.get(bob.socket.id ?? '') && !ina.here.get(ann.socket.id ?? ''))
  await bob.lead(null)
  await until(() => ina.shown.at(-1) === null)
  expect(await ina.follow()).toMatchObject({ code: 'not_found' })
  await bob.lead(map)
  await ina.follow()
  const count = ina.shown.length
  bob.socket.disconnect()
  await until(() => ina.shown.length > count && ina.shown.at(-1) === null)
  expect(board.bugs).toEqual([])
})

it('[F81] [FO4] [L1] malformed messages are refused and change nothing for those who follow', async () => {
  const board = await runningBoard({ pace: { commands: 5000, seconds: 1 } })
  const [ann, ina] = [await page(board, { role: 'coordinator' }), await page(board, { role: 'inspector' })]
  await ann.lead(map)
  await ina.follow()
  const wrong = [{ ...map, at: [0.5, 1, 1] }, { ...map, at: [1, 1] }, { ...map, cursor: [1e9, 1] }, { ...map, layers: Array.from({ length: 41 }, () => 'x') }, { ...map, layers: ['x'.repeat(61)] }, { ...map, open: '<img>' }, { ...map, size: [0, 1] }, { ...map, more: 1 }]
  for (const body of wrong) {
    expect(await ann.lead(body as never), JSON.stringify(body)).toMatchObject({ code: 'invalid' })
    ann.socket.emit('show', body)
  }
  for (const [, body] of nasty) {
    ann.socket.emit('show', body)
    ann.socket.emit('follow', body)
    if (JSON.stringify([body]) !== '[null]') expect((await ann.lead(body as never)).ok).toBe(false)
  }
  ann.socket.emit('show', { cursor: [5, 6] })
  await until(() => ina.shown.some(one => one?.cursor?.[0] === 5))
  expect(ina.shown.every(one => Object.keys(one ?? {}).every(key => Object.hasOwn(map, key)))).toBe(true)
  expect(board.bugs).toEqual([])
})

it('[F81] [FO4] ten people follow over one bar of signal: a lively pointer over a moving map costs each at most 400 bytes a second', async () => {
  const board = await runningBoard({ pace: { commands: 5000, seconds: 1 } })
  const ann = await page(board, { role: 'coordinator' })
  await ann.lead(map)
  const lines = await Promise.all(Array.from({ length: 10 }, async () => await rawLine(board.port(), board.person({ role: 'inspector' }).cookie)))
  for (const line of lines) line.ask('follow', true)
  await until(() => ann.counts.at(-1) === 10)
  // Everybody has been told who is here.
  await until(() => lines.every(line => line.said('presence')))
  const before = lines.map(line => ({ bytes: line.bytes(), news: line.said('shown') }))
  let step = 0
  const moving = setInterval(() => ann.socket.emit('show', { at: [11_028_000 + step * 37, 2_160_000 - step * 29, 48], cursor: [11_028_000 + step * 71, 2_160_000 + step++ * 53] }), 20)
  onTestFinished(() => clearInterval(moving))
  const took = await until(() => lines.every((line, i) => line.said('shown') >= before[i]!.news + 12))
  clearInterval(moving)
  const each = lines.map((line, i) => (line.bytes() - before[i]!.bytes) / (line.said('shown') - before[i]!.news))
  // Four messages a second, as the pace below shows.
  const aSecond = Math.round(Math.max(...each) * 4)
  console.log(`following: ${aSecond} bytes a second at each of ten followers (${Math.round(Math.max(...each))} a message, ${step} moves sent in ${Math.round(took)} ms)`)
  expect(aSecond).toBeLessThanOrEqual(400)
  for (const line of lines) line.end()
})

describe('the pace of following', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  function held(answers: () => Promise<boolean> = async () => true) {
    const told: (ShownNews | null)[] = []
    const leaders: (string | null)[] = []
    const one = following({ knows: () => true, tell: (_, news) => void told.push(news), count: answers, onLeader: page => void leaders.push(page), onBug: error => expect(error).toBeUndefined() })
    onTestFinished(() => one.stop())
    one.lead('leader', map)
    one.follow('page', { person: 'ina', audience: 'staff' })
    return { told, leaders, one }
  }

  it('[F81] [FO4] however often the leader sends, followers are told at most four times a second, and of the last state', async () => {
    const { told, one } = held()
    await vi.advanceTimersByTimeAsync(300)
    const before = told.length
    for (let i = 0; i < 1000; i++) {
      one.show('leader', { cursor: [i, i] })
      await vi.advanceTimersByTimeAsync(2)
    }
    await vi.advanceTimersByTimeAsync(250)
    expect(told.length - before).toBeLessThanOrEqual(9)
    expect(told.at(-1)).toEqual({ cursor: [999, 999] })
    one.show('stranger', { cursor: [1, 1] })
    await vi.advanceTimersByTimeAsync(300)
    expect(told.at(-1)).toEqual({ cursor: [999, 999] })
  })

  it('[F81] [FO3] a leader whose line is lost leads no longer within ten seconds', async () => {
    let lost = false
    const { told, leaders } = held(async () => lost ? await new Promise(done => setTimeout(done, 5000, false)) : true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(leaders).toEqual(['leader'])
    lost = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect([leaders.at(-1), told.at(-1)]).toEqual([null, null])
  })
})

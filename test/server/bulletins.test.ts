import type { Commit } from '../../shared/core/protocol.ts'
import type { IssueState } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { replay } from '../../server/board/past.ts'
import { scheduler } from '../../server/board/scheduler.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { Envelope, parseOutside } from '../../server/core/guard.ts'
import { sampleOf } from '../../shared/bulletins/sampling.ts'
import { summary } from '../../shared/bulletins/summary.ts'
import { Board } from '../../shared/core/board.ts'
import { spanOf } from '../../shared/core/cut-off.ts'
import { steps } from '../../shared/issues/steps.ts'
import { facts, hour, noon, who } from '../support/given.ts'
import { chance } from '../support/random.ts'

/** An incident, a clock set by hand, and a person who acts at random. */
async function desk(seed = 1) {
  const clock = { now: noon }
  const store = memoryStore()
  const now = () => clock.now
  const open = () => Authority.open(store, { facts, now })
  const authority = await open()
  const random = chance(seed)
  let n = 0
  const act = (name: string, args: object, actor = who.admin) => authority.submit({ id: `c${++n}`, name, args }, actor)
  await act('openIncident', { code: '1', name: 'x', phase: 'emergency', drill: true, startedAt: noon })
  const report = () => act('reportIssue', { issue: `i${n}`, title: 'no gloves', aspect: random.one(['safety', 'supplies']), severity: random.one(['immediate', 'day']), township: random.one(['north', 'south']), lng: -20, lat: 64.5, unit: random.one(['health', 'civil', 'gov-north']) })
  async function something(): Promise<unknown> {
    const issues = [...authority.board.all('issue')]
    if (!issues.length || random.maybe(0.25)) return report()
    const issue = random.one(issues)
    if (random.maybe(0.15)) return act('editIssue', { issue: issue.id, set: { aspect: random.one(['safety', 'supplies']) }, base: { aspect: issue.aspect } })
    if (random.maybe(0.1)) return act('assignIssue', { issue: issue.id, set: { unit: random.one(['health', 'civil']) }, base: { unit: issue.unit } })
    const to = random.one(steps.filter(step => step.from.includes(issue.state)).map(step => step.to)) as IssueState
    return act('advanceIssue', { issue: issue.id, from: issue.state, to, reason: 'x', nextDate: clock.now + 30 * hour }, random.maybe(0.5) ? who.admin : who.coordinator)
  }
  return { clock, store, authority, open, now, report, something, random, act }
}

/** Builds the same board another way: by replaying every change of the log. */
function naive(log: readonly Commit[], until: number): Board {
  const board = new Board()
  for (const { changes } of log.slice(0, log.findIndex(commit => commit.at > until) === -1 ? undefined : log.findIndex(commit => commit.at > until))) changes.forEach(change => board.set(change))
  return board
}

it.each(Array.from({ length: 12 }, (_, i) => i + 1))('[DB2] [DB6] [F73] [F35] every bulletin equals the log at its cut-off, whatever happens and however late the server starts again (seed %i)', async (seed) => {
  const { clock, store, authority, something, random } = await desk(seed)
  const timer = scheduler(authority, store, { facts })
  const first = new Map<string, string>()
  for (let i = 0; i < 150; i++) {
    clock.now += random.below(2 * hour)
    await something()
    // The server is sometimes down for days: it freezes what is due when it starts again.
    if (random.maybe(0.3)) await timer.look()
    for (const { id, figures } of authority.board.all('bulletin')) {
      const now = JSON.stringify(figures)
      expect(first.get(id) ?? now).toBe(now)
      first.set(id, now)
    }
  }
  clock.now += 24 * hour
  await timer.look()
  await timer.stop()
  const bulletins = [...authority.board.all('bulletin')]
  expect(bulletins.length).toBeGreaterThan(4)
  const days = bulletins.map(one => one.day).sort()
  days.slice(1).forEach((day, i) => expect(Date.parse(day) - Date.parse(days[i]!)).toBe(24 * hour))
  for (const { day, until, seq, figures, sample } of bulletins) {
    const board = naive(store.log, until)
    expect(figures).toEqual(summary(board, spanOf(day, facts), until, facts))
    expect(sample).toEqual(sampleOf(board, day, facts))
    expect(store.log[seq - 1]!.at).toBeLessThanOrEqual(until)
    expect(store.log[seq]!.at).toBeGreaterThan(until)
    expect(figures.found).toBe(figures.closed + figures.followed)
  }
})

it('[DB2] [F73] a bulletin frozen a day late, after edits, has the figures of the cut-off; [DB3] the edit is a line of the next one', async () => {
  const { clock, store, authority, act, report } = await desk()
  await report()
  const [issue] = [...authority.board.all('issue')]
  clock.now = spanOf('2030-05-06', facts).until + hour
  await act('editIssue', { issue: issue!.id, set: { aspect: issue!.aspect === 'safety' ? 'supplies' : 'safety' }, base: { aspect: issue!.aspect } })
  await report()
  clock.now += 5 * hour
  await scheduler(authority, store, { facts }).look()
  expect(authority.board.get('bulletin', '2030-05-06')!.figures).toMatchObject({ found: 1, byAspect: { [issue!.aspect]: { found: 1 } } })
  expect([...authority.board.all('correction')]).toMatchObject([{ no: 1, day: '2030-05-06', field: 'aspect', was: issue!.aspect }])
})

it('[DB2] two servers on one store freeze each day once', async () => {
  const { clock, store, authority, open, report } = await desk()
  await report()
  const other = await open()
  clock.now += 60 * hour
  await Promise.all([authority, other].map(one => scheduler(one, store, { facts }).look()))
  expect(store.log.filter(commit => commit.name === 'freezeBulletin').map(commit => commit.id)).toEqual(['clock~bulletin~2030-05-06', 'clock~bulletin~2030-05-07', 'clock~bulletin~2030-05-08'])
})

it('[C12] a person cannot take a command id of the clock: the day is frozen all the same', async () => {
  const { clock, store, authority, report } = await desk()
  await report()
  for (const id of ['clock~bulletin~2030-05-06', 'clock~notices~31738320']) expect(() => parseOutside(Envelope, { id, name: 'readNotices', args: {} })).toThrow('invalid')
  const early = parseOutside(Envelope, { id: 'clock-bulletin-2030-05-06', name: 'formCrew', args: { crew: 'k1', name: 'x' } })
  expect(await authority.submit(early, who.volunteer)).toMatchObject({ ok: true })
  clock.now = spanOf('2030-05-06', facts).until + hour
  await scheduler(authority, store, { facts }).look()
  expect(authority.board.get('bulletin', '2030-05-06')?.figures.found).toBe(1)
})

it('[F38] the log read again from its beginning gives the same board, at every moment and by pages of any size', async () => {
  const { clock, store, authority, something } = await desk(5)
  for (let i = 0; i < 60; i++) {
    clock.now += hour
    await something()
  }
  const moments = [noon - 1, noon + 10 * hour, noon + 10 * hour, noon + 40 * hour, clock.now + hour]
  for (const page of [1, 7, 1000]) {
    const seen: [number, number, number][] = []
    for await (const { at, seq, board } of replay(store, moments, page)) {
      expect([...board.all('issue')]).toEqual([...naive(store.log, at).all('issue')])
      seen.push([at, seq, [...board.all('issue')].length])
    }
    expect(seen).toHaveLength(4)
    expect(seen.at(-1)).toEqual([clock.now + hour, store.log.length, [...authority.board.all('issue')].length])
  }
})

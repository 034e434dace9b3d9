import type { Actor } from '../../shared/core/actor.ts'
import type { Reader } from '../../shared/core/board.ts'
import type { Records } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { summary } from '../../shared/bulletins/summary.ts'
import { Board } from '../../shared/core/board.ts'
import { spanAt } from '../../shared/core/cut-off.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { audienceOf, shown } from '../../shared/core/sight.ts'
import { settledFitting, totalOnBoard } from '../../shared/issues/totals.ts'
import { kinds } from '../../shared/kinds.ts'
import { hasLeft } from '../../shared/settled.ts'
import { board, facts, hour, make, noon, outcome, when, who } from '../support/given.ts'
import { chance } from '../support/random.ts'

const day = 24 * hour
const closed = (id: string, more: Partial<Records['issue']> = {}): Partial<Records['issue']> => ({ id, state: 'closed', foundAt: noon - 11 * day, deadline: noon - 10 * day, fixedAt: noon - 10 * day - 12 * hour, since: noon - 10 * day, ...more })

function act(on: Board, actor: Actor, name: string, args: unknown, now: number): boolean {
  const done = outcome(on, actor, name, args, now)
  if (done instanceof Rejection) return false
  for (const change of done) on.set(change)
  return true
}
const clear = (on: Board, issue: number, now = noon) => expect(act(on, who.system, 'clearBoards', { before: { issue } }, now)).toBe(true)

/** The same records, as if nothing had ever left: the figures that must not change. */
function uncleared(on: Reader, keep: (issue: Records['issue']) => boolean = () => true): Board {
  const all = new Board()
  for (const kind of kinds) {
    if (kind === 'issueTotal') continue
    for (const value of on.all(kind)) {
      if (kind !== 'issue' || keep(value as Records['issue'])) all.set({ kind, id: value.id, value: kind === 'incident' ? { ...value, cleared: {} } as never : value })
    }
  }
  return all
}

/** What is on the board of a device: of what this person sees, what has not left, and some that was opened there. */
function device(on: Board, actor: Actor, opened = (_: string) => false): Board {
  const own = new Board()
  for (const kind of kinds) {
    for (const record of on.all(kind)) {
      const value = hasLeft(on.get('incident', 'incident'), kind, record) && !opened(record.id) ? null : shown(audienceOf(actor), kind, record)
      if (value) own.set({ kind, id: value.id, value })
    }
  }
  return own
}

const figures = (on: Reader, now: number) => summary(on, spanAt(now, facts), now, facts)

it('[SE8] what has left is counted: each person’s figures stay as if nothing had left, also with a settled issue opened', () => {
  const on = board({ incident: [{ id: 'incident' }], issue: [
    closed('a'),
    closed('b', { township: 'south', unit: 'civil', relapses: 2, fixedAt: noon - 9 * day }),
    closed('c', { unit: null, severity: 'immediate', aspect: 'supplies' }),
    closed('young', { since: noon - day }),
    { id: 'open', foundAt: noon - 20 * day },
  ] })
  clear(on, noon - 4 * day)
  expect(on.get('issueTotal', 'county')).toMatchObject({ closed: 3, byTownship: { north: 2, south: 1 }, byUnit: { civil: { closed: 1, relapses: 2, late: 1 }, none: { closed: 1 } } })
  expect([...device(on, who.coordinator).all('issue')].map(({ id }) => id)).toEqual(['young', 'open'])
  for (const opened of [() => false, (id: string) => id === 'a']) {
    expect(figures(device(on, who.coordinator, opened), noon)).toEqual(figures(uncleared(on), noon))
    expect(figures(device(on, who.officer, opened), noon)).toMatchObject({ found: 4, closed: 3, followed: 1 })
    expect(figures(device(on, who.unit, opened), noon)).toMatchObject({ found: 3, closed: 2, followed: 1 })
  }
})

it('[SE8] a board from before totals were kept is counted whole at its first clearing, and corrections and returns follow', () => {
  const on = board({ incident: [{ id: 'incident' }], issue: [closed('a'), closed('b')] })
  expect(totalOnBoard(on)).toBeUndefined()
  clear(on, noon - 4 * day)
  expect(totalOnBoard(on)).toMatchObject({ closed: 2 })
  expect(act(on, who.coordinator, 'commentIssue', { issue: 'a', text: 'still good' }, noon)).toBe(true)
  expect(act(on, who.coordinator, 'assignIssue', { issue: 'a', set: { unit: 'civil' }, base: { unit: 'health' } }, noon)).toBe(true)
  expect([on.get('issueTotal', 'township~north'), totalOnBoard(on)]).toMatchObject([{ closed: 2 }, { byUnit: { health: { closed: 1 }, civil: { closed: 1 } } }])
  expect(act(on, who.inspector, 'advanceIssue', { issue: 'a', from: 'closed', to: 'relapsed', reason: 'again' }, noon)).toBe(true)
  expect(totalOnBoard(on)).toMatchObject({ closed: 1, byUnit: { health: { closed: 1 } } })
  expect(act(on, who.inspector, 'advanceIssue', { issue: 'b', from: 'closed', to: 'relapsed', reason: 'again' }, noon)).toBe(true)
  expect([...on.all('issueTotal')]).toEqual([])
})

it('[SE8] an officer corrects a settled issue: the totals beyond their area follow, and nobody changes a total by hand', () => {
  const on = board({ incident: [{ id: 'incident' }], issue: [closed('a')] })
  clear(on, noon - 4 * day)
  expect(act(on, who.officer, 'editIssue', { issue: 'a', set: { aspect: 'supplies' }, base: { aspect: 'safety' } }, noon)).toBe(true)
  expect(totalOnBoard(on)).toMatchObject({ byAspect: { supplies: 1 } })
  // The officer's own device foresees the same for the total that it has, and makes none that it has not.
  const own = device(on, who.officer, () => true)
  expect(act(own, who.officer, 'editIssue', { issue: 'a', set: { aspect: 'safety' }, base: { aspect: 'supplies' } }, noon)).toBe(true)
  expect([...own.all('issueTotal')]).toMatchObject([{ township: 'north', byAspect: { safety: 1 } }])
  expect(when(on, who.admin, 'clearBoards', { before: {} })).toBe('forbidden')
})

it('[SE8] how many more are settled is known for one filter at a time, and never for what is asked since a moment', () => {
  const on = board({ incident: [{ id: 'incident' }], issue: [closed('a'), closed('b', { township: 'south', unit: 'civil', fixedAt: noon - 9 * day })] })
  clear(on, noon - 4 * day)
  const of = (filter: Parameters<typeof settledFitting>[1]) => settledFitting(totalOnBoard(on)!, filter)
  expect([of({}), of({ state: 'told,found' }), of({ state: 'all', when: 'closed' }), of({ state: 'all', late: '1' })]).toEqual([0, 0, 0, 0])
  expect([of({ state: 'all' }), of({ state: 'told,closed', township: 'south' }), of({ state: 'closed', unit: 'civil' }), of({ state: 'all', unit: 'civil', late: 'ever' }), of({ state: 'all', late: 'ever' })]).toEqual([2, 1, 1, 1, 1])
  expect([of({ state: 'all', township: 'north', unit: 'civil' }), of({ state: 'all', place: 'p1' })]).toEqual([null, null])
})

it.each([1, 2, 3, 4, 5, 6])('[SE8] whatever happens, totals and what is on the board are all issues, for everybody (seed %i)', (seed) => {
  const random = chance(seed)
  const on = board({ incident: [{ id: 'incident', startedAt: noon - day }], inspection: [], place: [] })
  const units = ['health', 'civil', 'gov-north']
  let now = noon
  for (let step = 0; step < 250; step++) {
    now += random.below(8) * hour
    const issues = [...on.all('issue')]
    const one = issues.length ? random.one(issues) : undefined
    const tries: (() => unknown)[] = [
      () => on.set({ kind: 'issue', id: `i${step}`, value: make('issue', { id: `i${step}`, no: step + 1, township: random.one(['north', 'south']), unit: random.one([...units, null]), aspect: random.one(['safety', 'supplies']), foundAt: now, since: now, deadline: now + random.below(72) * hour, state: 'awaiting', fixedAt: now + random.below(40) * hour, rectifiedBy: 'una' }) }),
      () => one && act(on, who.coordinator, 'advanceIssue', { issue: one.id, from: 'awaiting', to: 'closed' }, now),
      () => one && random.maybe(0.4) && act(on, who.inspector, 'advanceIssue', { issue: one.id, from: 'closed', to: 'relapsed', reason: 'again' }, now),
      () => one && act(on, who.coordinator, 'assignIssue', { issue: one.id, set: { unit: random.one(units) }, base: { unit: one.unit } }, now),
      () => one && act(on, who.officer, 'editIssue', { issue: one.id, set: { aspect: 'supplies' }, base: { aspect: one.aspect } }, now),
      () => one && act(on, who.coordinator, 'moveIssue', { issue: one.id, set: { township: random.one(['north', 'south']) }, base: { township: one.township } }, now),
      () => random.maybe(0.3) && act(on, who.system, 'clearBoards', { before: { issue: now - (2 + random.below(4)) * day } }, now),
    ]
    random.one(tries)()
    const opened = (id: string) => id.endsWith('3')
    expect(figures(on, now), `step ${step}`).toEqual(figures(uncleared(on), now))
    expect(figures(device(on, who.coordinator, opened), now), `step ${step}`).toEqual(figures(uncleared(on), now))
    const parts = (of: ReturnType<typeof figures>) => [of.found, of.closed, of.followed, of.byAspect, of.byUnit, of.byTownship, of.bySeverity]
    expect(parts(figures(device(on, who.officer, opened), now)), `officer, step ${step}`).toEqual(parts(figures(uncleared(on, ({ township }) => township === 'north'), now)))
    expect(parts(figures(device(on, who.unit, opened), now)), `unit, step ${step}`).toEqual(parts(figures(uncleared(on, ({ unit }) => unit === 'health'), now)))
  }
  expect(totalOnBoard(on)?.closed).toBeGreaterThan(0)
})

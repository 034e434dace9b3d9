import type { Records, Shift } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { gapsAhead } from '../../shared/duty/duty.ts'
import { board, facts, hour, noon, outcome, when, who } from '../support/given.ts'
import { processorTime } from '../support/processor-time.ts'

const day = 24 * hour
/** Noon of the test county is 12:00 UTC, and its clock is UTC. */
const at = (days: number, hours: number) => noon - 12 * hour + days * day + hours * hour
const shift = (id: string, startsAt: number, length: number, more: Partial<Shift> = {}) => ({ id, startsAt, endsAt: startsAt + length * hour, ...more })
const notices = (changes: unknown) => (changes as { kind: string, value: Records['notice'] }[]).filter(one => one.kind === 'notice').map(({ value }) => `${value.rule}:${value.to.person ?? value.to.role}`)

const exits = Array.from({ length: 8 }, (_, i) => ({ id: `g${i}`, pattern: ['06:00', '14:00', '22:00'].map((start, n) => ({ id: `t${n}`, title: start, start, hours: 8, needed: 2 })) }))
const plan = { posts: exits.map(post => post.id), from: '2030-05-07', days: 7 }

it('[H10] [F61] eight exits, three shifts, seven days: 168 shifts in one act, well under two seconds of a processor; twice adds nothing', () => {
  const given = board({ post: exits })
  let made: readonly { kind: 'shift', id: string, value: Shift }[] = []
  expect(processorTime(() => made = outcome(given, who.coordinator, 'planShifts', plan) as typeof made)).toBeLessThan(2000)
  expect(made).toHaveLength(168)
  expect(made[0]).toMatchObject({ id: 'g0~20300507~t0', value: { post: 'g0', slot: 't0', startsAt: at(1, 6), endsAt: at(1, 14), needed: 2, open: true } })
  for (const change of made) given.set(change)
  expect(when(given, who.coordinator, 'planShifts', plan)).toEqual([])
  expect(when(given, who.coordinator, 'planShifts', { ...plan, days: 8 })).toHaveLength(24)
  expect(when(given, who.coordinator, 'planShifts', { ...plan, days: 31 })).toBe('too_large')
  expect(when(given, who.coordinator, 'planShifts', { ...plan, from: '2030-05-01', days: 5 })).toEqual([])
})

it('[H10] days planned by an earlier version add nothing; a foreign shift under such an id stops no plan', () => {
  const given = board({ post: [exits[0]!], shift: [shift('g0-20300507-t0', at(1, 6), 8, { post: 'g0', slot: 't0' }), shift('g0-20300508-t0', at(2, 6), 8, { post: null })] })
  const made = outcome(given, who.coordinator, 'planShifts', { posts: ['g0'], from: '2030-05-07', days: 2 }) as { id: string }[]
  expect(made.map(one => one.id).filter(id => id.endsWith('t0'))).toEqual(['g0~20300508~t0'])
})

it('[H10] [F61] editing a post changes coming shifts, never past ones, and never below the number of holders', () => {
  const post = exits[0]!
  const base = { township: 'north', post: 'g0', needed: 2 }
  const given = board({ post: [post], shift: [
    shift('g0-20300506-t0', at(0, 6), 8, { ...base, slot: 't0' }),
    shift('g0~20300507~t0', at(1, 6), 8, { ...base, slot: 't0', claimedBy: ['ben', 'cat'] }),
    shift('g0-20300508-t0', at(2, 6), 8, { ...base, slot: 't0' }),
    shift('g0-20300508-t1', at(2, 14), 8, { ...base, slot: 't1' }),
  ] })
  const pattern = [{ id: 't0', title: 'early', start: '07:00', hours: 6, needed: 1 }]
  const done = outcome(given, who.coordinator, 'editPost', { post: 'g0', set: { pattern, title: 'new' }, base: { pattern: post.pattern, title: 'gate' } }) as { id: string, value: Shift }[]
  const now = Object.fromEntries(done.map(one => [one.id, one.value]))
  expect(now['g0-20300506-t0']).toBeUndefined()
  expect(now['g0~20300507~t0']).toMatchObject({ needed: 2, startsAt: at(1, 6), endsAt: at(1, 14), title: 'new early' })
  expect(now['g0-20300508-t0']).toMatchObject({ needed: 1, startsAt: at(2, 7), endsAt: at(2, 13) })
  expect(now['g0-20300508-t1']).toMatchObject({ open: false })
  expect((outcome(given, who.coordinator, 'closePost', { post: 'g0' }) as { id: string }[]).map(one => one.id)).toEqual(['g0', 'g0~20300507~t0', 'g0-20300508-t0', 'g0-20300508-t1'])
})

it('[H10] [F61] a reopened post accepts people for coming shifts, but not for a removed turn', () => {
  const turn = { title: 't', start: '08:00', hours: 8, needed: 1 }
  const given = board({
    post: [{ id: 'g0', open: false, pattern: [{ id: 'a', ...turn }] }],
    shift: [
      shift('s1', at(1, 8), 8, { post: 'g0', slot: 'a', open: false, needed: 1, waitlist: ['ben'] }),
      shift('s2', at(1, 16), 8, { post: 'g0', slot: 'gone', open: false }),
      shift('s3', at(-1, 8), 8, { post: 'g0', slot: 'a', open: false }),
    ],
  })
  const done = outcome(given, who.coordinator, 'reopenPost', { post: 'g0' })
  expect((done as { kind: string, id: string }[]).filter(one => one.kind !== 'notice').map(one => one.id)).toEqual(['g0', 's1'])
  expect(notices(done)).toEqual(['offered:ben'])
  expect(when(board({ post: [{ id: 'g0' }] }), who.coordinator, 'reopenPost', { post: 'g0' })).toBe('exists')
})

it('[F61] a gap is known hours before: open, short of people, and soon', () => {
  const all = [shift('a', noon + 23 * hour, 8), shift('b', noon + 25 * hour, 8), shift('c', noon + hour, 8, { claimedBy: ['x', 'y'] }), shift('d', noon - hour, 8), shift('e', noon + hour, 8, { open: false })]
  expect(gapsAhead(board({ shift: all }), noon, facts.rules.duty).map(one => one.id)).toEqual(['d', 'a'])
})

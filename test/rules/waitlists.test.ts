import type { Records, Shift } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { board, hour, noon, outcome, who } from '../support/given.ts'

/** Noon of the test county is 12:00 UTC, and its clock is UTC. */
const at = (days: number, hours: number) => noon - 12 * hour + days * 24 * hour + hours * hour
const shift = (id: string, startsAt: number, length: number, more: Partial<Shift> = {}) => ({ id, startsAt, endsAt: startsAt + length * hour, ...more })
const mine = { claimedBy: ['ben'] }
const ben = who.volunteer
const notices = (changes: unknown) => (changes as { kind: string, value: Records['notice'] }[]).filter(one => one.kind === 'notice').map(({ value }) => `${value.rule}:${value.to.person ?? value.to.role}`)

it('[H7] the quiet hours (23 to 6) do not count for an offer, unless the shift begins before their end', () => {
  const until = (now: number, startsAt: number) => {
    const given = board({ shift: [shift('s1', startsAt, 8, { needed: 1, claimedBy: ['ben'], waitlist: ['cat'] })] })
    return ((outcome(given, ben, 'releaseShift', { shift: 's1' }, now) as { value: Shift }[])[0]!.value.offers[0]!.until - at(0, 0)) / hour
  }
  expect(until(at(0, 22.5), at(1, 12))).toBe(30.5)
  expect(until(at(0, 23.5), at(1, 12))).toBe(31)
  expect(until(at(0, 5), at(0, 12))).toBe(7)
  expect(until(at(0, 22), at(1, 12))).toBe(23)
  // A shift early in the morning leaves less time; one by night cannot wait for the morning.
  expect(until(at(0, 23.5), at(1, 6.5))).toBeCloseTo(30 + 1 / 6)
  expect(until(at(0, 23.5), at(1, 4))).toBe(24.5)
})

it('[H7] a person who waits is asked for a free place as soon as their own reason is gone: given up, swapped, moved, or the team gave up', () => {
  const free = shift('s1', at(1, 22), 8, { needed: 1, waitlist: ['ben'] })
  const own = shift('d', at(1, 8), 8, { ...mine, needed: 1 })
  const asked = (changes: unknown) => (changes as { kind: string, value: Shift }[]).findLast(one => one.kind === 'shift' && one.value.id === 's1')?.value.offers.map(one => one.person)
  const given = board({ shift: [free, own] })
  expect(asked(outcome(given, ben, 'releaseShift', { shift: 'd' }))).toEqual(['ben'])
  expect(notices(outcome(given, who.coordinator, 'releaseShift', { shift: 'd', person: 'ben' })).sort()).toEqual(['offered:ben', 'takenOff:ben'])
  expect(asked(outcome(given, who.coordinator, 'editShift', { shift: 'd', set: { endsAt: at(1, 11) }, base: { endsAt: own.endsAt } }))).toEqual(['ben'])
  expect(asked(outcome(given, who.coordinator, 'editShift', { shift: 'd', set: { endsAt: at(1, 15) }, base: { endsAt: own.endsAt } }))).toBeUndefined()
  const swap = board({ shift: [free, { ...own, swaps: [{ by: 'ben', to: 'cat', for: null, at: noon }] }] })
  expect(asked(outcome(swap, { ...ben, id: 'cat' }, 'acceptSwap', { shift: 'd', by: 'ben' }))).toEqual(['ben'])
  const team = board({ crew: [{ id: 'k1', leader: 'ben', members: [{ person: 'ben', skills: [], trained: [] }] }], shift: [free, { ...own, crews: ['k1'] }] })
  expect(asked(outcome(team, ben, 'releaseForCrew', { crew: 'k1', shift: 'd' }))).toEqual(['ben'])
  // Nobody is asked while another reason remains, or no place is free.
  expect(asked(outcome(board({ shift: [free, own, shift('e', at(1, 18), 2, mine)] }), ben, 'releaseShift', { shift: 'd' }))).toBeUndefined()
  expect(asked(outcome(board({ shift: [{ ...free, claimedBy: ['eve'] }, own] }), ben, 'releaseShift', { shift: 'd' }))).toBeUndefined()
})

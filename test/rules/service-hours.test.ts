import type { Role } from '../../shared/core/actor.ts'
import type { Shift } from '../../shared/records.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roles } from '../../shared/core/actor.ts'
import { mayCertify, serviceOf } from '../../shared/duty/service-hours.ts'
import { hour, make, noon } from '../support/given.ts'

const minute = 60_000
const came = (at: number, out: number | null = null, more = {}) => ({ in: { at, how: 'code' as const, late: 0, offline: false, confirmedBy: null, ...more }, out: out === null ? null : { at: out, early: 0 } })
const shift = (id: string, startsAt: number, presence: Shift['presence'], more: Partial<Shift> = {}) => make('shift', { id, startsAt, endsAt: startsAt + 8 * hour, claimedBy: ['ben'], presence, ...more })
const later = noon + 30 * 24 * hour

it('[F67] [H13] check-ins are summed, not sign-ups: a sign-up without a check-in gives no hour', () => {
  const shifts = [shift('a', noon, {}), shift('b', noon + 24 * hour, { ben: came(noon + 24 * hour, noon + 30 * hour) })]
  expect(serviceOf('ben', shifts, later)).toMatchObject({ minutes: 360, served: [{ shift: { id: 'b' }, minutes: 360, open: false }] })
  expect(serviceOf('ivy', shifts, later).minutes).toBe(0)
})

it('[F67] [H13] only within the shift; without a check-out to its end, and not while it lasts; an offline check-in once it is confirmed', () => {
  expect(serviceOf('ben', [shift('a', noon, { ben: came(noon - 20 * minute, noon + 9 * hour) })], later).minutes).toBe(480)
  const open = [shift('a', noon, { ben: came(noon + 30 * minute) })]
  expect(serviceOf('ben', open, noon + hour).served).toEqual([])
  expect(serviceOf('ben', open, later).served).toMatchObject([{ minutes: 450, open: true }])
  expect(serviceOf('ben', [shift('a', noon, { ben: came(noon, noon + hour, { offline: true }) })], later)).toMatchObject({ minutes: 0, served: [{ unconfirmed: true }] })
  expect(serviceOf('ben', [shift('a', noon, { ben: came(noon, noon + hour, { offline: true, confirmedBy: 'ivy' }) })], later).minutes).toBe(60)
})

it('[F67] [H13] whatever the times, the sum is never negative and never more than the shifts are long', () => {
  fc.assert(fc.property(fc.array(fc.record({ from: fc.integer({ min: -600, max: 600 }), stay: fc.option(fc.integer({ min: 0, max: 2000 })) }), { maxLength: 8 }), (stays) => {
    const shifts = stays.map(({ from, stay }, i) => shift(`s${i}`, noon + i * 24 * hour, { ben: came(noon + i * 24 * hour + from * minute, stay === null ? null : noon + i * 24 * hour + (from + stay) * minute) }))
    const { minutes, served } = serviceOf('ben', shifts, later)
    expect(minutes).toBeGreaterThanOrEqual(0)
    expect(served.every(one => one.minutes <= 480)).toBe(true)
  }), { seed: 67 })
})

it('[F67] [H13] people see their own certificate, planners everybody\'s, and nobody else another\'s', () => {
  const sees = (role: Role) => mayCertify({ id: 'ivy', role }, 'ben')
  expect(mayCertify({ id: 'ben', role: 'volunteer' }, 'ben')).toBe(true)
  expect(roles.filter(sees).sort()).toEqual(['admin', 'coordinator', 'officer'])
})

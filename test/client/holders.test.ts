import { expect, it } from 'vitest'
import { followIncident, minute } from '../../client/core/clock.ts'
import { me, county as session } from '../../client/core/session.ts'
import { holdersOf } from '../../client/duty/posts/holders.ts'
import { county } from '../../shared/county/lianjiang/county.ts'
import { hour, make } from '../support/given.ts'

it('[F61] [F65] a cell of the week names its holders, and marks who is absent or late', () => {
  followIncident(undefined)
  session.value = county
  me.value = { id: 'ann', name: '安', role: 'coordinator' }
  const shift = (startsIn: number, more: object = {}) => make('shift', { startsAt: minute.value + startsIn * hour, endsAt: minute.value + (startsIn + 8) * hour, claimedBy: ['ann', ''], ...more })
  const marks = (one: Parameters<typeof holdersOf>[0]) => holdersOf(one).map(({ name, late, absent }) => [name, late, absent])
  const came = (late: number) => ({ presence: { ann: { in: { at: minute.value - hour, how: 'code' as const, late, offline: false, confirmedBy: null }, out: null } } })
  expect(marks(shift(1))).toEqual([['安', 0, false]])
  expect(marks(shift(-1))).toEqual([['安', 0, true]])
  expect(marks(shift(-9))).toEqual([['安', 0, true]])
  expect(marks(shift(-1, came(0)))).toEqual([['安', 0, false]])
  expect(marks(shift(-1, came(25)))).toEqual([['安', 25, false]])
})

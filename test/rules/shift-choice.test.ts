import { expect, it } from 'vitest'
import { byNearAndNeed, inSpan } from '../../shared/duty/shift-choice.ts'
import { facts } from '../support/given.ts'

const one = (id: string, lng: number, held: number, hour: number) => ({ id, lng, lat: 0, startsAt: hour, needed: 4, claimedBy: Array.from({ length: held }, (_, i) => `p${i}`) })

it('[F62] shifts to choose from: the nearer first; at like distance the emptier, then the sooner', () => {
  const list = [one('far', 30, 0, 1), one('late', 1, 1, 9), one('soon', 1.5, 1, 2), one('empty', 1.9, 0, 9)]
  expect(list.sort(byNearAndNeed(shift => shift.lng)).map(shift => shift.id)).toEqual(['empty', 'soon', 'late', 'far'])
  expect(list.sort(byNearAndNeed(() => null)).map(shift => shift.id)).toEqual(['far', 'empty', 'soon', 'late'])
})

it('[F62] today ends at the county\'s midnight; tonight reaches to its morning, and before that morning is the night that runs', () => {
  const at = (text: string) => Date.parse(`2022-05-${text}:00+08:00`)
  const shift = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })
  const now = at('06T12:00')
  const clock = { ...facts, timeZone: 'Asia/Shanghai' }
  expect(inSpan(shift('06T20:00', '07T04:00'), 'today', now, clock)).toBe(true)
  expect(inSpan(shift('07T00:00', '07T08:00'), 'today', now, clock)).toBe(false)
  expect(inSpan(shift('07T00:00', '07T08:00'), 'tonight', now, clock)).toBe(true)
  expect(inSpan(shift('06T12:00', '06T18:00'), 'tonight', now, clock)).toBe(false)
  expect(inSpan(shift('07T00:00', '07T08:00'), 'tonight', at('07T01:00'), clock)).toBe(true)
  expect(inSpan(shift('07T23:00', '08T07:00'), 'tonight', at('07T01:00'), clock)).toBe(false)
  expect(inSpan(shift('07T23:00', '08T07:00'), 'all', now, clock)).toBe(true)
})

import type { County } from '../../shared/core/county.ts'
import type { Issue } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { changed } from '../../client/base/forms/edits.ts'
import { fromChecklist, similar, unitFor } from '../../client/issues/report/report.ts'
import { circle, metres, nearest } from '../../shared/core/distance.ts'
import { crossesItself } from '../../shared/core/ring.ts'

const county = {
  routes: [{ kind: 'careHome', unit: 'civil' }, { aspect: 'supplies', unit: 'finance' }, { unit: 'township' }],
  units: [{ id: 'civil' }, { id: 'gov-1', township: '1' }],
} as unknown as County
const item = (id: string, aspect: string, severity: 'immediate' | 'day') => ({ id, zh: id, en: id, aspect, severity })
const here = { lng: 110, lat: 21.6 }

it('[F24] an issue goes to the first unit the county names for it, else to the township’s own government', () => {
  expect(unitFor(county, 'careHome', 'supplies', '1')).toBe('civil')
  expect(unitFor(county, 'school', 'supplies', '1')).toBe('finance')
  expect(unitFor(county, 'school', 'safety', '1')).toBe('gov-1')
  expect(unitFor(county, undefined, 'safety', '9')).toBeNull()
})

it('[F24] when several things are wrong, the most urgent sets the deadline', () => {
  expect(fromChecklist([item('a', 'safety', 'day'), item('b', 'supplies', 'immediate')])).toEqual({ severity: 'immediate', aspect: 'safety' })
  expect(fromChecklist([])).toBeNull()
})

it('an issue with the same words at the same place, or within 50 m, in the last week is offered as perhaps known', () => {
  const now = 10 * 86_400_000
  const issue = { title: '手套不足', place: 'p1', foundAt: now - 1000, ...here } as Issue
  const there = { place: null, lng: here.lng + 0.0003, lat: here.lat }
  expect(similar([issue], '手套不足、通风不良', there, now)).toHaveLength(1)
  expect(similar([issue], '手套不足', { ...there, lng: here.lng + 0.003 }, now)).toHaveLength(0)
  expect(similar([issue], '手套不足', { ...there, place: 'p1', lng: 111 }, now)).toHaveLength(1)
  expect(similar([{ ...issue, foundAt: 0 }], '手套不足', there, now)).toHaveLength(0)
  expect(similar([issue], '', there, now)).toHaveLength(0)
})

it('the corners of a circle are at its radius in metres, and it does not cross itself', () => {
  const ring = circle(here, 500)
  for (const [lng, lat] of ring) expect(metres(here, { lng, lat })).toBeCloseTo(500, -1)
  expect(crossesItself(ring)).toBe(false)
})

it('the nearest come first', () => {
  const all = [0.02, 0.001, 0.3].map(d => ({ lng: here.lng + d, lat: here.lat }))
  expect(nearest(all, here, 2).map(({ one }) => one)).toEqual([all[1], all[0]])
})

it('[F82] an edit carries only the changed fields, with the values that were seen', () => {
  expect(changed({ title: 'a', note: '', kind: 'x' }, { title: 'a', note: 'n', kind: 'x' })).toEqual({ set: { note: 'n' }, base: { note: '' } })
  expect(changed({ title: 'a' }, { title: 'a' })).toBeNull()
})

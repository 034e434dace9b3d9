import type { Place } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { Board } from '../../shared/core/board.ts'
import { factsOf } from '../../shared/core/county.ts'
import { decide } from '../../shared/core/decide.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { requirements } from '../../shared/county/lianjiang/requirements.ts'
import { duesAt, isLate } from '../../shared/requirements/dues.ts'
import { zoningOf } from '../../shared/requirements/zoning.ts'

const facts = factsOf(folder.county)
const now = Date.parse('2026-05-23T16:42:00+08:00')
const hour = 3_600_000
const tale = folder.drill!(now, 506)
const people = new Map(tale.people.map(person => [person.id, person]))
const coordinator = people.get('p-coord-1')!
const board = new Board()
for (const { actor, at, command } of tale.steps) {
  for (const change of decide(board, command, { actor: people.get(actor)!, now: at, real: at, facts })) board.set(change)
}
const dues = () => duesAt(board, facts, zoningOf(board.all('place'), board.all('zone')), now)
const tests = (place: string) => dues().find(one => one.place.id === place && one.act === 'test')
const homes = ['pl-huaren-jishui', 'pl-huaren-hechun']
const around = ({ lng, lat }: Place): [number, number][] => [[lng - 0.005, lat - 0.005], [lng + 0.005, lat - 0.005], [lng + 0.005, lat + 0.005], [lng - 0.005, lat + 0.005]]

it('[F44] every requirement of the county has its source, and names kinds of places that the county has', () => {
  const kinds = new Set(folder.county.placeKinds.map(kind => kind.id))
  for (const one of requirements) {
    expect(one.source.zh.length, one.id).toBeGreaterThan(5)
    expect(one.source.en?.length, one.id).toBeGreaterThan(5)
    expect(one.kinds.filter(kind => !kinds.has(kind)), one.id).toEqual([])
  }
})

it('[F44] in the drill most of what is due is in time, and some of it is not', () => {
  const late = dues().filter(one => isLate(one, now))
  expect(dues().length).toBeGreaterThan(80)
  expect(late.length).toBeGreaterThan(2)
  expect(late.length).toBeLessThan(dues().length / 5)
})

it('[F44] put the two care homes of the report in a zone: what was twice a week is due every day, and both are overdue by nine hours', () => {
  board.set({ kind: 'zone', id: 'z-jishui', value: { ...board.get('zone', 'z-jishui')!, liftedAt: now - 1 } })
  board.set({ kind: 'zone', id: 'z-jishui-wide', value: { ...board.get('zone', 'z-jishui-wide')!, liftedAt: now - 1 } })
  for (const id of homes) {
    expect(tests(id)).toMatchObject({ level: 'outside', rule: { rule: 'care-weekly', zh: '一周两检' } })
    expect(isLate(tests(id)!, now)).toBe(false)
  }
  for (const id of homes) {
    const args = { zone: `z-${id}`, name: id, level: 'control', ring: around(board.get('place', id)!), validFrom: now - 1, validTo: null, reason: '阳性', approver: '指挥部' }
    for (const change of decide(board, { id: `draw-${id}`, name: 'drawZone', args }, { actor: coordinator, now, real: now, facts })) board.set(change)
  }
  for (const id of homes) {
    expect(tests(id)).toMatchObject({ level: 'control', rule: { rule: 'care-daily', zh: '每日一检' }, dueAt: now - 9 * hour })
    expect(isLate(tests(id)!, now)).toBe(true)
  }
})

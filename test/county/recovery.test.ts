import { expect, it } from 'vitest'
import { Board } from '../../shared/core/board.ts'
import { factsOf } from '../../shared/core/county.ts'
import { decide } from '../../shared/core/decide.ts'
import { shares } from '../../shared/county/lianjiang/drill/recovery.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { latestPlan, unreadBy } from '../../shared/recovery/plans.ts'
import { isMissing } from '../../shared/recovery/reports.ts'
import { statusOf } from '../../shared/recovery/steps.ts'

const facts = factsOf(folder.county)
const now = Date.parse('2026-05-23T16:42:00+08:00')
const tale = folder.drill!(now, 506)
const people = new Map(tale.people.map(person => [person.id, person]))
const board = new Board()
for (const { actor, at, command } of tale.steps) {
  for (const change of decide(board, command, { actor: people.get(actor)!, now: at, real: at, facts })) board.set(change)
}
const files = [...board.all('reopening')]
const works = files.filter(one => one.kind === 'enterprise')
const schools = files.filter(one => one.kind === 'school')

it('[F69] in the drill two above-scale factories in the zones are halted and every other one is in operation', () => {
  const stopped = works.filter(one => statusOf(one) !== 'running')
  expect(stopped.map(one => [one.step, one.aboveScale])).toEqual([['halted', true], ['halted', true]])
  expect(works.filter(one => one.aboveScale).length).toBeGreaterThan(6)
  expect(works.length).toBe(44)
})

it('[F69] 威满电器厂 in 吉水镇 has its inspection, and came back step by step', () => {
  const place = board.get('place', 'pl-weiman')!
  expect([place.name, place.township]).toEqual(['吉水镇威满电器厂', '440881103'])
  expect([...board.by('inspection', 'place', 'pl-weiman')].length).toBeGreaterThan(0)
  expect(board.get('reopening', 'pl-weiman')!.steps.map(one => one.step)).toEqual(['running', 'halted', 'filed', 'checked', 'approved', 'reopened'])
})

it('[F70] nearly every place in operation reports daily, and two without a report for two days are marked', () => {
  const missing = files.filter(one => isMissing(one, facts, now))
  expect(missing.map(one => one.id).sort()).toEqual(['pl-106-31', 'pl-113-30'])
  expect([...board.all('selfReport')].length).toBeGreaterThan(200)
  expect([...board.all('selfReport')].every(one => one.symptoms <= one.present && one.measured <= one.present)).toBe(true)
})

it('[F70] teams check some reports where they were made and find them right, but for one, which became an issue of the place', () => {
  const checked = [...board.all('selfReport')].filter(one => one.check)
  expect(checked.map(({ place }) => place)).toEqual(expect.arrayContaining(['pl-weiman', 'pl-no1-school']))
  expect(checked.length).toBeGreaterThan(5)
  for (const { id, at: sent, check } of checked) expect([check!.at > sent, people.get(check!.by)!.role], id).toEqual([true, 'inspector'])
  const [differs, ...more] = checked.filter(one => !one.check!.agrees)
  expect([more, differs!.disinfected, differs!.check!.note]).toEqual([[], true, expect.stringContaining('消杀台账')])
  // It is one of the 369, and on its way: the township was told and puts it right.
  expect(board.get('issue', differs!.check!.issue!)).toMatchObject({ place: differs!.place, note: differs!.check!.note, foundAt: differs!.check!.at, unit: 'gov-440881108', state: 'rectifying' })
})

it('[F71] the first batch is 52 schools and 25,166 pupils of 初三 and 高三, and 廉江市第一中学 has its file', () => {
  const first = schools.filter(one => one.batch === 1)
  expect(first.length).toBe(52)
  expect(first.flatMap(one => one.grades).reduce((sum, one) => sum + one.heads, 0)).toBe(25_166)
  expect(new Set(first.flatMap(one => one.grades.map(({ grade }) => grade)))).toEqual(new Set(['g9', 'g12']))
  expect(first.every(one => one.step === 'reopened' && one.grades.length && one.teachersReady && one.roomsReady && one.unit === 'education')).toBe(true)
  expect(first.every(one => new Set(one.grades.map(({ arrives }) => arrives)).size === one.grades.length)).toBe(true)
  expect(board.get('place', 'pl-no1-school')!.name).toBe('廉江市第一中学')
  expect(board.get('reopening', 'pl-no1-school')!.batch).toBe(1)
})

it('[F72] who has not read the second version of 《学校幼儿园有序安全返校复课工作方案》 is a list', () => {
  const plan = latestPlan(board, 'plan-back-to-school')!
  expect([plan.title, plan.version, plan.file?.type]).toEqual(['学校幼儿园有序安全返校复课工作方案', 2, 'docx'])
  expect(unreadBy(plan)).toEqual(['township:440881116', 'township:440881117', 'township:440881118', 'team:4', 'team:6', 'unit:health'])
})

it('[F71] invented shares add up to the whole, whatever their weights', () => {
  for (const sum of [25_166, 52, 51, 0]) {
    let n = 1
    const heads = shares(sum, 52, () => (n = n * 37 % 101) + 1)
    expect(heads.length).toBe(52)
    expect(heads.reduce((all, one) => all + one, 0)).toBe(sum)
    expect(heads.every(one => Number.isInteger(one) && one >= 0)).toBe(true)
  }
})

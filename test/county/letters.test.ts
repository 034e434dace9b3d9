import { expect, it } from 'vitest'
import { Board } from '../../shared/core/board.ts'
import { factsOf } from '../../shared/core/county.ts'
import { decide } from '../../shared/core/decide.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { overdue } from '../../shared/issues/steps.ts'

const facts = factsOf(folder.county)
const now = Date.parse('2026-05-23T16:42:00+08:00')

it.each([506, 7, 90210])('[F32] the drill has eight letters or so, each about issues that were overdue when it went out; the two that are open add up with the overdue issues (seed %i)', (seed) => {
  const tale = folder.drill!(now, seed)
  const people = new Map(tale.people.map(person => [person.id, person]))
  const board = new Board()
  for (const { actor, at, command } of tale.steps) {
    for (const change of decide(board, command, { actor: people.get(actor)!, now: at, real: at, facts })) board.set(change)
  }
  const letters = [...board.all('letter')].sort((a, b) => a.no - b.no)
  expect(letters.length).toBeGreaterThan(4)
  expect(letters.length).toBeLessThan(13)
  expect(letters.map(({ no }) => no)).toEqual(letters.map((_, i) => i + 1))
  expect(letters.map(({ at }) => at)).toEqual(letters.map(({ at }) => at).sort((a, b) => a - b))
  for (const { at, dueAt, items } of letters) expect([at < now, dueAt > at, items.every(({ deadline }) => deadline < at)]).toEqual([true, true, true])

  const open = letters.filter(({ items }) => items.some(({ issue }) => overdue(board.get('issue', issue)!, now)))
  expect(open.map(({ unit }) => unit)).toEqual(['market', 'civil'])
  expect(open.flatMap(({ items }) => items.map(one => one.place || one.title))).toEqual(['个体商户未张贴场所码 12 户', '吉水镇华仁养老院', '河唇镇华仁养老院'])
  // The rest are settled: their issues were put right.
  for (const { items } of letters.filter(one => !open.includes(one))) expect(items.map(({ issue }) => board.get('issue', issue)!.state)).toEqual(items.map(() => 'closed'))
})

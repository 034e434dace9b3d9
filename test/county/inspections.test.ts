import { expect, it } from 'vitest'
import { Board } from '../../shared/core/board.ts'
import { factsOf } from '../../shared/core/county.ts'
import { decide } from '../../shared/core/decide.ts'
import { visible } from '../../shared/core/sight.ts'
import { differing } from '../../shared/county/lianjiang/drill/differing.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { listing } from '../../shared/inspections/checklists.ts'

const facts = factsOf(folder.county)
const now = Date.parse('2026-05-23T16:42:00+08:00')
const hour = 3_600_000
const tale = folder.drill!(now, 506)
const board = new Board()
const people = new Map(tale.people.map(person => [person.id, person]))
for (const { actor, at, command } of tale.steps) {
  for (const change of decide(board, command, { actor: people.get(actor)!, now: at, real: at, facts })) board.set(change)
}
const inspections = [...board.all('inspection')].filter(one => one.checkIn)
const places = [...board.all('place')]

it('[F23] eighteen days of inspections, each checked in, nearly all on the spot', () => {
  expect(inspections.length).toBeGreaterThan(300)
  expect(new Set(inspections.map(one => one.day)).size).toBe(18)
  const remote = inspections.filter(one => one.checkIn!.how === 'remote')
  expect(remote.length).toBeGreaterThan(0)
  expect(remote.every(one => one.checkIn!.reason)).toBe(true)
  expect(remote.length).toBeLessThan(inspections.length / 20)
  expect(inspections.filter(one => one.checkIn!.how === 'gps').every(one => one.checkIn!.metres === null || one.checkIn!.metres <= facts.rules.nearMetres)).toBe(true)
})

it('[F13] most places have been seen, some not for three days, some never', () => {
  const seen = places.filter(place => place.inspectedAt !== null)
  expect(seen.length).toBeGreaterThan(places.length * 0.7)
  const stale = seen.filter(place => now - place.inspectedAt! > facts.rules.unseenDays * 24 * hour)
  expect(stale.length).toBeGreaterThan(40)
  expect(stale.length).toBeLessThan(places.length / 2)
  expect(places.length - seen.length).toBeGreaterThan(20)
})

it('[F26] the issues of a place were found in an inspection of it, and most by an item of its list', () => {
  // The one that a spot check of a self-report made has no inspection.
  const found = [...board.all('issue')].filter(issue => issue.place && issue.note !== differing.note)
  expect(found.every(issue => board.get('inspection', issue.inspection!)?.place === issue.place)).toBe(true)
  const listed = found.filter(issue => issue.item)
  expect(listed.length).toBeGreaterThan(found.length / 2)
  for (const issue of listed) expect(board.get('inspection', issue.inspection!)?.results[issue.item!]).toMatchObject({ answer: 'fail', issue: issue.id })
})

it('[F12] [INS6] [INS8] inspections of earlier days show the first version of their list; those of today the second', () => {
  const visits = inspections.filter(one => one.checklist && one.mode === 'visit')
  const words = (days: (day: string) => boolean) => visits.filter(one => days(one.day)).map(one => listing(board, facts.checklists, one.checklist)!)
  const [before, today] = [words(day => day < '2026-05-23'), words(day => day === '2026-05-23')]
  expect(before.length).toBeGreaterThan(100)
  expect(before.every(list => list.version === 1 && list.items.every(item => !item.fault))).toBe(true)
  expect(today.length).toBeGreaterThan(3)
  expect(today.every(list => list.version === 2 && list.items.every(item => item.fault))).toBe(true)
})

it('[F15] in a sweep along a street, the twelve shops without a code are one issue', () => {
  const issue = [...board.all('issue')].find(one => one.places.length)!
  const sweep = board.get('inspection', issue.inspection!)!
  expect(issue.places).toHaveLength(12)
  expect(sweep.swept.length).toBeGreaterThanOrEqual(20)
  expect(sweep.swept.filter(one => !one.ok).map(one => one.place).sort()).toEqual([...issue.places].sort())
})

it('[F29] a visit to the tracing centre keeps six notes over three hours in one thread', () => {
  const threads = inspections.filter(one => one.mode === 'follow')
  expect(threads).toMatchObject([{ observations: 6, state: 'onSite' }])
  const notes = tale.steps.filter(step => step.command.name === 'observe')
  expect(notes.at(-1)!.at - notes[0]!.at).toBeGreaterThan(2.5 * hour)
  expect(threads[0]!.trail).toHaveLength(6)
})

it('[INS2] the inspected see a surprise visit only after the check-in', () => {
  const one = inspections.find(inspection => inspection.unannounced)!
  expect(visible(`township:${one.township}`, 'inspection', one)).toBe(true)
})

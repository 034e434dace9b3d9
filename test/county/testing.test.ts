import { expect, it } from 'vitest'
import { Board } from '../../shared/core/board.ts'
import { factsOf } from '../../shared/core/county.ts'
import { decide } from '../../shared/core/decide.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { lagging, paceOf, sitesOf, sumOf } from '../../shared/testing/figures.ts'
import { planSites } from '../../shared/testing/planning.ts'
import { lastNegativeRound } from '../../shared/testing/results.ts'

const { county } = folder
const facts = factsOf(county)
const now = Date.parse('2026-05-23T16:42:00+08:00')
const tale = folder.drill!(now, 506)
const people = new Map(tale.people.map(person => [person.id, person]))
const board = new Board()
for (const { actor, at, command } of tale.steps) {
  for (const change of decide(board, command, { actor: people.get(actor)!, now: at, real: at, facts })) board.set(change)
}
const round = (id: string) => board.get('round', id)!

it('[F39] the drill tells three rounds: one with a positive tube, one that was negative, and that of today, whose targets add up', () => {
  expect(['rd-1', 'rd-2', 'rd-3'].map(id => round(id).result)).toEqual(['positive', 'negative', null])
  for (const id of ['rd-1', 'rd-2', 'rd-3']) {
    for (const [township, target] of Object.entries(round(id).targets)) expect(sumOf(sitesOf(board, id).filter(site => site.township === township)).target, township).toBe(target)
  }
  const sites = sitesOf(board, 'rd-3')
  const behind = sites.filter(site => lagging(paceOf(site, round('rd-3'), now, facts.testing))).map(site => site.place)
  expect(behind).toContain('pl-nanqiao-sampling')
  expect(behind.length).toBeLessThan(sites.length / 4)
  expect(lastNegativeRound(board, [board.get('place', 'pl-nanqiao-sampling')!])?.id).toBe('rd-2')
})

it('[F40] the norms of the county name their source and give three to five sites and twelve to fifteen tables for 9,000 people', () => {
  expect(county.testing.sources.sites.zh).toMatch(/指南.*2000至3000.*600至800/)
  expect(planSites(9000, county.testing)).toMatchObject({ sites: [3, 5], tables: [12, 15] })
})

it('[F41] the checklist of a sampling site has ventilation, one-way flow, protection and waste, and a failed item becomes an issue', () => {
  const { items } = county.checklists.samplingSite!
  for (const word of ['通风', '单向', '防护服', '防护手套', '医疗废物']) expect(items.some(item => item.zh.includes(word)), word).toBe(true)
  const inspector = people.get('p-team3-1')!
  const give = (id: string, name: string, args: unknown) => decide(board, { id, name, args }, { actor: inspector, now, real: now, facts }).forEach(change => board.set(change))
  give('v', 'startInspection', { inspection: 'v-f41', mode: 'visit', place: 'pl-nanqiao-sampling', spot: { lng: 110.4222, lat: 21.5048, accuracy: 10 }, unannounced: true })
  const item = items.find(one => one.zh.includes('通风'))!
  const { township, lng, lat } = board.get('place', 'pl-nanqiao-sampling')!
  give('i', 'reportIssue', { issue: 'i-f41', inspection: 'v-f41', item: item.id, place: 'pl-nanqiao-sampling', title: item.fault?.zh ?? item.zh, aspect: item.aspect, severity: item.severity, township, lng, lat })
  expect(board.get('issue', 'i-f41')).toMatchObject({ inspection: 'v-f41', item: item.id, place: 'pl-nanqiao-sampling', aspect: item.aspect })
})

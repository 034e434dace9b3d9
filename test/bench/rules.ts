import type { Reader } from '../../shared/core/board.ts'
import type { Command, Context } from '../../shared/core/command.ts'
import type { Kind, Records, Shift } from '../../shared/records.ts'
import type { Row } from './row.ts'
import process from 'node:process'
import * as v from 'valibot'
import { Board } from '../../shared/core/board.ts'
import { dayOf } from '../../shared/core/calendar.ts'
import { factsOf } from '../../shared/core/county.ts'
import { check, decide } from '../../shared/core/decide.ts'
import { begins, keysOf } from '../../shared/core/indexes.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { proposeRoutes } from '../../shared/inspections/proposals.ts'
import { schemas } from '../../shared/records.ts'
import { quantile, round } from './row.ts'
import { sized } from './size.ts'
import { county, issue, place } from './world.ts'

const hour = 3_600_000
const now = 1.8e12
const many = sized(10_000, 200)
const facts = factsOf(county)
const weights = { ...facts.rules.route, kilometre: 0.5, stops: 10 }

/** Shifts of eight hours at fifty posts, from the past, with four people each, into the weeks to come, where each lacks one; the first of these lacks all. */
function shifts(): Shift[] {
  const first = Math.floor(many * 0.7)
  return Array.from({ length: many }, (_, i) => {
    const startsAt = now + hour + (i - first) * hour / 6
    const claimedBy = i === first ? [] : Array.from({ length: i < first ? 4 : 3 }, (_, n) => `p${(i * 4 + n) % 600}`)
    return v.parse(schemas.shift, { id: `s${i}`, title: '值守', post: `g${i % 50}`, township: `t${i % 21}`, lng: 110 + (i % 50) / 100, lat: 21.6, startsAt, endsAt: startsAt + 8 * hour, needed: 4, claimedBy })
  })
}

/** With half as many places and visits, and as many issues, for seven teams of three townships. */
function board(): Board {
  const made = new Board()
  const lay = <K extends Kind>(kind: K, records: readonly Records[K][]) => records.forEach(value => made.set({ kind, id: value.id, value }))
  const places = Array.from({ length: many / 2 }, (_, i) => place(i))
  const at = (i: number) => places[i * 7 % places.length]?.id ?? null
  lay('shift', shifts())
  lay('place', places)
  lay('issue', Array.from({ length: many }, (_, i) => ({ ...issue(i), place: at(i) })))
  lay('team', Array.from({ length: 7 }, (_, i) => v.parse(schemas.team, { id: `team${i}`, no: i, name: `${i}`, townships: [0, 1, 2].map(n => `t${i * 3 + n}`) })))
  lay('inspection', Array.from({ length: many / 2 }, (_, i) => v.parse(schemas.inspection, { id: `v${i}`, mode: 'visit', state: 'planned', title: '督导', township: `t${i % 21}`, lng: 110, lat: 21.6, day: dayOf(now - i % 18 * 24 * hour, facts.timeZone), team: `team${i % 7}`, place: at(i), plannedBy: 'boss', plannedAt: now })))
  return made
}

/** The word of the daily meeting with every team's route: as many stops as one act takes. */
const briefing: Command = {
  id: 'c',
  name: 'publishBriefing',
  args: { day: dayOf(now + 24 * hour, facts.timeZone), focus: '防护用品', decisions: '', from: null, stops: Array.from({ length: sized(200, 20) }, (_, i) => ({ inspection: `n${i}`, team: `team${i % 7}`, place: place(i).id })) },
}

/** The same board for rules that would scan. */
const scanned = (under: Board): Reader => ({
  get: (kind, id) => under.get(kind, id),
  all: kind => under.all(kind),
  by: (kind, index, key) => [...under.all(kind)].filter(record => keysOf(kind, index, record).includes(key)),
  within: (kind, index, key, from, until) => [...under.all(kind)].filter(record => keysOf(kind, index, record).includes(key) && begins[kind](record) >= from && begins[kind](record) < until).sort((a, b) => begins[kind](a) - begins[kind](b)),
  keys: (kind, index) => new Set([...under.all(kind)].flatMap(record => keysOf(kind, index, record))),
})

/** The 95th percentile of a rule's processor time in ms: what else runs on the machine does not count. */
function timed(run: () => void, times: number): number {
  for (let warm = 0; warm < times / 10; warm++) run()
  const took = Array.from({ length: times }, () => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return quantile(took, 0.95)
}

/** What a rule costs with 10,000 shifts on the board, by index and by scanning. */
export async function rules(): Promise<Row[]> {
  const on = board()
  const gap = `s${Math.floor(many * 0.7)}`
  const volunteer: Context = { actor: { id: 'p1', role: 'volunteer', approved: true }, now, real: now, facts }
  const headquarters: Context = { ...volunteer, actor: { id: 'boss', role: 'coordinator' } }
  const coming = [...on.all('shift')].filter(shift => shift.endsAt > now && !shift.claimedBy.includes('p1'))
  const row = (name: string, limit: number, run: (reader: Reader) => void, slow = 3): Row => {
    const [ours, scan] = [timed(() => run(on), sized(200, 2)), timed(() => run(scanned(on)), sized(slow, 1))]
    return { row: `RULES ${name}`, goal: `≤ ${limit} ms with ${many} shifts`, figure: round(ours), opponent: round(scan), ratio: round(ours / scan), ok: ours <= limit, unit: 'ms of processor, p95', details: 'opponent: the same rules, scanning' }
  }
  return [
    row('callOut', 5, reader => void decide(reader, { id: 'c', name: 'callOut', args: { shift: gap } }, headquarters)),
    row('callOut, its button', 1, reader => check(reader, { id: 'c', name: 'callOut', args: { shift: gap } }, headquarters)),
    row('claimShift', 1, reader => void decide(reader, { id: 'c', name: 'claimShift', args: { shift: gap } }, { ...volunteer, actor: { ...volunteer.actor, id: 'new' } })),
    row(`${coming.length} cards of a volunteer`, 16, reader => coming.forEach(shift => judge(reader, shift, volunteer)), 1),
    row('proposeRoutes', 16, reader => void proposeRoutes(reader, { now, weights, taken: new Set() })),
    row('publishBriefing', 50, reader => void decide(reader, briefing, headquarters)),
  ]
}

/** As a card asks: may I sign up, or wait for a place? */
function judge(reader: Reader, shift: Shift, context: Context): void {
  const name = shift.claimedBy.length < shift.needed ? 'claimShift' : 'joinWaitlist'
  try {
    check(reader, { id: 'c', name, args: { shift: shift.id } }, context)
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
  }
}

import type { Board, Reader } from '../../shared/core/board.ts'
import type { Command, Context } from '../../shared/core/command.ts'
import type { Shift } from '../../shared/records.ts'
import type { Row } from './row.ts'
import { dayOf } from '../../shared/core/calendar.ts'
import { factsOf } from '../../shared/core/county.ts'
import { check, decide } from '../../shared/core/decide.ts'
import { begins, keysOf } from '../../shared/core/indexes.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { proposeRoutes } from '../../shared/inspections/proposals.ts'
import { buttons } from './buttons.ts'
import { crowd, gap, many } from './crowd.ts'
import { round } from './row.ts'
import { sized } from './size.ts'
import { timed } from './timed.ts'
import { county, place } from './world.ts'

const hour = 3_600_000
const now = 1.8e12
const facts = factsOf(county)
const weights = { ...facts.rules.route, kilometre: 0.5, stops: 10 }

/** The briefing of the daily meeting with every team's route: as many stops as one command takes. */
const briefing: Command = {
  id: 'c',
  name: 'publishBriefing',
  args: { day: dayOf(now + 24 * hour, facts.timeZone), focus: '防护用品', decisions: '', from: null, stops: Array.from({ length: sized(200, 20) }, (_, i) => ({ inspection: `n${i}`, team: `many-team${i % 7}`, place: place(i).id })) },
}

/** The same board without indexes, for rules that scan. */
const scanned = (under: Board): Reader => ({
  get: (kind, id) => under.get(kind, id),
  all: kind => under.all(kind),
  by: (kind, index, key) => [...under.all(kind)].filter(record => keysOf(kind, index, record).includes(key)),
  within: (kind, index, key, from, until) => [...under.all(kind)].filter(record => keysOf(kind, index, record).includes(key) && begins[kind](record) >= from && begins[kind](record) < until).sort((a, b) => begins[kind](a) - begins[kind](b)),
  keys: (kind, index) => new Set([...under.all(kind)].flatMap(record => keysOf(kind, index, record))),
})

/** The cost of a rule with 10,000 shifts on the board, by index and by scanning. */
export async function rules(): Promise<Row[]> {
  const on = crowd(now)
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
    buttons(),
  ]
}

/** The question of a card: may I sign up, or wait for a place? */
function judge(reader: Reader, shift: Shift, context: Context): void {
  const name = shift.claimedBy.length < shift.needed ? 'claimShift' : 'joinWaitlist'
  try {
    check(reader, { id: 'c', name, args: { shift: shift.id } }, context)
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
  }
}

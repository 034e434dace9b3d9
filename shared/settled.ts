import type { Reader } from './core/board.ts'
import type { Command } from './core/command.ts'
import type { Facts, Rules } from './core/county.ts'
import type { AnyRecord, Incident, Kind, Records } from './records.ts'
import { dayName, dayNumber } from './core/calendar.ts'
import { joinedId } from './core/joined-id.ts'
import { inspectionSettledAt } from './inspections/inspecting.ts'
import { noticeSettledAt } from './notices/notices.ts'
import { deliverySettledAt } from './supplies/ledger.ts'

/**
 * A settled record stays on the live boards for as many days as the county says, and then leaves them. The server has it for
 * good: pages read it over HTTP, a rule of the server finds it, and it is back as soon as an act makes it unsettled.
 * No record is marked: the incident holds one moment a kind, and server and devices judge alike by it. So a day's clearing is one
 * small commit, however much leaves.
 */

const day = 24 * 3_600_000

export type Settling = keyof Rules['boardDays']

/** When a record was settled (epoch ms); null while it is not. Pure in the record. */
const settledAts: { readonly [K in Settling]: (record: Records[K]) => number | null } = {
  inspection: inspectionSettledAt,
  delivery: deliverySettledAt,
  notice: noticeSettledAt,
}

export const settling = Object.keys(settledAts) as readonly Settling[]
/** Is it a kind whose records are ever settled? */
export const settles = (kind: string): kind is Settling => Object.hasOwn(settledAts, kind)

export const settledAt = (kind: Kind, record: AnyRecord): number | null => settles(kind) ? settledAts[kind](record as never) : null

/** Has it left the live boards? */
export function hasLeft(incident: Pick<Incident, 'cleared'> | undefined, kind: Kind, record: AnyRecord): boolean {
  if (!incident || !settles(kind)) return false
  const at = settledAts[kind](record as never)
  return at !== null && at < (incident.cleared[kind] ?? 0)
}

/** Once a day, and only when something would leave: the server's own command that clears the boards. Its id is made of the day. */
export function dueClearing(board: Reader, now: number, facts: Facts): Command[] {
  const incident = board.get('incident', 'incident')
  if (!incident) return []
  const before = Object.fromEntries(settling.map(kind => [kind, now - facts.rules.boardDays[kind] * day]))
  const leaves = (kind: Settling) => {
    const until = before[kind] ?? 0
    if (until - (incident.cleared[kind] ?? 0) < day) return false
    for (const record of board.all(kind)) {
      const at = settledAt(kind, record)
      if (at !== null && at < until && at >= (incident.cleared[kind] ?? 0)) return true
    }
    return false
  }
  return settling.some(leaves) ? [{ id: joinedId('~', 'clock', 'cleared', dayName(dayNumber(now, facts.timeZone))), name: 'clearBoards', args: { before } }] : []
}

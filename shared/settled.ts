import type { Reader } from './core/board.ts'
import type { Command } from './core/command.ts'
import type { Facts } from './core/county.ts'
import type { Rules } from './core/rules.ts'
import type { AnyRecord, Incident, Kind, Records } from './records.ts'
import { bulletinSettledAt } from './bulletins/settling.ts'
import { dayName, dayNumber } from './core/calendar.ts'
import { joinedId } from './core/joined-id.ts'
import { shiftSettledAt } from './duty/duty.ts'
import { exposureSettledAt } from './exposure/standing.ts'
import { announcementSettledAt } from './incident/current.ts'
import { briefingSettledAt, dayReportSettledAt, inspectionSettledAt } from './inspections/settling.ts'
import { correctionSettledAt, letterSettledAt, slipSettledAt } from './issues/settling.ts'
import { issueSettledAt } from './issues/totals.ts'
import { noticeSettledAt } from './notices/notices.ts'
import { batchSettledAt, transferSettledAt } from './quarantine/settling.ts'
import { workPlanSettledAt } from './recovery/plans.ts'
import { selfReportSettledAt } from './recovery/reports.ts'
import { deliverySettledAt, marketDaySettledAt, moveSettledAt, pledgeSettledAt, shortageSettledAt } from './supplies/settling.ts'
import { roundSettledAt, samplingSettledAt, tubeSettledAt } from './testing/settling.ts'
import { zoneSettledAt } from './zones/in-force.ts'

/**
 * A settled record stays on the live boards for as many days as the county sets, and then leaves them. The server keeps it for
 * ever: pages read it over HTTP, rules on the server still see it, and it returns as soon as a command makes it unsettled.
 * Records are not marked. The incident holds one moment per kind, and server and devices apply the same rule to it, so that
 * the daily clearing is one small commit, however much leaves.
 */

const day = 24 * 3_600_000

export type Settling = keyof Rules['boardDays']
type SettledAt<K extends Kind> = (record: Records[K]) => number | null

/**
 * When a record was settled (epoch ms); null while it is not. Depends on the record alone. A kind with `null` never settles: there is one
 * of it, or a bounded number however long the incident lasts.
 */
const settledAts: { readonly [K in Kind]: K extends Settling ? SettledAt<K> : null } = {
  incident: null,
  counter: null,
  place: null,
  placeKey: null,
  issue: issueSettledAt,
  issueTotal: null,
  post: null,
  postKey: null,
  shift: shiftSettledAt,
  crew: null,
  shortage: shortageSettledAt,
  zone: zoneSettledAt,
  announcement: announcementSettledAt,
  team: null,
  checklist: null,
  inspection: inspectionSettledAt,
  briefing: briefingSettledAt,
  dayReport: dayReportSettledAt,
  notice: noticeSettledAt,
  letter: letterSettledAt,
  slip: slipSettledAt,
  bulletin: bulletinSettledAt,
  correction: correctionSettledAt,
  baseline: null,
  listWord: null,
  townshipCard: null,
  stock: null,
  move: moveSettledAt,
  delivery: deliverySettledAt,
  pledge: pledgeSettledAt,
  headcount: null,
  marketDay: marketDaySettledAt,
  requirement: null,
  fulfilment: null,
  table: null,
  liftCondition: null,
  grid: null,
  careCount: null,
  reopening: null,
  selfReport: selfReportSettledAt,
  workPlan: workPlanSettledAt,
  helpCount: null,
  round: roundSettledAt,
  sampling: samplingSettledAt,
  tube: tubeSettledAt,
  quarantine: null,
  batch: batchSettledAt,
  transfer: transferSettledAt,
  exposure: exposureSettledAt,
}
const rules = settledAts as Readonly<Record<Kind, SettledAt<Kind> | null>>

/** True for a kind whose records are settled at some time. */
export const settles = (kind: string): kind is Settling => Object.hasOwn(rules, kind) && rules[kind as Kind] !== null
export const settling = Object.keys(rules).filter(settles)

/** When this record was settled (epoch ms); null while it is not, or if its kind never is. */
export const settledAt = (kind: Kind, record: AnyRecord): number | null => rules[kind]?.(record as never) ?? null

/** True if the record has left the live boards. */
export function hasLeft(incident: Pick<Incident, 'cleared'> | undefined, kind: Kind, record: AnyRecord): boolean {
  const before = incident?.cleared[kind]
  const at = before === undefined ? null : settledAt(kind, record)
  return before !== undefined && at !== null && at < before
}

/** When the first of the records still on the live boards settles (epoch ms); Infinity if none has a moment yet. Reads every record of the kind. */
export function firstToSettle(board: Reader, kind: Settling): number {
  const cleared = board.get('incident', 'incident')?.cleared[kind] ?? 0
  let first = Infinity
  for (const record of board.all(kind)) {
    const at = settledAt(kind, record)
    if (at !== null && at >= cleared && at < first) first = at
  }
  return first
}

/**
 * The scheduler's command that clears the live boards: at most once a day, and only if a record would leave. `now` in epoch ms. Its id
 * is made from the day, so it runs once. `first` answers like `firstToSettle`, and may give any moment from `until` on if that is so.
 */
export function dueClearing(board: Reader, now: number, facts: Facts, first: (kind: Settling, until: number) => number = kind => firstToSettle(board, kind)): Command[] {
  const incident = board.get('incident', 'incident')
  if (!incident) return []
  const before = Object.fromEntries(settling.map(kind => [kind, now - facts.rules.boardDays[kind] * day]))
  const leaves = (kind: Settling) => {
    const until = before[kind] ?? 0
    return until - (incident.cleared[kind] ?? 0) >= day && first(kind, until) < until
  }
  return settling.some(leaves) ? [{ id: joinedId('~', 'clock', 'cleared', dayName(dayNumber(now, facts.timeZone))), name: 'clearBoards', args: { before } }] : []
}

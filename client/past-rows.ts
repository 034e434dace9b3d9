import type { RowKind } from '../shared/bulletins/rows-behind.ts'
import type { AnyRecord, Inspection, Issue, Place, Shift, Shortage, Zone } from '../shared/records.ts'
import type { Row } from './base/lists/row.ts'
import { issueRow } from './base/lists/issue-row.ts'
import { placeRow } from './base/lists/place-row.ts'
import { record } from './core/board.ts'
import { townshipName } from './core/county-names.ts'
import { dotted } from './core/isolate.ts'
import { moment } from './core/time.ts'
import { shiftRow } from './duty/row.ts'
import { inspectionWords } from './inspections/words.ts'
import { shortageRow } from './supplies/row.ts'
import { zoneRow } from './zones/row.ts'

function inspectionRow(one: Inspection, at: number): Row {
  return {
    key: `inspection/${one.id}`,
    title: one.title,
    sub: dotted([inspectionWords.value.modes[one.mode], record('team', one.team)?.name, townshipName(one.township)]),
    right: one.checkIn ? moment(one.checkIn.at, at) : '',
    rightSub: inspectionWords.value.states[one.state],
    icon: 'flag',
  }
}

/** The list row of a record as it was at a moment (epoch ms). */
export function pastRow(kind: RowKind, one: AnyRecord, at: number): Row {
  const rows: Readonly<Record<RowKind, () => Row>> = {
    issue: () => issueRow(one as Issue, at),
    inspection: () => inspectionRow(one as Inspection, at),
    place: () => ({ ...placeRow(one as Place, 0), right: moment((one as Place).inspectedAt ?? 0, at) }),
    shortage: () => shortageRow(one as Shortage, at),
    shift: () => shiftRow(one as Shift, at),
    zone: () => zoneRow(one as Zone, at),
  }
  return rows[kind]()
}

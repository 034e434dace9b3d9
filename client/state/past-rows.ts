import type { AnyRecord, Inspection, Issue, Place, Shift, Shortage, Zone } from '../../shared/records.ts'
import type { RowKind } from '../../shared/rows-behind.ts'
import type { Row } from './rows.ts'
import { inspectionWords } from '../text/inspections.ts'
import { moment } from '../text/time.ts'
import { record } from './board.ts'
import { issueRow, placeRow, shiftRow, shortageRow, townshipName, zoneRow } from './rows.ts'

function inspectionRow(one: Inspection, at: number): Row {
  return {
    key: `inspection/${one.id}`,
    title: one.title,
    sub: [inspectionWords.value.modes[one.mode], record('team', one.team)?.name, townshipName(one.township)].filter(Boolean).join(' · '),
    right: one.checkIn ? moment(one.checkIn.at, at) : '',
    rightSub: inspectionWords.value.states[one.state],
    icon: 'flag',
  }
}

/** The line of a record as it stood at a moment (epoch ms). */
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

import type { Kind } from '../records.ts'
import type { tableKinds } from './records.ts'

/** What a field of a table is, and the fields that several kinds have. */

export type TableKind = (typeof tableKinds)[number] & Kind
export type Value = string | number | null
/** A list from which a choice is taken: of the county, or the words of a state. */
export type Choices = 'township' | 'unit' | 'placeKind' | 'aspect' | 'supply' | 'origin' | 'careGroup' | 'issueState' | 'severity' | 'shortageState' | 'deliveryState' | 'pledgeState' | 'inspectionState' | 'level' | 'act' | 'moveReason' | 'roundResult' | 'tubeState' | 'transferState' | 'reopeningStep' | 'yesNo'
export type Holds = 'text' | 'number' | 'time' | 'degrees' | 'choice'

/** What a field may need besides its record: the moment (epoch ms), the last cut-off, and what another record that this reader may see is called. */
export interface Around {
  readonly at: number
  readonly from: number
  readonly code: string
  readonly called: (kind: 'place' | 'round' | 'grid', id: string | null) => string | null
}
/** `few`: a null is a figure too small for this reader, so that a sum with one is not known. */
export interface TableField<R = never> { readonly holds: Holds, readonly choices?: Choices, readonly few?: true, readonly of: (record: R, around: Around) => Value }

type Of<R> = (record: R, around: Around) => Value
export const text = <R>(of: Of<R>): TableField<R> => ({ holds: 'text', of })
export const number = <R>(of: Of<R>): TableField<R> => ({ holds: 'number', of })
export const few = <R>(of: Of<R>): TableField<R> => ({ holds: 'number', few: true, of })
export const time = <R>(of: Of<R>): TableField<R> => ({ holds: 'time', of })
export const degrees = <R>(of: Of<R>): TableField<R> => ({ holds: 'degrees', of })
export const choice = <R>(choices: Choices, of: Of<R>): TableField<R> => ({ holds: 'choice', choices, of })
export const yes = <R>(of: (record: R) => boolean): TableField<R> => choice('yesNo', record => of(record) ? 'yes' : 'no')
export const one = (is: boolean) => is ? 1 : 0

export const count = number(() => 1)
export const township = choice<{ readonly township: string }>('township', record => record.township)
export const unit = choice<{ readonly unit: string | null }>('unit', record => record.unit)
export const place = text<{ readonly place: string | null }>((record, { called }) => called('place', record.place))
export const round = text<{ readonly round: string }>((record, { called }) => called('round', record.round))
export const note = text<{ readonly note: string }>(record => record.note)
export const position = {
  lng: degrees<{ readonly lng: number }>(record => record.lng),
  lat: degrees<{ readonly lat: number }>(record => record.lat),
}

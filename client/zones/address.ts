import type { Located } from '../../shared/transfer/addresses.ts'
import type { Standing } from '../../shared/zones/standing.ts'
import { listOut } from '../base/transfer/write-list.ts'
import { titles } from '../core/page-titles.ts'
import { named } from '../core/record-words.ts'
import { addressWords as words } from './address-words.ts'

/** A line with its zone; null if no zone is in force, or where the position is not known. */
export interface Answered extends Located { readonly standing: Standing | null }

/** The answers as a list for Excel. Every line stays, also those that were not found. */
export function addressList(rows: readonly Answered[]) {
  const { columns, as, lng, lat, metres } = words.value
  return listOut(titles.value['/address'], rows, [
    { title: columns.text, holds: 'text', of: one => one.text },
    { title: columns.as, holds: 'text', of: one => one.name ? `${as[one.as]} ${one.name}` : as[one.as] },
    { title: columns.zone, holds: 'text', of: one => one.standing?.within ? one.standing.zone.name : one.spot ? words.value.free : '' },
    { title: columns.level, holds: 'text', of: one => one.standing?.within ? named.value.levels[one.standing.zone.level] : '' },
    { title: metres, holds: 'number', of: one => one.standing ? Math.round(one.standing.metres) * (one.standing.within ? -1 : 1) : null },
    { title: lng, holds: 'degrees', of: one => one.spot?.lng ?? null },
    { title: lat, holds: 'degrees', of: one => one.spot?.lat ?? null },
  ])
}

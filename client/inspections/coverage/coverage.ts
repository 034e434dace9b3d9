import type { Lot } from '../../../shared/inspections/coverage.ts'
import type { ListColumn, ListOut } from '../../base/transfer/write-list.ts'
import { computed } from 'vue'
import { cellKey, coverage } from '../../../shared/inspections/coverage.ts'
import { listOut } from '../../base/transfer/write-list.ts'
import { records } from '../../core/board.ts'
import { said } from '../../core/language.ts'
import { titles } from '../../core/page-titles.ts'
import { county } from '../../core/session.ts'
import { unseenDays, unseenSince } from './unseen.ts'
import { coverageWords as words } from './words.ts'

interface Tally { readonly seen: number, readonly total: number }
interface Line { readonly name: string, readonly tally: Tally, readonly of: (kind: string) => Tally }

const none = { seen: 0, total: 0 }

export const covered = computed(() => coverage(records('place'), unseenSince.value))
/** Kinds and townships that have no place on this board are left out. */
export const shownKinds = computed(() => (county.value?.placeKinds ?? []).filter(kind => covered.value.kinds.has(kind.id)))
export const shownTownships = computed(() => (county.value?.townships ?? [])
  .filter(one => covered.value.townships.has(one.code))
  .map(one => ({ code: one.code, name: said({ zh: one.name, en: one.nameEn }), tally: covered.value.townships.get(one.code) ?? none })))
export const cellOf = (township: string, kind: string) => covered.value.cells.get(cellKey(township, kind)) ?? none

/** The link behind a number: it must open exactly the places that the number counts. */
export function placesOf(lot: Lot, township = '', kind = '') {
  const query = { tab: 'place', ...township && { township }, ...kind && { kind }, ...lot !== 'all' && { only: lot }, days: String(unseenDays.value) }
  return { path: '/', query }
}

/** The matrix as the page shows it: one row for each township, then the county's total. */
export function coverageList(): ListOut {
  const figure = (title: string, of: (row: Line) => number): ListColumn<Line> => ({ title, holds: 'number', of })
  const fields: ListColumn<Line>[] = [
    { title: words.value.townships, holds: 'text', of: row => row.name },
    figure(words.value.places, row => row.tally.total),
    figure(words.value.seen, row => row.tally.seen),
    figure(words.value.unseen, row => row.tally.total - row.tally.seen),
    ...shownKinds.value.flatMap(kind => [
      figure(`${said(kind)} ${words.value.places}`, row => row.of(kind.id).total),
      figure(`${said(kind)} ${words.value.seen}`, row => row.of(kind.id).seen),
    ]),
  ]
  const { all, kinds } = covered.value
  const rows = shownTownships.value.map(({ code, name, tally }) => ({ name, tally, of: (kind: string) => cellOf(code, kind) }))
  return listOut(titles.value['/coverage'], [...rows, { name: words.value.whole, tally: all, of: (kind: string) => kinds.get(kind) ?? none }], fields, words.value.unseenFor(unseenDays.value))
}

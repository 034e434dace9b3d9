import type { Lot } from '../../../shared/inspections/coverage.ts'
import { computed } from 'vue'
import { cellKey, coverage } from '../../../shared/inspections/coverage.ts'
import { toExcel } from '../../base/transfer/excel.ts'
import { save } from '../../base/transfer/save.ts'
import { records } from '../../core/board.ts'
import { nowExactly } from '../../core/clock.ts'
import { said } from '../../core/language.ts'
import { county } from '../../core/session.ts'
import { exact } from '../../core/time.ts'
import { unseenDays, unseenSince } from './unseen.ts'
import { coverageWords as words } from './words.ts'

const none = { seen: 0, total: 0 }

export const covered = computed(() => coverage(records('place'), unseenSince.value))
/** Only what there is: a county has kinds, and an officer townships, without a place. */
export const shownKinds = computed(() => (county.value?.placeKinds ?? []).filter(kind => covered.value.kinds.has(kind.id)))
export const shownTownships = computed(() => (county.value?.townships ?? [])
  .filter(one => covered.value.townships.has(one.code))
  .map(one => ({ code: one.code, name: said({ zh: one.name, en: one.nameEn }), tally: covered.value.townships.get(one.code) ?? none })))
export const cellOf = (township: string, kind: string) => covered.value.cells.get(cellKey(township, kind)) ?? none

/** The link behind a number: list and map with exactly its places. */
export function placesOf(lot: Lot, township = '', kind = '') {
  const query = { tab: 'place', ...township && { township }, ...kind && { kind }, ...lot !== 'all' && { only: lot }, days: String(unseenDays.value) }
  return { path: '/', query }
}

export async function exportCoverage(): Promise<void> {
  const head = [words.value.townships, words.value.places, words.value.seen, words.value.unseen, ...shownKinds.value.map(kind => said(kind))]
  const { all, kinds } = covered.value
  const figures = ({ seen, total }: { readonly seen: number, readonly total: number }) => [String(total), String(seen), String(total - seen)]
  const share = ({ seen, total }: { readonly seen: number, readonly total: number }) => total ? `${seen}/${total}` : ''
  const rows = shownTownships.value.map(({ code, name, tally }) => [name, ...figures(tally), ...shownKinds.value.map(kind => share(cellOf(code, kind.id)))])
  const sum = [words.value.whole, ...figures(all), ...shownKinds.value.map(kind => share(kinds.get(kind.id) ?? none))]
  save(await toExcel(head, [...rows, sum], words.value.unseenFor(unseenDays.value)), `${words.value.title}-${exact(nowExactly()).slice(0, 16).replace(/\D/g, '')}.xlsx`)
}

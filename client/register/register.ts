import type { Place } from '../../shared/records.ts'
import type { Readings } from '../base/readings.ts'
import { computed, shallowRef, watch } from 'vue'
import { placeKind, township } from '../base/lists/filters.ts'
import { loadReadings } from '../base/readings.ts'
import { fit } from '../base/search.ts'
import { records } from '../core/board.ts'
import { kindName, shortUnit, townshipName } from '../core/county-names.ts'
import { inUrl } from '../core/selection.ts'

export const states = ['', 'open', 'unseen', 'retired'] as const
export const columns = ['name', 'kind', 'township', 'overseer', 'keeper', 'seen', 'open'] as const
export type Column = typeof columns[number]
export interface Line { readonly place: Place, readonly open: number }

const texts: Readonly<Record<Exclude<Column, 'seen' | 'open'>, (place: Place) => string>> = {
  name: place => place.name,
  kind: place => kindName(place.kind),
  township: place => townshipName(place.township),
  overseer: place => shortUnit(place.unit),
  keeper: place => place.keeper,
}

/** Lines in the order of a column; an empty text comes last either way, and a place that was never seen counts as seen before all others. */
export function inOrder(lines: readonly Line[], column: Column, down: boolean): readonly Line[] {
  const by = (a: Line, b: Line): number => {
    if (column === 'open') return a.open - b.open
    if (column === 'seen') return (a.place.inspectedAt ?? 0) - (b.place.inspectedAt ?? 0)
    return texts[column](a.place).localeCompare(texts[column](b.place), 'zh')
  }
  const empty = ({ place }: Line) => Number(column !== 'open' && column !== 'seen' && !texts[column](place))
  return [...lines].sort((a, b) => empty(a) - empty(b) || (down ? -by(a, b) : by(a, b)) || a.place.name.localeCompare(b.place.name, 'zh'))
}

/** The register of places, as it is filtered, searched and sorted in the address. */
export function useRegister() {
  const [text, state, sorted] = [inUrl('text'), inUrl('state'), inUrl('sort')]
  const readings = shallowRef<Readings | null>(null)
  watch(text, async typed => /[a-z]/i.test(typed) && (readings.value ??= await loadReadings().catch(() => null)), { immediate: true })
  const column = computed<Column>(() => columns.find(one => one === sorted.value.replace('-', '')) ?? 'name')
  const down = computed(() => sorted.value.startsWith('-'))
  const open = computed(() => {
    const counts = new Map<string, number>()
    for (const issue of records('issue')) {
      if (issue.place && issue.state !== 'closed') counts.set(issue.place, (counts.get(issue.place) ?? 0) + 1)
    }
    return counts
  })
  const fits = ({ name, address, keeper }: Place) => {
    const wanted = text.value.trim()
    return !wanted || [name, address, keeper].some(one => one.includes(wanted)) || (readings.value ? fit(name, wanted, readings.value) > 0 : false)
  }
  const lines = computed(() => inOrder(records('place').filter(place =>
    (state.value === 'retired') === place.retired
    && (!township.value || place.township === township.value)
    && (!placeKind.value || place.kind === placeKind.value)
    && (state.value !== 'open' || open.value.has(place.id))
    && (state.value !== 'unseen' || place.inspectedAt === null)
    && fits(place)).map(place => ({ place, open: open.value.get(place.id) ?? 0 })), column.value, down.value))

  return {
    text,
    state,
    column,
    down,
    lines,
    /** Sorts by a column; the same column again turns the order. Figures and days begin with the largest. */
    sort: (by: Column) => sorted.value = column.value === by ? `${down.value ? '' : '-'}${by}` : by === 'open' || by === 'seen' ? `-${by}` : by,
  }
}

import type { AnyRecord, SavedTable } from '../../shared/records.ts'
import type { Around, Choices } from '../../shared/tables/field.ts'
import type { Naming } from '../../shared/tables/sheet.ts'
import type { WorkedOut } from '../../shared/tables/work-out.ts'
import type { ListColumn } from '../base/transfer/write-list.ts'
import { computed, shallowRef, watch } from 'vue'
import { factsOf } from '../../shared/core/county.ts'
import { spanAt } from '../../shared/core/cut-off.ts'
import { settles } from '../../shared/settled.ts'
import { naming, nameOf as recordName, sheetOf } from '../../shared/tables/sheet.ts'
import { workOut } from '../../shared/tables/work-out.ts'
import { listOut } from '../base/transfer/write-list.ts'
import { record, records } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { said } from '../core/language.ts'
import { county } from '../core/session.ts'
import { allSettled } from '../core/settled.ts'
import { dayAndTime, wallClock } from '../core/time.ts'
import { tableTexts } from './words.ts'

export type Plan = Pick<SavedTable, 'of' | 'columns' | 'filters' | 'group' | 'rows' | 'settled'>

export const nameOf = computed<Naming>(() => county.value ? naming(county.value, tableTexts.value, said) : (_, code) => code)

/** What a choice can be, each with its name. */
export function optionsOf(choices: Choices): readonly { readonly id: string, readonly name: string }[] {
  const here = county.value
  const lists: Partial<Record<Choices, readonly string[]>> = {
    township: here?.townships.map(one => one.code),
    unit: here?.units.map(one => one.id),
    placeKind: here?.placeKinds.map(one => one.id),
    aspect: here?.aspects.map(one => one.id),
    supply: here?.supplies.map(one => one.id),
    origin: here?.exposure.origins.map(one => one.id),
    careGroup: ['all', ...here?.care.groups.map(one => one.id) ?? []],
  }
  const ids = lists[choices] ?? Object.keys(tableTexts.value.lists[choices as keyof typeof tableTexts.value.lists])
  return ids.map(id => ({ id, name: nameOf.value(choices, id) }))
}

const facts = computed(() => county.value && factsOf(county.value))
const around = (): Around => ({
  at: minute.value,
  from: facts.value ? spanAt(minute.value, facts.value).from : 0,
  code: record('incident', 'incident')?.code ?? '',
  called(kind, id) {
    const found = id === null ? undefined : record(kind, id)
    return found ? recordName(found) : null
  },
})

/** A plan worked out on this page's board, again at every change, with the settled records that the server has if the plan wants them. */
export function useWorkedOut(plan: () => Plan) {
  const settled = shallowRef<readonly AnyRecord[]>([])
  const state = shallowRef<'here' | 'reading' | 'failed'>('here')
  watch(() => [plan().of, plan().settled] as const, async ([kind, wanted]) => {
    settled.value = []
    state.value = 'here'
    if (!wanted || !settles(kind) || record('incident', 'incident')?.cleared[kind] === undefined) return
    state.value = 'reading'
    const found = await allSettled(kind, {}).catch(() => null)
    if (kind !== plan().of || !plan().settled) return
    settled.value = found ?? []
    state.value = found ? 'here' : 'failed'
  }, { immediate: true })
  const made = computed<WorkedOut>(() => {
    const here = records(plan().of) as readonly AnyRecord[]
    const known = new Set(here.map(({ id }) => id))
    return workOut(plan(), [...here, ...settled.value.filter(({ id }) => !known.has(id))], around())
  })
  const sheet = computed(() => sheetOf(made.value, tableTexts.value, nameOf.value))
  return { made, sheet, state }
}
export type Sheet = ReturnType<typeof sheetOf>

/** The cell as a page shows it. */
export function shownCell(value: string | number | null, holds: Sheet['columns'][number]['holds']): string {
  if (value === null) return ''
  return typeof value === 'number' && holds === 'time' ? dayAndTime(value) : String(value)
}

/** The table as an Excel file. */
export const tableList = (name: string, { columns, lines }: Sheet) => listOut(name, lines, columns.map((column, i): ListColumn<Sheet['lines'][number]> => ({
  ...column,
  of({ cells }) {
    const value = cells[i] ?? null
    return typeof value === 'number' && column.holds === 'time' ? wallClock(value) : value
  },
})))

import type { Place } from '../../../shared/records.ts'
import type { List, Missing, Reconciled } from '../../../shared/register/reconcile.ts'
import type { ListOut } from '../../base/transfer/write-list.ts'
import { uuidv7 } from 'uuidv7'
import { computed, shallowRef } from 'vue'
import { clip, line } from '../../../shared/core/text.ts'
import { lists, reconcile } from '../../../shared/register/reconcile.ts'
import { nameHints } from '../../../shared/transfer/columns.ts'
import { sortNames } from '../../../shared/transfer/name-rows.ts'
import { batches } from '../../../shared/transfer/place-batches.ts'
import { placeId } from '../../../shared/transfer/plain-name.ts'
import { useListFile } from '../../base/transfer/list-file.ts'
import { textsOut } from '../../base/transfer/write-list.ts'
import { records } from '../../core/board.ts'
import { kindName, townshipName } from '../../core/county-names.ts'
import { dispatch } from '../../core/dispatch.ts'
import { titles } from '../../core/page-titles.ts'
import { sentence } from '../../core/sentences.ts'
import { county, me } from '../../core/session.ts'
import { reconcileWords as words } from './words.ts'

const ownTownship = () => me.value?.role === 'officer' ? me.value.township ?? null : null

export const keptLists = computed(() => lists(records('baseline'), ownTownship()))

export function held(list: Pick<List, 'kind' | 'scope' | 'names'>): Reconciled {
  const townships = new Map((county.value?.townships ?? []).map(one => [one.code, [one.name, one.short]] as const))
  return reconcile(list, records('place'), { county: county.value ? [county.value.name] : [], townships })
}

/** Registers missing places. Each stands approximately, at the label of its township, until somebody moves it. Answers the refusal's sentence, or ''. */
export async function register(kind: string, missing: readonly Pick<Missing, 'name' | 'township'>[]): Promise<string> {
  const fresh = missing.flatMap(({ name, township }) => {
    const home = county.value?.townships.find(one => one.code === township)
    return home ? [{ place: placeId(kind, home.code, name), name, kind, township: home.code, address: '', note: '', lng: home.label[0], lat: home.label[1], source: 'approximate' as const }] : []
  })
  for (const batch of batches(fresh)) {
    const no = await dispatch('importPlaces', { places: batch })
    if (no) return sentence(no)
  }
  return ''
}

/** Renames a registered place to its listed name, so that the two match. Answers the refusal's sentence, or ''. */
export async function takeName(place: Place, name: string): Promise<string> {
  const no = await dispatch('editPlace', { place: place.id, set: { name }, base: { name: place.name } })
  return no ? sentence(no) : ''
}

export function reconciledList(list: List, found: Reconciled): ListOut {
  const row = (what: string, name: string, township: string | null, also = '') => [what, name, township ? townshipName(township) : '', also]
  const { parts } = words.value
  const rows = [
    ...found.missing.map(one => row(parts.missing, one.name, one.township, one.near.map(near => near.name).join('、'))),
    ...found.extra.map(one => row(parts.extra, one.name, one.township)),
    ...found.matched.map(({ listed, place }) => row(place.inspectedAt === null ? parts.matched : parts.inspected, listed.name, place.township, place.name)),
  ]
  return textsOut(`${titles.value['/reconcile']}-${kindName(list.kind)}`, words.value.sheet, rows, kindName(list.kind))
}

/** One list, from the choice of its file until it is kept. */
export function useBaselineFile() {
  const file = useListFile(nameHints)
  const { rows, busy, problem, meant, answered } = file
  const source = shallowRef('')
  const scope = shallowRef(ownTownship())
  const sorted = computed(() => county.value && rows.value.length ? sortNames(rows.value, { county: county.value, mapping: meant.value, scope: scope.value, answers: { township: answered('township') } }) : null)

  async function take(chosen: File | undefined): Promise<void> {
    if (chosen && await file.take(chosen)) source.value = clip(line(chosen.name.replace(/\.\w+$/, '')), 80)
  }

  /** Sends 400 names per command under one list id. Answers the id only if the whole list was accepted, else null. */
  async function keep(kind: string): Promise<string | null> {
    const { names, bad } = sorted.value ?? { names: [], bad: [] }
    const list = uuidv7()
    busy.value = true
    problem.value = ''
    for (let from = 0; from < names.length && !problem.value; from += 400) {
      const no = await dispatch('recordBaseline', { list, kind, scope: scope.value, source: source.value, names: names.slice(from, from + 400), skipped: bad.length, from })
      if (no) problem.value = sentence(no)
    }
    busy.value = false
    if (problem.value) return null
    file.drop()
    return list
  }

  return { file, source, scope, sorted, take, keep }
}

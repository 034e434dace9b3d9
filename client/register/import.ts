import type { Datum } from '../../shared/transfer/datum.ts'
import type { Heads } from '../../shared/transfer/head-counts.ts'
import type { Doubt, SortedPlaces } from '../../shared/transfer/place-rows.ts'
import type { Call } from '../core/undo.ts'
import { computed, ref, shallowRef, watch } from 'vue'
import { headKey, placeHints } from '../../shared/transfer/columns.ts'
import { batches } from '../../shared/transfer/place-batches.ts'
import { sortPlaces } from '../../shared/transfer/place-rows.ts'
import { useListFile } from '../base/transfer/list-file.ts'
import { transfer } from '../base/transfer/words.ts'
import { opened, record, records, view } from '../core/board.ts'
import { dispatch } from '../core/dispatch.ts'
import { sentence } from '../core/sentences.ts'
import { county, me } from '../core/session.ts'
import { inverse } from '../core/undo.ts'

/** One import, from the choice of the file to the list of bad rows. Nothing of it may remain for the next import. */
export function useImport() {
  const file = useListFile(placeHints)
  const { head, rows, mapping, meant, answered } = file
  const stage = shallowRef<'choose' | 'reading' | 'map' | 'sending' | 'done'>('choose')
  const datum = shallowRef<Datum>('WGS-84')
  const kind = shallowRef('')
  const township = shallowRef(me.value?.township ?? '')
  const confirmed = ref<ReadonlySet<Doubt>>(new Set())
  const takeMoved = shallowRef(false)
  const handed = shallowRef(0)
  const stopped = shallowRef(false)
  const result = shallowRef<SortedPlaces | null>(null)
  const sent = shallowRef<readonly string[]>([])
  /** The changes to known places that were accepted, in order, so that they can be undone. */
  const changed = shallowRef<readonly Call[]>([])
  const undone = shallowRef(false)
  /** The people at known places before the import, by group. */
  let before: ReadonlyMap<string, Heads> = new Map()
  const backOf = (call: Call): Call | null => call.name === 'countHeads' ? { ...call, args: { ...call.args, groups: before.get(String(call.args.place)) ?? {} } } : inverse(call)
  const scope = () => me.value?.role === 'officer' ? me.value.township ?? '' : null

  const sorted = computed<SortedPlaces | null>(() => county.value && rows.value.length
    ? sortPlaces(rows.value, { county: county.value, head: head.value, mapping: meant.value, datum: datum.value, kind: kind.value, township: township.value, scope: scope(), places: records('place'), headsAt: place => record('headcount', place)?.groups, answers: { kind: answered('kind'), township: answered('township') }, confirmed: confirmed.value })
    : null)
  /** How many of the sent places the server has confirmed. */
  const kept = computed(() => records('place') && sent.value.filter(id => opened().replica.confirmed.get('place', id)?.retired === false).length)

  function begin(): void {
    datum.value = 'WGS-84'
    kind.value = ''
    township.value = me.value?.township ?? ''
    confirmed.value = new Set()
    takeMoved.value = stopped.value = false
    handed.value = 0
    result.value = null
    sent.value = changed.value = []
    undone.value = false
  }

  async function take(chosen: File | undefined): Promise<void> {
    if (!chosen) return
    begin()
    stage.value = 'reading'
    if (!await file.take(chosen)) {
      // Another file may have taken its place, and is still being read.
      if (!file.busy.value) stage.value = 'choose'
      return
    }
    const saved = localStorage.getItem(headKey(head.value))
    const known = saved ? JSON.parse(saved) as { mapping: Record<string, number>, datum: Datum } : null
    if (known) mapping.value = known.mapping
    datum.value = known?.datum ?? 'WGS-84'
    stage.value = 'map'
  }

  watch([mapping, datum], () => head.value.length && localStorage.setItem(headKey(head.value), JSON.stringify({ mapping: mapping.value, datum: datum.value })), { deep: true })

  /** Sends the new places in batches. If one batch is refused, those before it stay. */
  async function send(): Promise<void> {
    const found = sorted.value
    if (!found) return
    result.value = found
    stage.value = 'sending'
    for (const batch of batches(found.fresh.map(({ line: _, ...place }) => place))) {
      if (stopped.value) break
      const retired = batch.map(one => one.place).filter(id => view.get('place', id)?.retired)
      const no = await dispatch('importPlaces', { places: batch }) ?? (retired.length ? await dispatch('restorePlaces', { places: retired }) : null)
      if (no) {
        file.problem.value = sentence(no)
        break
      }
      sent.value = [...sent.value, ...batch.map(one => one.place)]
      handed.value += batch.length
      await new Promise(next => setTimeout(next, 30))
    }
    const counts = [...found.heads].filter(([place]) => sent.value.includes(place)).map(([place, groups]) => ({ name: 'countHeads' as const, args: { place, groups } }))
    const uncounted = stopped.value || file.problem.value ? null : await all(counts)
    if (uncounted) file.problem.value = sentence(uncounted)
    if (takeMoved.value && !stopped.value && !file.problem.value) {
      const calls = found.moved.flatMap(changesOf)
      before = new Map(found.moved.flatMap(({ place, heads }) => heads ? [[place.id, record('headcount', place.id)?.groups ?? {}] as const] : []))
      const no = await all(calls)
      changed.value = no ? [] : calls
      if (no) file.problem.value = sentence(no)
    }
    stage.value = 'done'
  }

  /** Undoes the whole import, both added and changed places. */
  async function undo(): Promise<void> {
    const parts = Array.from({ length: Math.ceil(sent.value.length / 100) }, (_, i) => sent.value.slice(i * 100, i * 100 + 100))
    const back = [...parts.map(places => ({ name: 'withdrawPlaces' as const, args: { places } })), ...changed.value.flatMap(call => backOf(call) ?? [])]
    const no = await all(back)
    if (no) file.problem.value = sentence(no)
    else undone.value = true
  }

  const badFile = (): Promise<boolean> => {
    const { bad, doubtful } = result.value ?? sorted.value ?? { bad: [], doubtful: [] }
    const all = [...bad.map(row => ({ ...row, why: transfer.value.faults[row.fault] })), ...doubtful.map(row => ({ ...row, why: transfer.value.doubt[row.doubt] }))]
    return file.giveBack(all.sort((a, b) => a.line - b.line))
  }

  function again(): void {
    begin()
    file.drop()
    stage.value = 'choose'
  }

  return { file, stage, datum, kind, township, confirmed, takeMoved, sorted, result, handed, sent, kept, changed, stopped, undone, take, send, undo, badFile, again }
}

type Refused = Awaited<ReturnType<typeof dispatch>>

/** Dispatches the calls in order and stops at the first refusal. */
async function all(calls: readonly Call[]): Promise<Refused> {
  for (const { name, args } of calls) {
    const no = await dispatch(name, args as never)
    if (no) return no
  }
  return null
}

/** The changes that give a known place the values of the list. `base` is the place as the person saw it, so that later edits are noticed. */
function changesOf({ place, set: { address, ...where }, heads }: SortedPlaces['moved'][number]): readonly Call[] {
  const { lng, lat, accuracy, source } = place
  const moved: Call[] = where.lng === undefined ? [] : [{ name: 'movePlace', args: { place: place.id, set: where, base: { lng, lat, accuracy, source } } }]
  const edited: Call[] = address === undefined ? [] : [{ name: 'editPlace', args: { place: place.id, set: { address }, base: { address: place.address } } }]
  return [...moved, ...edited, ...heads ? [{ name: 'countHeads' as const, args: { place: place.id, groups: heads } }] : []]
}

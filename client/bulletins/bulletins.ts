import type { LocationQueryRaw } from 'vue-router'
import type { RowKind } from '../../shared/bulletins/rows-behind.ts'
import type { Figure, Split } from '../../shared/bulletins/summary.ts'
import type { Bulletin, Correction, Figures } from '../../shared/records.ts'
import { computed, shallowRef, watch } from 'vue'
import { fateOf } from '../../shared/bulletins/sampling.ts'
import { issuesBehind, summary } from '../../shared/bulletins/summary.ts'
import { factsOf } from '../../shared/core/county.ts'
import { spanAt, spanOf } from '../../shared/core/cut-off.ts'
import { numbered, written } from '../../shared/core/written.ts'
import { correctionsIn } from '../../shared/issues/corrections.ts'
import { record, records, view } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { shortUnit, townshipName } from '../core/county-names.ts'
import { inChinese } from '../core/language.ts'
import { may } from '../core/may.ts'
import { county, me } from '../core/session.ts'
import { allSettled, useSettled } from '../core/settled.ts'
import { date, exact } from '../core/time.ts'

export const facts = computed(() => county.value ? factsOf(county.value) : null)

/** The frozen days, newest first. */
export const bulletins = computed<readonly Bulletin[]>(() => [...records('bulletin')].sort((a, b) => a.day < b.day ? 1 : -1))

/** The number that a bulletin bears, as the office writes it: 廉防指通报〔2022〕17号. */
export const numberOf = (day: string, no: number) => numbered(county.value?.office.bulletin.no ?? '{no}', day.slice(0, 4), no)

/** A moment (epoch ms) as the office writes it, in a sentence: 2022年5月23日20时. */
export const officeTime = (at: number) => county.value && inChinese() ? written(county.value, at).minute : exact(at).slice(0, 16)

/** A day as the office writes it: 2022年5月23日. */
export const officeDay = (at: number) => county.value && inChinese() ? written(county.value, at).day : date(at)

/** The names of the townships and units that have opened a bulletin. */
export const readersOf = ({ readBy }: Bulletin) => readBy.map(id => townshipName(id) || shortUnit(id) || id)

/** True for roles that see the whole county. Only they may see the running day and the rows behind figures. */
export const seesAll = computed(() => Boolean(me.value && !['volunteer', 'officer', 'unit'].includes(me.value.role)))

/** The day that is not frozen yet. Its figures change with the board. */
export const running = computed(() => facts.value && record('incident', 'incident') ? spanAt(minute.value, facts.value) : null)

const runningFigures = computed<Figures | null>(() => {
  if (!facts.value || !running.value) return null
  // `summary` reads a view that Vue does not track, so every kind it uses must be read here to recompute it.
  for (const kind of ['issue', 'issueTotal', 'inspection', 'place', 'team', 'dayReport', 'shortage', 'shift', 'zone'] as const) void records(kind)
  return summary(view, running.value, minute.value, facts.value)
})

/** What a page shows about one day: the frozen bulletin, else the running day. `figures` is null if it is neither. */
export function useDay(day: () => string) {
  const bulletin = computed(() => record('bulletin', day()) ?? null)
  const frozen = computed(() => bulletin.value !== null)
  const isRunning = computed(() => !frozen.value && seesAll.value && running.value?.day === day())
  const span = computed(() => bulletin.value ?? (facts.value && Number.isFinite(Date.parse(day())) ? spanOf(day(), facts.value) : null))
  // A day that has left the board must be fetched.
  useSettled(() => span.value && span.value.until < (record('incident', 'incident')?.cleared.bulletin ?? 0) ? [`bulletin/${day()}`] : [])
  const figures = computed(() => bulletin.value?.figures ?? (isRunning.value ? runningFigures.value : null))
  // Corrections of a day may have left the board before the day itself.
  const earlier = shallowRef<readonly Correction[]>([])
  watch(() => span.value && span.value.from < (record('incident', 'incident')?.cleared.correction ?? 0) ? span.value : null, async (asked) => {
    earlier.value = []
    const found = asked ? await allSettled('correction', { from: String(asked.from), to: String(asked.until) }).catch(() => []) : []
    if (asked?.until === span.value?.until) earlier.value = found
  }, { immediate: true })
  const corrections = computed(() => {
    void records('correction')
    const here = span.value ? correctionsIn(view, span.value) : []
    return [...earlier.value.filter(one => !here.some(({ id }) => id === one.id)), ...here].sort((a, b) => a.no - b.no)
  })
  const rows = (kind: RowKind, query: LocationQueryRaw) => ({ path: `/bulletin/${day()}/rows`, query: { kind: kind === 'issue' ? undefined : kind, ...query } })

  return {
    bulletin,
    frozen,
    isRunning,
    span,
    figures,
    corrections,
    /** The link to the issues behind a figure: the board for the running day, the frozen rows for a past day. */
    issues(measure: Figure, group?: Split, name?: string) {
      if (!seesAll.value || !span.value) return null
      const filter = { ...issuesBehind(measure, span.value.from, group, name) }
      return isRunning.value ? { path: '/', query: filter } : rows('issue', filter)
    },
    others(kind: Exclude<RowKind, 'issue'>) {
      return seesAll.value && span.value ? rows(kind, kind === 'inspection' || kind === 'place' ? { from: String(span.value.from) } : {}) : null
    },
  }
}

export type DayView = ReturnType<typeof useDay>

/** The issues drawn as the sample of a day, with the result of each check. */
export const drawn = (bulletin: Bulletin) => {
  void records('issue')
  return bulletin.sample.map(id => ({ id, issue: record('issue', id), fate: fateOf(view, bulletin, id) }))
}

/** How many issues of the newest sample are unchecked. Null for people who may not check them. */
export const toLookAt = computed(() => {
  const [newest] = bulletins.value
  return newest && may('confirmSample') ? { day: newest.day, all: newest.sample.length, open: drawn(newest).filter(one => one.fate === 'open').length } : null
})

/** 1 if the newest bulletin waits for this person: for headquarters to be signed, for a township or a unit to be read. */
export const bulletinsForMe = computed(() => {
  const [newest] = bulletins.value
  const reader = me.value?.township ?? me.value?.unit
  if (!newest) return 0
  if (!newest.issuedAt) return Number(may('issueBulletin'))
  return Number(Boolean(may('readBulletin') && reader && !newest.readBy.includes(reader)))
})

/** The newest bulletin, if its sample holds this issue and nobody has checked it. */
export function askedToday(issue: string): Bulletin | null {
  const [newest] = bulletins.value
  return newest && newest.sample.includes(issue) && fateOf(view, newest, issue) === 'open' ? newest : null
}

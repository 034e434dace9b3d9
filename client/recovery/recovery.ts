import type { Place, Reopening } from '../../shared/records.ts'
import type { Status } from '../../shared/recovery/steps.ts'
import { computed, shallowRef } from 'vue'
import { dayNumber, numberOfDay } from '../../shared/core/calendar.ts'
import { factsOf } from '../../shared/core/county.ts'
import { phaseNow } from '../../shared/incident/current.ts'
import { isMissing } from '../../shared/recovery/reports.ts'
import { statusOf } from '../../shared/recovery/steps.ts'
import { reactive, records } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { said } from '../core/language.ts'
import { county } from '../core/session.ts'

/** A place that comes back, with its file. */
export interface Filed { readonly place: Place, readonly file: Reopening }

export const facts = computed(() => county.value && factsOf(county.value))
export const isSchool = (kind: string): boolean => county.value?.schoolKinds.includes(kind) ?? false
export const reopens = (kind: string): boolean => county.value?.recoveryKinds.includes(kind) ?? false

/** The files of the places this person sees: what waits for a step first, then what is halted, then what runs, each the longest first. */
export const files = computed<readonly Filed[]>(() => {
  const places = new Map(records('place').map(place => [place.id, place]))
  const order = { waiting: 0, halted: 1, running: 2 }
  return records('reopening').flatMap((file) => {
    const place = places.get(file.place)
    return place && !place.retired ? [{ place, file }] : []
  }).sort((a, b) => order[statusOf(a.file)] - order[statusOf(b.file)] || a.file.since - b.file.since || (a.place.id < b.place.id ? -1 : 1))
})

/** The files that the page lists now. */
export const listed = shallowRef<readonly Filed[]>([])

export const missing = (file: Reopening): boolean => facts.value !== undefined && facts.value !== null && isMissing(file, facts.value, minute.value)

/** The whole days without a report, today not counted. */
export function daysMissed(file: Reopening): number {
  const zone = county.value?.timeZone ?? 'UTC'
  const since = dayNumber(file.since, zone) - 1
  return dayNumber(minute.value, zone) - 1 - (file.lastReport === null ? since : Math.max(since, numberOfDay(file.lastReport)))
}

/** Where each place stands, for the map and its lists: only in the recovery, and where reports are missing. */
export const tones = computed<ReadonlyMap<string, Status | 'missing'>>(() => phaseNow(reactive) === 'recovery' ? new Map(files.value.map(({ file }) => [file.place, missing(file) ? 'missing' : statusOf(file)])) : new Map())

export const gradeName = (id: string): string => said(county.value?.grades.find(one => one.id === id)) || id
export const pupilsOf = ({ grades }: Reopening): number => grades.reduce((sum, { heads }) => sum + heads, 0)
/** The grades in the order of their arrival: 初三 07:10、高三 07:40. */
export const timesOf = ({ grades }: Reopening): string => [...grades].sort((a, b) => a.arrives < b.arrives ? -1 : 1).map(one => `${gradeName(one.grade)} ${one.arrives}`).join('、')
/** A time at which two grades arrive; empty if none do. */
export const sameTimeOf = ({ grades }: Pick<Reopening, 'grades'>): string => grades.find((one, i) => grades.findIndex(other => other.arrives === one.arrives) < i)?.arrives ?? ''

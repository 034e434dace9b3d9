import type { Round, Sampling } from '../../shared/records.ts'
import type { Pace } from '../../shared/testing/figures.ts'
import { computed } from 'vue'
import { isOpen, lagging, latestOf, paceOf, sumOf } from '../../shared/testing/figures.ts'
import { record, records } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { townshipName } from '../core/county-names.ts'
import { inUrl } from '../core/selection.ts'
import { county } from '../core/session.ts'
import { clockTime, dayStart, moment } from '../core/time.ts'
import { testingWords as words } from './words.ts'

/** The testing rounds that this person sees, and the one that is shown. */
export const rounds = computed(() => [...records('round')].sort((a, b) => b.startsAt - a.startsAt))
export const openRounds = computed(() => rounds.value.filter(isOpen))
const chosen = inUrl('round')
export const shownRound = computed<Round | undefined>(() => rounds.value.find(one => one.id === chosen.value) ?? openRounds.value[0] ?? rounds.value[0])
export const chooseRound = computed({ get: () => shownRound.value?.id ?? '', set: id => chosen.value = id })

export const sites = computed(() => records('sampling').filter(one => one.round === shownRound.value?.id))
export const norms = computed(() => county.value?.testing)
export const paceNow = (site: Sampling): Pace => shownRound.value && norms.value ? paceOf(site, shownRound.value, minute.value, norms.value) : 'waiting'
export const behind = computed(() => sites.value.filter(site => lagging(paceNow(site))))

export interface Township { readonly code: string, readonly sites: readonly Sampling[], readonly sum: ReturnType<typeof sumOf>, readonly lagging: number }

/** The townships of the round whose sites this person sees, those with sites behind first. */
export const townships = computed<readonly Township[]>(() => {
  const by = new Map<string, Sampling[]>()
  for (const site of sites.value) by.set(site.township, [...by.get(site.township) ?? [], site])
  return [...by].map(([code, mine]) => ({ code, sites: mine, sum: sumOf(mine, shownRound.value?.targets[code]), lagging: mine.filter(site => lagging(paceNow(site))).length })).sort((a, b) => b.lagging - a.lagging || share(a.sum) - share(b.sum))
})
export const countySum = computed(() => sumOf(sites.value, townships.value.reduce((sum, one) => sum + one.sum.target, 0)))

export const share = ({ sampled, target }: { readonly sampled: number, readonly target: number }): number => target ? Math.floor(100 * sampled / target) : 0
export const siteName = (site: Sampling): string => record('place', site.place)?.name ?? townshipName(site.township)
export const enteredAt = (site: Sampling): string => {
  const last = latestOf(site)
  return last ? words.value.last(moment(last.at, minute.value)) : words.value.noFigures
}
export const hoursOf = ({ startsAt, endsAt }: Round): string => words.value.hours(moment(startsAt, minute.value), dayStart(startsAt) === dayStart(endsAt) ? clockTime(endsAt) : moment(endsAt, minute.value))
export const number = (n: number): string => n.toLocaleString('en')

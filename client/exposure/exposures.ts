import type { Standing } from '../../shared/exposure/standing.ts'
import type { Exposure } from '../../shared/records.ts'
import { computed } from 'vue'
import { zoneOver } from '../../shared/exposure/neighbours.ts'
import { standingOf } from '../../shared/exposure/standing.ts'
import { records } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { said } from '../core/language.ts'
import { county } from '../core/session.ts'
import { clockTime, dayStart, moment } from '../core/time.ts'
import { exposureWords as words } from './words.ts'

/** The exposure places that this person sees: closed ones first, the newest of them at the top. */
export const exposures = computed(() => [...records('exposure')].sort((a, b) => Number(a.releasedAt !== null) - Number(b.releasedAt !== null) || b.at - a.at))
/** Those that are closed. */
export const openExposures = computed(() => exposures.value.filter(one => one.releasedAt === null))

export const exposureRules = computed(() => county.value?.exposure)
export const standing = (one: Exposure): Standing => exposureRules.value ? standingOf(one, exposureRules.value) : 'closing'
export const originOf = ({ origin }: Pick<Exposure, 'origin'>): string => said(exposureRules.value?.origins.find(one => one.id === origin))
export const windowText = ({ from, to }: Exposure['windows'][number]): string =>
  words.value.windowOf(moment(from, minute.value), dayStart(from) === dayStart(to) ? clockTime(to) : moment(to, minute.value))
/** The strictest zone in force around it. */
export const zoneOf = (one: Exposure) => zoneOver(records('zone'), one, minute.value)

import type { Due } from '../../shared/requirements/dues.ts'
import type { Zoning } from '../../shared/requirements/zoning.ts'
import { computed } from 'vue'
import { factsOf } from '../../shared/core/county.ts'
import { isLate } from '../../shared/requirements/dues.ts'
import { dutiesAt } from '../../shared/requirements/duties.ts'
import { zoningOf } from '../../shared/requirements/zoning.ts'
import { reactive, ready, records } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { dotted } from '../core/isolate.ts'
import { said } from '../core/language.ts'
import { named } from '../core/record-words.ts'
import { county } from '../core/session.ts'
import { dayStart, duration, moment } from '../core/time.ts'
import { requirementWords as words } from './words.ts'

let before: Zoning | undefined
export const zoning = computed(() => before = zoningOf(records('place'), records('zone'), before))
export const facts = computed(() => county.value && factsOf(county.value))

/** Everything that is required at places this person sees, the most urgent first. */
export const dues = computed<readonly Due[]>(() => ready.value && facts.value ? dutiesAt(reactive, facts.value, zoning.value, minute.value).sort((a, b) => a.dueAt - b.dueAt) : [])

export const late = (due: Due): boolean => isLate(due, minute.value)
/** True until the end of the county's day; what is overdue counts too. */
export const dueToday = ({ dueAt }: Due): boolean => dueAt < dayStart(minute.value) + 24 * 3_600_000

export const levelOf = (due: Due): string => due.zone ? named.value.levels[due.zone.level] : words.value.outside
export const sentenceOf = ({ zh, en }: { readonly zh: string, readonly en?: string }): string => said({ zh, en: en || zh })
export const ruleOf = ({ rule }: Due): string => sentenceOf(rule)
/** How late it is, or how much time is left. */
export const stateOf = (due: Due): string => late(due) ? words.value.lateBy(duration(minute.value - due.dueAt)) : words.value.dueIn(duration(due.dueAt - minute.value))
export const lastOf = ({ last, batch }: Due): string => last ? words.value.last(moment(last.at, minute.value)) : batch ? words.value.arrived(moment(batch.at, minute.value)) : words.value.never
/** Why it is due: 管控区 · 每日一检 · 上次 5月8日 14:40. */
export const whyOf = (due: Due): string => dotted([levelOf(due), ruleOf(due), lastOf(due), due.last?.count ? words.value.count(due.last.count) : ''])

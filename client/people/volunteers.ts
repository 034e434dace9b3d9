import { computed, shallowRef, watch } from 'vue'
import { planners } from '../../shared/core/actor.ts'
import { linkState, volunteersTurn } from '../core/board.ts'
import { ask } from '../core/http.ts'
import { me } from '../core/session.ts'

/** Somebody who signed up and waits for approval. `twins`: others with the same number. Times are epoch ms. */
export interface WaitingVolunteer { readonly id: string, readonly name: string, readonly phone: string, readonly township: string, readonly skills: readonly string[], readonly declared: readonly string[], readonly consentedAt?: number, readonly at: number, readonly twins: number }
/** A link by which people sign up. `township`: null for all of the county. */
export interface SignUpLink { readonly id: string, readonly township: string | null, readonly left: number, readonly expiresAt: number }

const mayApprove = computed(() => Boolean(me.value && planners.includes(me.value.role)))

/** How many wait for me to approve them. */
export const waitingCount = shallowRef(0)
watch([volunteersTurn, linkState], async () => {
  if (!mayApprove.value || linkState.value !== 'live') return
  waitingCount.value = await ask<number>('/api/volunteers/waiting/count').catch(() => waitingCount.value)
}, { immediate: true })

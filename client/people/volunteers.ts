import { computed, effectScope, shallowRef, watch } from 'vue'
import { planners } from '../../shared/core/actor.ts'
import { linkState, volunteersTurn } from '../core/board.ts'
import { ask } from '../core/http.ts'
import { me } from '../core/session.ts'

/** A volunteer who waits for approval. `twins` counts others with the same phone number. Times are epoch ms. */
export interface WaitingVolunteer { readonly id: string, readonly name: string, readonly phone: string, readonly township: string, readonly skills: readonly string[], readonly declared: readonly string[], readonly consentedAt?: number, readonly at: number, readonly twins: number }
/** A link for signing up. `township` is null if it is for the whole county. `left`: how many more people may use it. */
export interface SignUpLink { readonly id: string, readonly township: string | null, readonly left: number, readonly expiresAt: number }

const mayApprove = computed(() => Boolean(me.value && planners.includes(me.value.role)))

const counted = shallowRef(0)
const following = effectScope(true)
let begun = false
function follow(): void {
  begun = true
  following.run(() => watch([volunteersTurn, linkState], async () => {
    if (!mayApprove.value || linkState.value !== 'live') return
    counted.value = await ask<number>('/api/volunteers/waiting/count').catch(() => counted.value)
  }, { immediate: true }))
}

/** How many volunteers this person could approve now. It is asked for once a screen shows it. */
export const waitingCount = computed(() => {
  if (!begun) follow()
  return counted.value
})

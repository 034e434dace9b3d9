import type { Refusal } from '../../../shared/core/protocol.ts'
import type { Crew } from '../../../shared/records.ts'
import { computed } from 'vue'
import { isMember } from '../../../shared/duty/duty.ts'
import { records } from '../../core/board.ts'
import { nameOf } from '../../core/names.ts'
import { me } from '../../core/session.ts'
import { why } from '../../core/why.ts'
import { crewWords as words } from './words.ts'

/** True while the leader has not answered my request to join. */
export const hasAsked = (crew: Crew): boolean => crew.requests.some(one => one.person === me.value?.id)

export const myCrews = computed(() => records('crew').filter(crew => isMember(crew, me.value?.id ?? '')))
export const otherCrews = computed(() => records('crew').filter(crew => crew.members.length > 0 && !isMember(crew, me.value?.id ?? '')))
export const ledCrews = computed(() => records('crew').filter(crew => crew.leader === me.value?.id && isMember(crew, crew.leader)))

/** The sentence that says why a whole crew cannot claim a shift. It names the member who is refused. */
export function whyNotAll(refusal: Refusal, crew: Crew): string {
  if (refusal.code === 'shift_full') return words.value.left(refusal.detail ?? '0', crew.members.length)
  return refusal.detail && isMember(crew, refusal.detail) ? words.value.because(nameOf(refusal.detail, 'volunteer'), why(refusal)) : why(refusal)
}

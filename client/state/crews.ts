import type { Refusal } from '../../shared/protocol.ts'
import type { Crew } from '../../shared/records.ts'
import { computed } from 'vue'
import { crewWords as words } from '../text/crews.ts'
import { why } from '../text/why.ts'
import { records } from './board.ts'
import { nameOf } from './names.ts'
import { me } from './session.ts'

const has = (crew: Crew, person: string) => crew.members.some(member => member.person === person)

export const myCrews = computed(() => records('crew').filter(crew => has(crew, me.value?.id ?? '')))
export const otherCrews = computed(() => records('crew').filter(crew => crew.members.length > 0 && !has(crew, me.value?.id ?? '')))
export const ledCrews = computed(() => records('crew').filter(crew => crew.leader === me.value?.id && has(crew, crew.leader)))

/** Why a whole team has no place: the sentence, with the name of whoever is in the way. */
export function whyNotAll(refusal: Refusal, crew: Crew): string {
  if (refusal.code === 'shift_full') return words.value.left(refusal.detail ?? '0', crew.members.length)
  return refusal.detail && has(crew, refusal.detail) ? words.value.because(nameOf(refusal.detail, 'volunteer'), why(refusal)) : why(refusal)
}

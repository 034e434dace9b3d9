import { computed, shallowRef } from 'vue'
import { audience } from '../core/board.ts'
import { phoneScreen } from '../core/phone-screen.ts'
import { me } from '../core/session.ts'

/** Chooses and loads the screen of a window. A phone must never load the desk's code, nor a desk the phone's. */
const narrow = matchMedia(phoneScreen)
export const small = shallowRef(narrow.matches)
narrow.addEventListener('change', () => small.value = narrow.matches)
export const loadDesk = () => import('./desk/Desk.vue')
export const loadPhone = () => import('./phone/Phone.vue')
export const loadFrame = () => import('./frame/DeskFrame.vue')
export const loadScreen = () => small.value ? loadPhone() : Promise.all([loadFrame(), loadDesk()])

/** A volunteer waits until the approved volunteers' board has arrived, which is a moment after the approval. */
export const waits = computed(() => me.value?.role === 'volunteer' && (!me.value.approved || audience.value === 'newcomer'))

import type { Turn } from '../../../shared/incident/screens.ts'
import { computed, onUnmounted, shallowRef, watch } from 'vue'

/** A pause that the room has forgotten ends by itself (seconds). */
const longestPause = 15 * 60

/** The views one after the other. The arrow keys go to the next and the former one, the space bar pauses. */
export function useRotation(turns: () => readonly Turn[]) {
  const at = shallowRef(0)
  const spent = shallowRef(0)
  const paused = shallowRef(0)
  const turn = computed(() => turns()[at.value % turns().length])
  const next = computed(() => turns()[(at.value + 1) % turns().length])

  function go(by: number): void {
    at.value = (at.value + by + turns().length) % turns().length
    spent.value = 0
  }
  function tick(): void {
    if (paused.value) paused.value = paused.value < longestPause ? paused.value + 1 : 0
    else if (turns().length > 1 && ++spent.value >= (turn.value?.seconds ?? 0)) go(1)
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'ArrowRight') go(1)
    else if (event.key === 'ArrowLeft') go(-1)
    else if (event.key === ' ') paused.value = paused.value ? 0 : 1
    else return
    event.preventDefault()
  }

  watch(turns, () => at.value = spent.value = 0)
  const ticking = setInterval(tick, 1000)
  window.addEventListener('keydown', press)
  onUnmounted(() => {
    clearInterval(ticking)
    window.removeEventListener('keydown', press)
  })

  return { turn, next, spent, paused, left: computed(() => Math.max(0, (turn.value?.seconds ?? 0) - spent.value)) }
}

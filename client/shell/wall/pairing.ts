import type { Pairing } from '../../../shared/incident/screens.ts'
import { shallowRef } from 'vue'
import { realNow } from '../../core/clock.ts'
import { ask, RefusedRequest } from '../../core/http.ts'
import { goToClear } from '../../core/session.ts'

/** How often the screen asks whether its code was entered (ms). */
const every = 2000

/** Shows a code until headquarters has entered it, then loads the page anew as the paired screen. Ends with `stop`. */
export function pairing() {
  const code = shallowRef<Pairing | null>(null)
  const problem = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false

  async function look(): Promise<void> {
    try {
      if (!code.value || code.value.until <= realNow()) code.value = await ask<Pairing>('/api/screens/pairing', { method: 'POST' })
      const { paired } = await ask<{ paired: boolean }>('/api/screens/pairing/session', { method: 'POST', body: { secret: code.value.secret } })
      problem.value = false
      if (paired) return location.reload()
    } catch (error) {
      if (goToClear(error)) return
      // A server that was started again knows no codes.
      if (error instanceof RefusedRequest && error.refusal.code === 'not_found') code.value = null
      else problem.value = true
    }
    if (!over) timer = setTimeout(() => void look(), every)
  }
  void look()

  return {
    code,
    problem,
    stop(): void {
      over = true
      clearTimeout(timer)
    },
  }
}

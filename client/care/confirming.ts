import { shallowRef } from 'vue'
import { ask, RefusedRequest } from '../core/http.ts'
import { tried } from '../core/tried.ts'
import { lifeWords as words } from './life-words.ts'

const isRefused = (error: unknown, ...codes: string[]): boolean => error instanceof RefusedRequest && codes.includes(error.refusal.code)

/** Work by which personal data leaves the system. While `asks` is set, the server waits for a sign-in link that proves who asks; once it has one, the work is done again. */
export function useConfirming() {
  const asks = shallowRef(false)
  const problem = shallowRef('')
  let waiting: () => Promise<unknown> = async () => {}

  /** True if it was done. */
  async function take(work: () => Promise<unknown>): Promise<boolean> {
    waiting = work
    problem.value = await tried(work().catch((error) => {
      asks.value = isRefused(error, 'sign_in_again')
      throw error
    })) ?? ''
    if (asks.value) problem.value = ''
    return !problem.value && !asks.value
  }

  /** Takes a whole link, or the secret at its end. */
  async function confirm(link: string): Promise<boolean> {
    const token = link.trim().split('#').at(-1) ?? ''
    problem.value = await tried(ask('/api/session/confirm', { method: 'POST', body: { token } }).catch((error) => {
      problem.value = isRefused(error, 'not_found', 'invalid') ? words.value.badLink : ''
      throw error
    })).then(text => text && (problem.value || text)) ?? ''
    if (problem.value) return false
    asks.value = false
    return take(waiting)
  }
  return { asks, problem, take, confirm }
}

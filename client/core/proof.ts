import { shallowRef } from 'vue'
import { RefusedRequest } from './http.ts'

/** Set while work waits for a proof of who asks: to be called with whether it was given. */
export const proofWanted = shallowRef<((given: boolean) => void) | null>(null)

/** Does work for which the server may want a fresh proof of who asks. Once it has one, the work is done again; if the person gives none, the refusal is thrown. */
export async function proven<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RefusedRequest) || error.refusal.code !== 'sign_in_again') throw error
    const given = await new Promise<boolean>(done => proofWanted.value = done)
    proofWanted.value = null
    if (!given) throw error
    return proven(work)
  }
}

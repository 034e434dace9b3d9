import { shallowRef } from 'vue'

const name = 'yixian:maps'
/** True while another page of this browser changes the kept maps, and this one waits for it. */
export const waits = shallowRef(false)

/** Runs work while no other page of this browser changes the kept maps. Rejects if `signal` ends the waiting. Pages that can keep maps have locks. */
export async function inTurn(work: () => Promise<void>, signal?: AbortSignal): Promise<void> {
  const { locks } = navigator as { readonly locks?: LockManager | null }
  if (!locks) return work()
  const begun = await locks.request(name, { ifAvailable: true }, async lock => lock !== null && await work().then(() => true))
  if (begun) return
  waits.value = true
  try {
    await locks.request(name, signal ? { signal } : {}, async () => {
      waits.value = false
      await work()
    })
  } finally {
    waits.value = false
  }
}

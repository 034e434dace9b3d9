/**
 * Runs work while no other page of this browser does the same, so that two open pages never send the same thing twice. Only secure
 * contexts have locks; elsewhere it may be sent twice, and its id makes that harmless.
 */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { readonly locks?: LockManager | null }
  return locks ? await locks.request(`yixian:send:${name}`, work) : await work()
}

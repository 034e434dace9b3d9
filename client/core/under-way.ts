const underWay = new Map<string, Promise<unknown>>()

/** While work is under way, asking for the same work answers with that: a second press of a button or of Enter does nothing more. */
export function once<T>(key: string, work: () => Promise<T>): Promise<T> {
  const known = underWay.get(key)
  if (known) return known as Promise<T>
  const begun = work().finally(() => underWay.delete(key))
  underWay.set(key, begun)
  return begun
}

/** Resolves when no work is under way and the forms have heard of it; after `most` milliseconds in any case. */
export async function idle(most = 10_000): Promise<void> {
  const end = performance.now() + most
  const limit = new Promise(wake => setTimeout(wake, most))
  while (underWay.size && performance.now() < end) await Promise.race([limit, Promise.allSettled(underWay.values())])
  await new Promise(wake => setTimeout(wake))
}

/** A command's name and arguments without the moments of the press, by which two presses differ. */
export const sameAct = (name: string, args: object): string =>
  JSON.stringify([name, args], (field, value: unknown) => field === 'at' || field === 'deviceAt' ? undefined : value)

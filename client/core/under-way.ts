const underWay = new Map<string, Promise<unknown>>()

/** While work is under way, asking for the same work answers with that: a second press of a button or of Enter does nothing more. */
export function once<T>(key: string, work: () => Promise<T>): Promise<T> {
  const known = underWay.get(key)
  if (known) return known as Promise<T>
  const begun = work().finally(() => underWay.delete(key))
  underWay.set(key, begun)
  return begun
}

/** A command's name and arguments without the moments of the press, by which two presses differ. */
export const sameAct = (name: string, args: object): string =>
  JSON.stringify([name, args], (field, value: unknown) => field === 'at' || field === 'deviceAt' ? undefined : value)

/** One version of a rule that headquarters may change: the newest that has begun counts, unless it has ended. Moments in epoch ms. */
export interface Version { readonly rule: string, readonly version: number, readonly validFrom: number, readonly validTo: number | null }

/** The versions in force at a moment: of each rule the newest that had begun, unless it had ended. */
export function versionsAt<V extends Version>(versions: Iterable<V>, at: number): readonly V[] {
  const newest = new Map<string, V>()
  for (const one of versions) {
    const known = newest.get(one.rule)
    if (one.validFrom <= at && (!known || known.version < one.version)) newest.set(one.rule, one)
  }
  return [...newest.values()].filter(({ validTo }) => validTo === null || validTo > at)
}

/** The versions of a rule from the newest on. */
export const historyOf = <V extends Version>(versions: readonly V[], rule: string): readonly V[] => versions.filter(one => one.rule === rule).sort((a, b) => b.version - a.version)

/** When a version stops to count: at its own end, or when a later version begins; null while neither is known. */
export function endOf(one: Version, versions: readonly Version[]): number | null {
  const later = versions.filter(other => other.rule === one.rule && other.version > one.version).map(other => other.validFrom)
  const end = Math.min(one.validTo ?? Infinity, ...later)
  return end === Infinity ? null : Math.max(end, one.validFrom)
}

/** When the next version begins: with the running minute (`now`) or later, since screens count by minutes. */
export const beginsAt = (validFrom: number, now: number): number => Math.max(validFrom, Math.floor(now / 60_000) * 60_000)

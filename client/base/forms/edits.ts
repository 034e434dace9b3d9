/** The fields a person changed: `set` has the new values, `base` the values they saw. Null: nothing changed. */
export function changed<T extends object>(seen: T, draft: Readonly<Record<string, unknown>>): { set: Partial<T>, base: Partial<T> } | null {
  const before = seen as Record<string, unknown>
  const fields = Object.keys(draft).filter(field => JSON.stringify(draft[field] ?? null) !== JSON.stringify(before[field] ?? null))
  if (!fields.length) return null
  const pick = (from: Readonly<Record<string, unknown>>) => Object.fromEntries(fields.map(field => [field, from[field]])) as Partial<T>
  return { set: pick(draft), base: pick(before) }
}

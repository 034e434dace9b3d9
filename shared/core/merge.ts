import { reject } from './rejection.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * The record with the fields of `set`. Other people's changes to other fields stay. Rejects with `conflict`, carrying both
 * values, if somebody has changed one of the fields to another value since `base` was read.
 */
export function merge<T extends object>(current: T, set: Partial<T>, base: Partial<T>): T {
  const now = current as Record<string, unknown>
  const seen = base as Record<string, unknown>
  const clashes = Object.entries(set)
    .filter(([field, mine]) => !same(now[field], seen[field]) && !same(now[field], mine))
    .map(([field, mine]) => ({ field, mine, theirs: now[field] }))
  if (clashes.length) reject('conflict', clashes.map(clash => clash.field).join(), clashes)
  return { ...current, ...set }
}

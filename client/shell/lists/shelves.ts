import type { Group, Line } from '../../base/lists/row.ts'

export type Shelf<T> = readonly [title: string, belongs: (record: T) => boolean, tone?: 'overdue']

/** Keeps the order of the records, puts each on the first shelf that fits, and leaves out empty shelves. */
export function shelve<T>(all: readonly T[], shelves: readonly Shelf<T>[], line: (one: T) => Line): Group[] {
  const groups = shelves.map(([title, , tone]) => ({ title, tone, lines: [] as Line[] }))
  for (const one of all) {
    const index = shelves.findIndex(([, belongs]) => belongs(one))
    groups[index]?.lines.push(line(one))
  }
  return groups.filter(group => group.lines.length)
}

/** Sorts a list repeatedly. It starts from the last order, so that one change costs one pass. */
export function keptOrder<T extends { readonly id: string }>() {
  let last: readonly T[] = []
  return (all: readonly T[], compare: (a: T, b: T) => number): readonly T[] => {
    const fresh = new Set(all)
    const kept = last.filter(one => fresh.delete(one))
    // Array sort is fast on a list that is nearly in order. Ties are broken by id, so that the order does not depend on which record changed last.
    return last = [...kept, ...fresh].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1))
  }
}

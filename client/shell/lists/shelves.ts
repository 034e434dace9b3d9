import type { Group, Line } from '../../base/lists/row.ts'

export type Shelf<T> = readonly [title: string, belongs: (record: T) => boolean, tone?: 'overdue']

/** Records in their order, each on the first shelf where it belongs; no empty shelves. */
export function shelve<T>(all: readonly T[], shelves: readonly Shelf<T>[], line: (one: T) => Line): Group[] {
  const groups = shelves.map(([title, , tone]) => ({ title, tone, lines: [] as Line[] }))
  for (const one of all) {
    const index = shelves.findIndex(([, belongs]) => belongs(one))
    groups[index]?.lines.push(line(one))
  }
  return groups.filter(group => group.lines.length)
}

/** Puts a list in order, again and again: what is the same record as last time keeps its turn, so that one change costs one pass. */
export function keptOrder<T extends { readonly id: string }>() {
  let last: readonly T[] = []
  return (all: readonly T[], compare: (a: T, b: T) => number): readonly T[] => {
    const fresh = new Set(all)
    const kept = last.filter(one => fresh.delete(one))
    // An ordered run is taken as it is by the sort of arrays. Ties go by id: the order must not tell which changed last.
    return last = [...kept, ...fresh].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1))
  }
}

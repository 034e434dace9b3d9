import type { AnyRecord } from '../records.ts'

/** Records sorted by a number, with the numbers in a list of their own, so that a search touches no record. */
export interface InOrder { readonly numbers: readonly number[], readonly records: readonly AnyRecord[] }

export function inOrder(records: Iterable<AnyRecord>, numberOf: (record: AnyRecord) => number): InOrder {
  const sorted = [...records].map(record => ({ record, number: numberOf(record) })).sort((a, b) => a.number - b.number || (a.record.id < b.record.id ? -1 : 1))
  return { numbers: sorted.map(one => one.number), records: sorted.map(one => one.record) }
}

/** The records whose number is at least `from` and below `until`. */
export const span = ({ numbers, records }: InOrder, from: number, until: number): readonly AnyRecord[] => records.slice(below(numbers, from), below(numbers, until))

/** How many numbers are below the limit. */
function below(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** How likely one of the first takes longer than one of the second (Mann and Whitney): 0.5 if nobody can tell them apart by time. */
export function likelier(first: readonly number[], second: readonly number[]): number {
  const all = [...first.map(time => ({ time, mine: true })), ...second.map(time => ({ time, mine: false }))].sort((a, b) => a.time - b.time)
  const ranks = all.reduce((sum, { mine }, i) => sum + (mine ? i + 1 : 0), 0)
  return (ranks - first.length * (first.length + 1) / 2) / (first.length * second.length)
}

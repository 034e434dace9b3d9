interface Line { readonly data: { readonly endsAt: number } }

/** A Node timer lasts 24 days at most, and the machine's clock may be moved in the meantime. Milliseconds. */
const longestWait = 60_000

/** Cuts connections when their sessions end (epoch ms). One timer, for the session that ends first, serves all. */
export function lineEnds<L extends Line>(lines: () => Iterable<L>, cut: (line: L) => void, now: () => number) {
  let first = Number.POSITIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  function wait(): void {
    clearTimeout(timer)
    if (first < Number.POSITIVE_INFINITY) timer = setTimeout(look, Math.min(longestWait, Math.max(1, first - now()))).unref()
  }

  function look(): void {
    first = Number.POSITIVE_INFINITY
    for (const line of [...lines()]) {
      if (!over(line)) first = Math.min(first, line.data.endsAt)
    }
    wait()
  }

  /** True if the connection's session has ended; it is then cut. */
  function over(line: L): boolean {
    if (line.data.endsAt > now()) return false
    cut(line)
    return true
  }

  return {
    over,
    came({ data: { endsAt } }: L): void {
      if (endsAt >= first) return
      first = endsAt
      wait()
    },
    stop: () => clearTimeout(timer),
  }
}

/** Repeatable random numbers: the same seed gives the same sequence. */
export function chance(seed: number) {
  let state = seed >>> 0
  /** Uniform in [0, 1). */
  function next(): number {
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    one: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    maybe: (share: number) => next() < share,
  }
}

export type Chance = ReturnType<typeof chance>

import type { NewPlace } from './place-rows.ts'

/** Splits places into batches that fit one command: at most 100 places and 44,000 bytes, well below the largest message. */
export function batches(places: readonly NewPlace[]): NewPlace[][] {
  const all: NewPlace[][] = []
  let size = 0
  for (const place of places) {
    const bytes = new TextEncoder().encode(JSON.stringify(place)).length
    const last = all.at(-1)
    if (!last || last.length === 100 || size + bytes > 44_000) {
      all.push([place])
      size = bytes
    } else {
      last.push(place)
      size += bytes
    }
  }
  return all
}

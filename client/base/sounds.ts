import type { Readings } from './readings.ts'

const known = new WeakMap<Readings, Map<string, string>>()
/** A text as it sounds, in lower case without spaces: the first reading of each character, and letters as they are. */
function soundOf(text: string, readings: Readings): string {
  let sounds = known.get(readings)
  if (!sounds) known.set(readings, sounds = new Map())
  let sound = sounds.get(text)
  if (sound === undefined) sounds.set(text, sound = [...text.toLowerCase().replace(/\s+/g, '')].map(character => readings(character)[0] || character).join(''))
  return sound
}

const longest = 60
/** Kept, because a key stroke compares thousands of names. */
const rows = [new Uint8Array(longest + 1), new Uint8Array(longest + 1), new Uint8Array(longest + 1)] as const

/** Edits (one letter more, less, another, or two exchanged) that turn `wanted` into some part of `text`; above 1 it is only known to be more. */
function edits(text: string, wanted: string): number {
  let [before, row, next] = [...rows]
  for (let i = 0; i <= wanted.length; i++) row[i] = i
  let least = wanted.length
  for (let at = 0; at < text.length; at++) {
    next[0] = 0
    for (let i = 1; i <= wanted.length; i++) {
      const same = text[at] === wanted[i - 1]
      let cost = same ? row[i - 1] ?? 0 : 1 + Math.min(row[i - 1] ?? 0, row[i] ?? 0, next[i - 1] ?? 0)
      if (at && i > 1 && text[at] === wanted[i - 2] && text[at - 1] === wanted[i - 1]) cost = Math.min(cost, (before[i - 2] ?? 0) + 1)
      next[i] = cost
    }
    [before, row, next] = [row, next, before]
    least = Math.min(least, row[wanted.length] ?? 0)
    if (!least) return 0
  }
  return least
}

/**
 * How well a query fits a name by sound; 0 means not at all. Typed letters may have one wrong, characters must sound the same.
 * Shorter queries would fit nearly everything.
 */
export function fitAlmost(name: string, query: string, readings: Readings): number {
  const wanted = soundOf(query, readings)
  if (wanted.length < 5 || wanted.length > longest || /^\d+$/.test(wanted)) return 0
  const cost = edits(soundOf(name, readings), wanted)
  return cost > (/^[a-z\s]+$/i.test(query) ? 1 : 0) ? 0 : 200 - 50 * cost
}

/** Hebrew, Arabic and the other scripts that run from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * A text that people wrote, for a line with other words: one that runs from right to left must not turn the numbers and signs
 * around it (Unicode UAX #9, first strong isolate). Other texts come back as they are. For the screen only, never for a record.
 */
export const isolated = (text: string): string => rightToLeft.test(text) ? `\u2068${text}\u2069` : text

/** The parts that there are, with a dot between them. */
export const dotted = (parts: readonly (string | number | false | null | undefined)[]): string => parts.flatMap(part => part ? isolated(String(part)) : []).join(' · ')

/** The same words, whose functions isolate every text that they are given. */
export function isolating<T>(words: T): T {
  if (typeof words === 'function') return ((...given: readonly unknown[]) => (words as (...given: readonly unknown[]) => unknown)(...given.map(one => typeof one === 'string' ? isolated(one) : one))) as T
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return words
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, isolating(word as unknown)])) as T
}

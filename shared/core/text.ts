/**
 * Text is cleaned once, where it enters, by one rule for every field. Only invisible characters are removed, so no
 * visible text is lost. Sources: Unicode UTR #36 and UTS #39 (characters that hide or reorder text), XML 1.0 §2.2 (allowed characters).
 */

/** Most text has only these characters and needs no cleaning. */
const plain = /^[\x20-\x7E\u3001-\u303F\u4E00-\u9FFF\uFF01-\uFF5E]*$/
const breaks = /\r\n|[\r\v\f\x85\u2028\u2029]/g
/**
 * Control characters, lone surrogates, noncharacters, marks that change the reading direction, and other invisible characters.
 * The group keeps line breaks, variation selectors, and joiners that follow a character they can join.
 */
const hidden = /([\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}][\u200C\u200D]|\n|\p{Variation_Selector})|[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu
const blank = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** Cleaned text of several lines. Text without a visible character becomes empty. */
export function prose(text: string): string {
  if (plain.test(text)) return text.trim()
  const kept = text.replace(breaks, '\n').replaceAll('\t', ' ').replace(hidden, '$1')
  return blank.test(kept) ? '' : kept.trim()
}

/** Cleaned text of one line: a line break becomes a space. */
export const line = (text: string): string => plain.test(text) ? text.trim() : prose(text).replace(/\s*\n\s*/g, ' ')

/** The beginning of a text: at most `most` UTF-16 units, as fields and `maxlength` count them, and never half a character. */
export function clip(text: string, most: number): string {
  const cut = text.slice(0, most)
  return cut.length < text.length && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** UTF-16 units of one character as people see it: the longest in use, a family of four, has eleven. */
const longestCharacter = 12

/** True if the text has at most this many characters as people see them: 𠮷 and 👨‍👩‍👧 count once. */
export function fits(text: string, most: number): boolean {
  if (text.length <= most) return true
  return text.length <= most * longestCharacter && [...characters.segment(text)].length <= most
}

/**
 * Cleaned text for a cell of an Excel sheet. The library that writes sheets looks texts up in a plain object, so a text that is
 * a property of every object (`__proto__`, `constructor`) would damage the file. A trailing space avoids that and is invisible.
 */
export const cell = (text: string): string => text in Object.prototype ? `${text} ` : prose(text)

/** A record, or any other plain value, with every text in it cleaned: for records stored before texts were cleaned on entry. */
export function cleaned<T>(value: T): T {
  if (typeof value === 'string') return prose(value) as T
  if (Array.isArray(value)) return value.map(cleaned) as T
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, cleaned(inside)])) as T
}

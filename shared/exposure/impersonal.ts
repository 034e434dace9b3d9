import { reject } from '../core/rejection.ts'

const digits = /[零〇一二三四五六七八九幺\d]/
const chinese: Readonly<Record<string, string>> = { 零: '0', 〇: '0', 一: '1', 幺: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' }
/** A date without separators is no number of a person. */
const date = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
/** A mobile number, a landline with its area code, and an identity number of 18 or 15 places. */
const numbers = /(?:^|\D)(?:(?:\+?86)?1[3-9]\d{9}|0\d{9,11}|[1-9]\d{5}(?:19|20)\d{9}[\dx]|[1-9]\d{14})(?!\d)/i

/** True if a text holds what looks like the phone or identity number of a person, also in full-width digits, in Chinese digits, or spaced. */
export function looksPersonal(text: string): boolean {
  const plain = text.normalize('NFKC').replace(new RegExp(digits, 'g'), one => chinese[one] ?? one)
  const runs = plain.match(/\d{7,}x?/gi) ?? []
  if (runs.some(run => !date.test(run))) return true
  return numbers.test(plain.replace(/(?<=\d)[ ._·\-()]{1,2}(?=[\dx])/gi, ''))
}

/** Rejects with `personal_data` if one of the texts looks as if it held a number of a person. */
export function impersonal(...texts: readonly (string | undefined)[]): void {
  if (texts.some(text => text !== undefined && looksPersonal(text))) reject('personal_data')
}

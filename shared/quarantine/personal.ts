import { reject } from '../core/rejection.ts'

const day = /(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[12]\d|3[01]|0?[1-9])(?!\d)/g
const number = /(?:\d[\s().·-]*){7,}/

/** True if a text holds what may be a phone or identity number: seven digits or more, also with spaces and dashes between. Dates do not count. */
export const holdsNumber = (text: string): boolean => number.test(text.normalize('NFKC').replace(day, '年'))

/** Rejects with `personal_number` if one of these texts holds what may be a phone or identity number. */
export function withoutNumbers(...texts: readonly string[]): void {
  if (texts.some(holdsNumber)) reject('personal_number')
}

import { reject } from './rejection.ts'

const chinese: Readonly<Record<string, string>> = { 零: '0', 〇: '0', 一: '1', 幺: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' }
/** Dates are no numbers of a person, with separators or without; a date that stands within a longer number is part of it. */
const dates = [/(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[12]\d|3[01]|0?[1-9])(?!\d)/g, /(?<!\d[\s().·_-]*)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\s().·_-]*\d)/g]
/** Seven digits or more, with what people put between them. */
const number = /(?:\d[\s().·_-]*){7,}/

/** True if a text holds what looks like the phone or identity number of a person, also in full-width digits, in Chinese digits, or spaced. */
export function looksPersonal(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[零〇一二三四五六七八九幺]/g, one => chinese[one] ?? one)
  return number.test(dates.reduce((left, date) => left.replace(date, '年'), plain))
}

/** Rejects with `personal_data` if one of the texts looks as if it held a number of a person. */
export function impersonal(...texts: readonly (string | undefined)[]): void {
  if (texts.some(text => text !== undefined && looksPersonal(text))) reject('personal_data')
}

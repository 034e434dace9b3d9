import { prose } from '../core/text.ts'

/** Characters that look like a space and are another. */
const spaces = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g
/** What marks a text in Excel, or was put before what looks like a formula. A name in quotation marks keeps them. */
const apostrophe = /^['’](?=[^'’]*$)/

/** A cell's text without what nobody sees: marks of direction, zero-width characters, other spaces, the apostrophe before a text. */
export const cleanCell = (text: string): string => prose(prose(text.replace(spaces, ' ')).replace(apostrophe, ''))

/** Most cells are narrow already. */
const isNarrow = /^[\x21-\x7E\u4E00-\u9FFF]*$/
/** For comparing and reading as a number: half-width, without spaces. */
export const narrow = (text: string): string => isNarrow.test(text) ? text : text.normalize('NFKC').replace(/\s+/g, '')

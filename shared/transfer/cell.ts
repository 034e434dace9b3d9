import { prose } from '../core/text.ts'

/** Other characters that look like a space. */
const spaces = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g
/** The apostrophe that marks a text in Excel or protects from formulas. A name in quotation marks keeps its marks. */
const apostrophe = /^['’](?=[^'’]*$)/

/** The text of a cell without direction marks, zero-width characters, unusual spaces, and the apostrophe before a text. */
export const cleanCell = (text: string): string => prose(prose(text.replace(spaces, ' ')).replace(apostrophe, ''))

/** Most cells are half-width already, and normalising every cell would be slow. */
const isNarrow = /^[\x21-\x7E\u4E00-\u9FFF]*$/
/** The text in half-width characters without spaces, for comparing and for reading numbers. */
export const narrow = (text: string): string => isNarrow.test(text) ? text : text.normalize('NFKC').replace(/\s+/g, '')

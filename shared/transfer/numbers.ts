import { narrow } from './cell.ts'

/** The number in a cell; null if it is not a number, `lost` if the scientific form has lost its digits. */
export type Read = number | 'lost' | null

const scientific = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i
/** Half-width text with a plain minus sign. */
const signed = (text: string) => narrow(text).replace(/[−–—]/g, '-')

export const lostDigits = (text: string): boolean => scientific.test(signed(text))

/** The decimal mark of a column: a comma if some figures show this and none shows a point. */
export function decimalOf(column: readonly string[]): '.' | ',' {
  const figures = column.map(signed).filter(Boolean)
  const comma = figures.filter(one => /^[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+)\D*$/.test(one)).length
  const point = figures.filter(one => /^[+-]?(?:\d+\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3})+\.\d+)\D*$/.test(one)).length
  return comma > 0 && point === 0 ? ',' : '.'
}

/** Reads a number that may have thousands marks, a measure (30个, 30人, 1.2万只), or the `.0` of a spreadsheet. */
export function numberIn(text: string, decimal: '.' | ',' = '.'): Read {
  if (lostDigits(text)) return 'lost'
  const [, figure = '', times = '', unit = ''] = /^([+-]?[\d.,'’]+)(万?)(\p{Script=Han}{0,3}|[a-z]{0,4})$/iu.exec(signed(text)) ?? []
  // 百 and 千 may be a factor or part of the measure; only 千克 is certain.
  if (/^[百千亿](?!克)/.test(unit)) return null
  const plain = decimal === ',' ? figure.replace(/[.,]/g, mark => mark === ',' ? '.' : ',') : figure
  const value = /^[+-]?(?:\d+|\d{1,3}(?:[,'’]\d{3})+)(?:\.\d+)?$/.test(plain) ? Number(plain.replace(/[,'’]/g, '')) : null
  return value === null ? null : times ? Math.round(value * 10_000) : value
}

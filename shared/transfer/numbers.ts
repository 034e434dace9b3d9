import { narrow } from './cell.ts'

/** A number of a cell; null when it is none, `lost` when it was shortened to the scientific form and its digits are lost. */
export type Read = number | 'lost' | null

const scientific = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i
/** Minus signs of other scripts. */
const signed = (text: string) => narrow(text).replace(/[−–—]/g, '-')

export const lostDigits = (text: string): boolean => scientific.test(signed(text))

/** The mark before the decimals in a column: a comma where its figures say so and none says otherwise. */
export function decimalOf(column: readonly string[]): '.' | ',' {
  const figures = column.map(signed).filter(Boolean)
  const comma = figures.filter(one => /^[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+)\D*$/.test(one)).length
  const point = figures.filter(one => /^[+-]?(?:\d+\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3})+\.\d+)\D*$/.test(one)).length
  return comma > 0 && point === 0 ? ',' : '.'
}

/** A number with its thousands marks, its measure (30个, 30人, 1.2万只) and the `.0` of a spreadsheet. */
export function numberIn(text: string, decimal: '.' | ',' = '.'): Read {
  if (lostDigits(text)) return 'lost'
  const [, figure = '', times = '', unit = ''] = /^([+-]?[\d.,'’]+)(万?)(\p{Script=Han}{0,3}|[a-z]{0,4})$/iu.exec(signed(text)) ?? []
  // 百 and 千 may multiply or belong to the measure; only 千克 is certain.
  if (/^[百千亿](?!克)/.test(unit)) return null
  const plain = decimal === ',' ? figure.replace(/[.,]/g, mark => mark === ',' ? '.' : ',') : figure
  const value = /^[+-]?(?:\d+|\d{1,3}(?:[,'’]\d{3})+)(?:\.\d+)?$/.test(plain) ? Number(plain.replace(/[,'’]/g, '')) : null
  return value === null ? null : times ? Math.round(value * 10_000) : value
}

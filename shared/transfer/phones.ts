import { narrow } from './cell.ts'
import { lostDigits } from './numbers.ts'

/** The digits of a number as dialled within the country, without +86, 0086, spaces, brackets and the `.0` of a spreadsheet. One phone must have one form. */
export function dialled(text: string): string {
  const digits = narrow(text).replace(/\.0+$/, '').replace(/[^\d+]/g, '')
  return digits.replace(/^(?:\+|00)86(?=\d{7,12}$)/, '').replace(/^86(?=1\d{10}$)/, '').replace(/^\+/, '').replace(/^(?=[2-9]\d{9,10}$)/, '0')
}

/** Reads a phone number to store: digits, with + for another country. Null if the text is not one phone number; `lost` if digits are lost. */
export function phoneIn(text: string): string | 'lost' | null {
  if (lostDigits(text)) return 'lost'
  const plain = narrow(text).replace(/\.0+$/, '')
  if (!/^\+?[\d()\-—–_.·]{7,24}$/.test(plain)) return null
  const digits = dialled(plain)
  const foreign = /^(?:\+|00)(?!86)/.test(plain)
  if (digits.length < 7 || digits.length > 15) return null
  return foreign ? `+${plain.replace(/\D/g, '').replace(/^00/, '')}` : digits
}

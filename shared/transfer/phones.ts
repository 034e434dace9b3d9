import { narrow } from './cell.ts'
import { lostDigits } from './numbers.ts'

/** The number as it is dialled within the country, digits only: +86, 0086, spaces, brackets and a spreadsheet's `.0` fall away. One phone has one form. */
export function dialled(text: string): string {
  const digits = narrow(text).replace(/\.0+$/, '').replace(/[^\d+]/g, '')
  return digits.replace(/^(?:\+|00)86(?=\d{7,12}$)/, '').replace(/^86(?=1\d{10}$)/, '').replace(/^\+/, '').replace(/^(?=[2-9]\d{9,10}$)/, '0')
}

/** A phone to keep: digits, with + for another country. Null when it is no phone or two of them; `lost` when digits are lost. */
export function phoneIn(text: string): string | 'lost' | null {
  if (lostDigits(text)) return 'lost'
  const plain = narrow(text).replace(/\.0+$/, '')
  if (!/^\+?[\d()\-—–_.·]{7,24}$/.test(plain)) return null
  const digits = dialled(plain)
  const foreign = /^(?:\+|00)(?!86)/.test(plain)
  if (digits.length < 7 || digits.length > 15) return null
  return foreign ? `+${plain.replace(/\D/g, '').replace(/^00/, '')}` : digits
}

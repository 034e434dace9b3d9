import { fits } from '../core/text.ts'
import { phoneIn } from './phones.ts'

/** The most people in one list. */
export const mostPeople = 2000

export type PersonFault = 'no_name' | 'long_name' | 'bad_phone' | 'lost_digits'

/** Reads the name and phone of one row. The phone is in the form to store. */
export function personIn(name: string, cell: string): { readonly name: string, readonly phone: string } | PersonFault {
  if (!name) return 'no_name'
  if (!fits(name, 40)) return 'long_name'
  const phone = phoneIn(cell)
  if (phone === 'lost') return 'lost_digits'
  return phone === null ? 'bad_phone' : { name, phone }
}

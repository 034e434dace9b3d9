import type { County } from '../core/county.ts'
import type { Letter } from '../records.ts'
import { dayOf } from '../core/calendar.ts'

/** A letter's number in the office's format, with the year of the county's calendar. */
export const letterNumber = ({ office, timeZone }: Pick<County, 'office' | 'timeZone'>, { no, at }: Letter): string =>
  office.letterNo.replace('{year}', dayOf(at, timeZone).slice(0, 4)).replace('{no}', String(no))

import type { County } from '../core/county.ts'
import type { Letter } from '../records.ts'
import { dayOf } from '../core/calendar.ts'

/** What a letter is called: its number in the form of the office, by the year of the county's calendar. */
export const letterNumber = ({ office, timeZone }: Pick<County, 'office' | 'timeZone'>, { no, at }: Letter): string =>
  office.letterNo.replace('{year}', dayOf(at, timeZone).slice(0, 4)).replace('{no}', String(no))

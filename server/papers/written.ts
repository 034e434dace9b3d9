import type { County } from '../../shared/core/county.ts'
import { dateFormat, dayOf } from '../../shared/core/calendar.ts'

/** A moment (epoch ms) in the county's time zone, as its office writes it: 2022年5月23日, 2022年5月23日 18:30. */
export function written({ timeZone, office }: Pick<County, 'timeZone' | 'office'>, at: number) {
  const write = (style: Intl.DateTimeFormatOptions) => dateFormat(office.locale, { timeZone, ...style }).format(at)
  return {
    get year() {
      return dayOf(at, timeZone).slice(0, 4)
    },
    get day() {
      return write({ dateStyle: 'long' })
    },
    get minute() {
      return write({ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' })
    },
    /** 5月23日 18:30, for tables. */
    get short() {
      return write({ month: office.locale.startsWith('zh') ? 'long' : 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    },
  }
}

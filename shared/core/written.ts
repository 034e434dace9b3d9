import type { County } from './county.ts'
import { dateFormat, dayOf } from './calendar.ts'

/** A moment (epoch ms) in the county's time zone, as its office writes it: 2022年5月23日, 2022年5月23日20时, 2022年5月23日18时30分. */
export function written({ timeZone, office }: Pick<County, 'timeZone' | 'office'>, at: number) {
  const write = (style: Intl.DateTimeFormatOptions) => dateFormat(office.locale, { timeZone, ...style }).format(at)
  const chinese = office.locale.startsWith('zh')
  return {
    get year() {
      return dayOf(at, timeZone).slice(0, 4)
    },
    get day() {
      return write({ dateStyle: 'long' })
    },
    /** An office writes 20时 in running text, never 20:00. */
    get minute() {
      if (!chinese) return write({ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' })
      const [hour = '', minute = ''] = write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).split(':')
      return `${write({ dateStyle: 'long' })}${Number(hour)}时${minute === '00' ? '' : `${minute}分`}`
    },
    /** 5月23日 18:30, for tables. */
    get short() {
      return write({ month: chinese ? 'long' : 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    },
  }
}

/** The number that a bulletin or letter bears: 廉防指通报〔2022〕17号. `form` has `{year}` and `{no}`. */
export const numbered = (form: string, year: string, no: number): string => form.replace('{year}', year).replace('{no}', String(no))

import type { County } from '../../shared/core/county.ts'

const formats = new Map<string, (at: number) => string>()

/** Making a format costs a hundred times what using it does, and a bulletin has thousands of dates. */
function format(locale: string, style: Intl.DateTimeFormatOptions): (at: number) => string {
  const key = locale + JSON.stringify(style)
  const known = formats.get(key)
  if (known) return known
  const { format: write } = new Intl.DateTimeFormat(locale, style)
  formats.set(key, write)
  return write
}

/** A moment (epoch ms) by the county's calendar, as its office writes it: 2022年5月23日, 2022年5月23日 18:30. */
export function clock({ timeZone, office }: Pick<County, 'timeZone' | 'office'>, at: number) {
  const write = (style: Intl.DateTimeFormatOptions) => format(office.locale, { timeZone, ...style })(at)
  return {
    get year() {
      return format('en', { timeZone, year: 'numeric' })(at)
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

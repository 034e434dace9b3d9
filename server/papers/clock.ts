import type { County } from '../../shared/county.ts'

/** A moment (epoch ms) by the county's calendar, as its office writes it: 2022年5月23日, 2022年5月23日 18:30. */
export function clock({ timeZone, office }: County, at: number) {
  const write = (style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(office.locale, { timeZone, ...style }).format(at)
  return { year: new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(at), day: write({ dateStyle: 'long' }), minute: write({ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }) }
}

/** The county's calendar: days and clock times by its time zone. Moments are epoch ms. */

const minute = 60_000
const day = 24 * 60 * minute
const formats = new Map<string, Intl.DateTimeFormat>()

/** A cached date format: making one costs a hundred times as much as using it. */
export function dateFormat(locale: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(style)
  let made = formats.get(key)
  if (!made) formats.set(key, made = new Intl.DateTimeFormat(locale, style))
  return made
}

const quarter = 15 * minute
const most = 20_000
const known = new Map<string, Map<number, number>>()

/** How far the county's clock is ahead of UTC at an instant, in ms. Clocks change only at quarters of an hour, so one answer a quarter is cached. */
export function zoneOffset(at: number, timeZone: string): number {
  let offsets = known.get(timeZone)
  if (!offsets || offsets.size > most) known.set(timeZone, offsets = new Map())
  const block = Math.floor(at / quarter)
  let found = offsets.get(block)
  if (found === undefined) offsets.set(block, found = asked(block * quarter, timeZone))
  return found
}

function asked(at: number, timeZone: string): number {
  const style = { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  const part = Object.fromEntries(dateFormat('en-GB', style).formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const shown = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second)
  return shown - Math.floor(at / 1000) * 1000
}

/** The number of the county's calendar day at a moment (epoch ms). The next day has the next number. */
export const dayNumber = (at: number, timeZone: string): number => Math.floor((at + zoneOffset(at, timeZone)) / day)

/** The day with this number, as 2022-05-23. */
export const dayName = (number: number): string => new Date(number * day).toISOString().slice(0, 10)

/** The number of a day given as 2022-05-23. */
export const numberOfDay = (name: string): number => Math.floor(Date.parse(`${name}T00:00:00Z`) / day)

/** The county's calendar day at a moment (epoch ms), as 2022-05-23. */
export const dayOf = (at: number, timeZone: string): string => dayName(dayNumber(at, timeZone))

/** The calendar days before and after a day, as 2022-05-23. */
export const dayBefore = (name: string): string => dayName(numberOfDay(name) - 1)
export const dayAfter = (name: string): string => dayName(numberOfDay(name) + 1)

/** The key of the day, in UTC, that holds a moment (epoch ms). */
export const dayKey = (at: number): string => String(Math.floor(at / day))

/** The end of that day in UTC (epoch ms). For spans of many days, where some hours do not matter. */
export const endOfDay = (name: string): number => (numberOfDay(name) + 1) * day

/** The instant (epoch ms) at which the county's clock shows `minutes` after midnight on the day with this number. */
export function instant(number: number, minutes: number, timeZone: string): number {
  const shown = number * day + minutes * minute
  const guess = shown - zoneOffset(shown, timeZone)
  return shown - zoneOffset(guess, timeZone)
}

/** Minutes since midnight by the county's clock, at a moment (epoch ms). */
export const minuteOfDay = (at: number, timeZone: string): number => Math.floor((at + zoneOffset(at, timeZone)) / minute) % (24 * 60)

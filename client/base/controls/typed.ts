import { dayName, numberOfDay } from '../../../shared/core/calendar.ts'

const named: Readonly<Record<string, number>> = { 前天: -2, 昨天: -1, 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, 後天: 2, yesterday: -1, today: 0, tomorrow: 1 }
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Full-width digits and signs as plain ones, in lower case, without spaces at the ends. */
const plain = (text: string) => text.normalize('NFKC').replace(/−/g, '-').trim().toLowerCase()

/** The day of a year, month and day of the month, as 2022-05-24; undefined if the calendar has none. */
function dayFrom(year: number, month: number, day: number): string | undefined {
  const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const number = numberOfDay(name)
  return Number.isFinite(number) && dayName(number) === name ? name : undefined
}

/**
 * Reads a day as people type it: 2022-5-24, 24/5/2022, 5月24日, 0524, 24 May, 24, 明天. `near` (as 2022-05-24) gives what is left out:
 * the month, and the year that brings the day closest. Undefined if it is no day.
 */
export function readDay(typed: string, near: string): string | undefined {
  const text = plain(typed).replace(/(?:周|星期|週)[一二三四五六日天]|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s,.]*/g, '').trim()
  const away = Object.hasOwn(named, text) ? named[text] : undefined
  if (away !== undefined) return dayName(numberOfDay(near) + away)
  const digits = /^\d+$/.test(text)
  if (digits && text.length === 8) return dayFrom(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))
  if (digits && text.length === 4) return closest(Number(text.slice(0, 2)), Number(text.slice(2)), near)
  const word = /[a-z]{3,}/.exec(text)?.[0]
  const month = word ? months.indexOf(word.slice(0, 3)) + 1 : undefined
  const [a = 0, b = 0, c, ...rest] = (text.match(/\d+/g) ?? []).map(Number)
  if (rest.length || !/^[\da-z年月日号號/.,\s-]+$/.test(text) || month === 0) return undefined
  if (month !== undefined) return c === undefined && b ? dayFrom(b, month, a) : closest(month, a, near)
  if (c !== undefined) return a > 31 ? dayFrom(a, b, c) : dayFrom(c, b, a)
  if (b) return closest(a, b, near)
  return digits ? dayFrom(Number(near.slice(0, 4)), Number(near.slice(5, 7)), a) : undefined
}

function closest(month: number, day: number, near: string): string | undefined {
  const year = Number(near.slice(0, 4))
  const away = (name: string) => Math.abs(numberOfDay(name) - numberOfDay(near))
  return [year, year + 1, year - 1].map(one => dayFrom(one, month, day)).filter(one => one !== undefined).sort((a, b) => away(a) - away(b))[0]
}

/** Reads a clock time as people type it: 20, 830, 2030, 20:30, 20点半, 下午8点, 8pm. As 20:30; undefined if it is none. */
export function readClock(typed: string): string | undefined {
  const text = plain(typed).replace(/\s/g, '')
  const found = /^(上午|凌晨|早上|中午|下午|晚上)?(\d{1,2})(?:[:.点點時时h]?(\d{2}|半)|[:点點時时h])?分?(am|pm)?$/.exec(/^\d{3}$/.test(text) ? `0${text}` : text)
  if (!found) return undefined
  const [, part = '', hour, rest, half] = found
  const later = half === 'pm' || part === '下午' || part === '晚上'
  const early = half === 'am' || part === '上午' || part === '凌晨'
  const hours = Number(hour) + (later && Number(hour) < 12 ? 12 : 0) - (early && hour === '12' ? 12 : 0)
  const minutes = rest === '半' ? 30 : Number(rest ?? 0)
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : undefined
}

/** Reads a number as people type it: full-width digits, and thousands with a comma or a space. NaN if it is none. */
export function readNumber(typed: string): number {
  const text = plain(typed).replace(/(\d)[,\s](?=\d{3}(?!\d))/g, '$1')
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN
}

import { dateFormat, dayNumber, instant, numberOfDay, zoneOffset } from '../../shared/core/calendar.ts'
import { inChinese, lang, spoken, words as wordsOf } from './language.ts'
import { county } from './session.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const zone = () => county.value?.timeZone ?? 'Asia/Shanghai'
/** In the county's time zone: 2026-05-23T16:42:07. */
const shown = (at: number) => Number.isNaN(at) ? '' : new Date(at + zoneOffset(at, zone())).toISOString().slice(0, 19)
/** The name of the county's time zone: 北京时间, or UTC+08:00. */
function zoneName(at: number): string {
  if (zone() === 'Asia/Shanghai' && inChinese()) return spoken({ zh: '北京时间', en: '' })
  const minutes = zoneOffset(at, zone()) / minute
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0')
  return `UTC${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}

const locales = { 'zh': 'zh-CN', 'zh-Hant': 'zh-Hant', 'en': 'en-GB' } as const
const words = wordsOf({
  zh: { yesterday: '昨天', today: '今天', tomorrow: '明天', second: '秒', minute: '分', hour: '小时', day: '天', justNow: '刚刚', ago: (length: string) => `${length}前` },
  en: { yesterday: 'yesterday', today: 'today', tomorrow: 'tomorrow', second: 's', minute: 'min', hour: 'h', day: 'd', justNow: 'just now', ago: length => `${length} ago` },
})

/** The moment whose UTC clock shows what the county's clock shows at `at`: spreadsheets know no time zones. */
export const wallClock = (at: number) => at + zoneOffset(at, zone())

/** In the language of the page. */
const format = (style: Intl.DateTimeFormatOptions, at: number) => dateFormat(locales[lang.value], { ...style, timeZone: zone() }).format(at)

/** 16:42, in the county's time zone. */
export const clockTime = (at: number) => shown(at).slice(11, 16)

/** The start of the county's day that holds `at` (epoch ms). */
export const dayStart = (at: number) => Number.isNaN(at) ? at : instant(dayNumber(at, zone()), 0, zone())

/** 5月23日 周一 / Mon 23 May. */
export function date(at: number): string {
  return format({ month: inChinese() ? 'long' : 'short', day: 'numeric', weekday: 'short' }, at)
}

/** Relative to today: 今天 20:00, 昨天 14:40, 明天 08:00, 5月21日 16:38. */
export function moment(at: number, now: number): string {
  if (Number.isNaN(at)) return ''
  const days = dayNumber(at, zone()) - dayNumber(now, zone())
  const name = days === -1 ? words.value.yesterday : days === 0 ? words.value.today : days === 1 ? words.value.tomorrow : undefined
  return `${name ?? format({ month: inChinese() ? 'long' : 'short', day: 'numeric' }, at)} ${clockTime(at)}`
}

/** 2026-05-23 16:42, for papers. */
export const dayAndTime = (at: number) => shown(at).slice(0, 16).replace('T', ' ')

/** With seconds and the time zone, for the title on hover. */
export const exact = (at: number) => Number.isNaN(at) ? '' : `${shown(at).replace('T', ' ')} ${zoneName(at)}`

/** A length of time in its largest sensible unit: 40 分, 5 小时, 3 天. */
export function duration(ms: number): string {
  const length = Math.abs(ms)
  if (length < minute) return `${Math.floor(length / 1000)} ${words.value.second}`
  if (length < hour) return `${Math.floor(length / minute)} ${words.value.minute}`
  if (length < 2 * day) return `${Math.floor(length / hour)} ${words.value.hour}`
  return `${Math.floor(length / day)} ${words.value.day}`
}

/** 3 小时前 / 3 h ago. */
export const ago = (at: number, now: number) => now - at < 5000 ? words.value.justNow : words.value.ago(duration(now - at))

/**
 * For an `<input type="datetime-local">`, and back, in the county's time zone. An empty input is NaN, and NaN is shown as ''. An hour
 * that the change to summer time leaves out is NaN too: it must not be taken for another one.
 */
export const toInput = (at: number) => shown(at).slice(0, 16)
export function fromInput(text: string): number {
  if (Number.isNaN(Date.parse(text))) return Number.NaN
  const [day = '', clock = ''] = text.split('T')
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const at = instant(numberOfDay(day), hours * 60 + minutes, zone())
  return clock && toInput(at) !== text.slice(0, 16) ? Number.NaN : at
}

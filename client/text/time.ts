import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { county } from '../state/session.ts'
import { lang } from './lang.ts'

dayjs.extend(utc)
dayjs.extend(timezone)

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const local = (at: number) => dayjs(at).tz(county.value?.timeZone ?? 'Asia/Shanghai')
const either = (zh: string, en: string) => lang.value === 'zh' ? zh : en

/** 16:42, in the county's time zone. */
export const clockTime = (at: number) => local(at).format('HH:mm')

/** The start of the county's day that holds `at` (epoch ms). */
export const dayStart = (at: number) => local(at).startOf('day').valueOf()

/** 5月23日 周一 / Mon 23 May. */
export function date(at: number): string {
  return new Intl.DateTimeFormat(either('zh-CN', 'en-GB'), { month: lang.value === 'zh' ? 'long' : 'short', day: 'numeric', weekday: 'short', timeZone: county.value?.timeZone }).format(at)
}

/** As people say it: 今天 20:00, 昨天 14:40, 明天 08:00, 5月21日 16:38. */
export function moment(at: number, now: number): string {
  const days = Math.round((dayStart(at) - dayStart(now)) / day)
  const name = { '-1': either('昨天', 'Yesterday'), '0': either('今天', 'Today'), '1': either('明天', 'Tomorrow') }[String(days)]
  return `${name ?? local(at).format(either('M月D日', 'D MMM'))} ${clockTime(at)}`
}

/** 2026-05-23 16:42, for papers. */
export const dayAndTime = (at: number) => local(at).format('YYYY-MM-DD HH:mm')

/** To the second, for a title on hover. */
export const exact = (at: number) => local(at).format('YYYY-MM-DD HH:mm:ss Z')

/** 40 分, 5 小时, 3 天: the largest unit that says enough. */
export function span(ms: number): string {
  const length = Math.abs(ms)
  if (length < minute) return either(`${Math.floor(length / 1000)} 秒`, `${Math.floor(length / 1000)} s`)
  if (length < hour) return either(`${Math.floor(length / minute)} 分`, `${Math.floor(length / minute)} min`)
  if (length < 2 * day) return either(`${Math.floor(length / hour)} 小时`, `${Math.floor(length / hour)} h`)
  return either(`${Math.floor(length / day)} 天`, `${Math.floor(length / day)} d`)
}

/** 3 小时前 / 3 h ago. */
export const ago = (at: number, now: number) => now - at < 5000 ? either('刚刚', 'just now') : either(`${span(now - at)}前`, `${span(now - at)} ago`)

/** For an `<input type="datetime-local">`, and back; both in the county's time zone. */
export const toInput = (at: number) => local(at).format('YYYY-MM-DDTHH:mm')
export const fromInput = (text: string) => dayjs.tz(text, county.value?.timeZone ?? 'Asia/Shanghai').valueOf()

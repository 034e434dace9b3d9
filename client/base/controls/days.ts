import { dateFormat, dayName, numberOfDay } from '../../../shared/core/calendar.ts'
import { lang } from '../../core/language.ts'

const locales = { 'zh': 'zh-CN', 'zh-Hant': 'zh-Hant', 'en': 'en-GB' } as const
const said = (day: string, style: Intl.DateTimeFormatOptions) => dateFormat(locales[lang.value], { ...style, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))

/** A day (2022-05-24) as a field shows it in the language of the page: 5月24日周二, with its year if it is not this one. */
export const dayShown = (day: string, today: string): string =>
  said(day, { month: lang.value === 'en' ? 'short' : 'long', day: 'numeric', weekday: 'short', ...day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' } })

/** With its year and weekday, for screen readers. */
export const dayInFull = (day: string): string => said(day, { dateStyle: 'full' })
export const monthShown = (day: string): string => said(day, { year: 'numeric', month: 'long' })

/** 一 … 日, from Monday. */
export const weekdays = (): readonly { readonly short: string, readonly long: string }[] =>
  Array.from({ length: 7 }, (_, i) => dayName(numberOfDay('2022-05-23') + i)).map(day => ({ short: said(day, { weekday: 'narrow' }), long: said(day, { weekday: 'long' }) }))

/** The weeks, from Monday, of the month that holds a day. */
export function weeksOf(day: string): readonly (readonly string[])[] {
  const first = numberOfDay(`${day.slice(0, 7)}-01`)
  // Day 0, 1 January 1970, was a Thursday.
  const monday = first - (first + 3) % 7
  const weeks = Math.ceil((numberOfDay(moved(`${day.slice(0, 7)}-01`, 'months', 1)) - monday) / 7)
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, i) => dayName(monday + week * 7 + i)))
}

/** A day so many days or months later; a month that is too short gives its last day. */
export function moved(day: string, by: 'days' | 'months', n: number): string {
  if (by === 'days') return dayName(numberOfDay(day) + n)
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n
  const first = (m: number) => numberOfDay(`${String(Math.floor(m / 12)).padStart(4, '0')}-${String(m % 12 + 1).padStart(2, '0')}-01`)
  return dayName(Math.min(first(month) + Number(day.slice(8)) - 1, first(month + 1) - 1))
}

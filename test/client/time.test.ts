import { expect, it } from 'vitest'
import { lang } from '../../client/core/language.ts'
import { county } from '../../client/core/session.ts'
import { clockTime, date, dayAndTime, dayStart, exact, fromInput, moment, toInput } from '../../client/core/time.ts'
import { county as testCounty } from '../support/county.ts'

const at = Date.UTC(2022, 4, 23, 8, 42, 7)
const hour = 3_600_000

it('[F95] a moment is shown by the county’s clock, in both languages, wherever the device is', () => {
  county.value = { ...testCounty, timeZone: 'Asia/Shanghai' }
  expect([clockTime(at), dayAndTime(at), toInput(at)]).toEqual(['16:42', '2022-05-23 16:42', '2022-05-23T16:42'])
  lang.value = 'zh'
  expect(exact(at)).toBe('2022-05-23 16:42:07 北京时间')
  expect([moment(at, at), moment(at - 24 * hour, at), moment(at + 24 * hour, at), moment(at - 60 * hour, at), date(at)]).toEqual(['今天 16:42', '昨天 16:42', '明天 16:42', '5月21日 04:42', '5月23日周一'])
  lang.value = 'en'
  expect(exact(at)).toBe('2022-05-23 16:42:07 UTC+08:00')
  expect([moment(at, at), moment(at - 60 * hour, at), date(at)]).toEqual(['today 16:42', '21 May 04:42', 'Mon 23 May'])
})

it('[F95] a day begins at the county’s midnight, also on the days its clocks change', () => {
  county.value = { ...testCounty, timeZone: 'America/New_York' }
  const spring = Date.UTC(2022, 2, 13, 18)
  expect(exact(dayStart(spring))).toBe('2022-03-13 00:00:00 UTC-05:00')
  expect(exact(spring)).toBe('2022-03-13 14:00:00 UTC-04:00')
  for (const moment of [spring, at, Date.UTC(2022, 10, 6, 20)]) expect(fromInput(toInput(moment))).toBe(Math.floor(moment / 60_000) * 60_000)
})

it('[F95] an input without a time is shown as nothing, and breaks no screen', () => {
  expect([fromInput(''), fromInput('2022-13-40T99:99')]).toEqual([Number.NaN, Number.NaN])
  expect([moment(Number.NaN, at), clockTime(Number.NaN), exact(Number.NaN), toInput(Number.NaN)]).toEqual(['', '', '', ''])
})

it('[FM4] an hour that the change to summer time leaves out is no time, and is not shown as another', () => {
  county.value = { ...testCounty, timeZone: 'America/New_York' }
  expect(fromInput('2022-03-13T02:30')).toBe(Number.NaN)
  expect(['2022-03-13T01:59', '2022-03-13T03:00', '2022-11-06T01:30'].map(text => toInput(fromInput(text)))).toEqual(['2022-03-13T01:59', '2022-03-13T03:00', '2022-11-06T01:30'])
  expect(toInput(fromInput('2022-03-13'))).toBe('2022-03-13T00:00')
})

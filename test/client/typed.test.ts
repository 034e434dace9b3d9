import { expect, it } from 'vitest'
import { moved, weeksOf } from '../../client/base/controls/days.ts'
import { readClock, readDay, readNumber } from '../../client/base/controls/typed.ts'

const near = '2022-05-23'

it.each([
  ['2022-5-24', '2022-05-24'],
  ['２０２２／５／２４', '2022-05-24'],
  ['2022年5月24日', '2022-05-24'],
  ['20220524', '2022-05-24'],
  ['0524', '2022-05-24'],
  ['5月24日周二', '2022-05-24'],
  ['5.24', '2022-05-24'],
  ['24', '2022-05-24'],
  ['24/5/2022', '2022-05-24'],
  ['Tue 24 May 2022', '2022-05-24'],
  ['Tue, 24 May', '2022-05-24'],
  ['May 24', '2022-05-24'],
  ['明天', '2022-05-24'],
  ['yesterday', '2022-05-22'],
  ['2024-02-29', '2024-02-29'],
])('[SC20] a day typed as %s is %s', (typed, day) => expect(readDay(typed, near)).toBe(day))

it.each(['2022-02-29', '13月1日', '32', 'soon', '1 2 3 4', '24 Mai', '2022-05', '', '0', '20:00', '3天'])('[SC20] %s is no day', typed => expect(readDay(typed, near)).toBeUndefined())

it('[SC20] a day without its year is the closest one', () => {
  expect(readDay('1-2', '2022-12-30')).toBe('2023-01-02')
  expect(readDay('12-30', '2022-01-02')).toBe('2021-12-30')
})

it.each([
  ['20:30', '20:30'],
  ['２０：３０', '20:30'],
  ['2030', '20:30'],
  ['830', '08:30'],
  ['8', '08:00'],
  ['20点', '20:00'],
  ['8点半', '08:30'],
  ['下午8点', '20:00'],
  ['8pm', '20:00'],
  ['12am', '00:00'],
  ['凌晨1点05分', '01:05'],
])('[SC20] a time typed as %s is %s', (typed, time) => expect(readClock(typed)).toBe(time))

it.each(['24:00', '8:60', '8:5', 'noon', '', '12345'])('[SC20] %s is no time', typed => expect(readClock(typed)).toBeUndefined())

it.each([['1,200', 1200], ['３０', 30], ['-5', -5], ['0.5', 0.5], ['12 000', 12000]])('[SC20] a number typed as %s is %d', (typed, number) => expect(readNumber(typed)).toBe(number))
it.each(['1,20', '1e5', '30个', '', '--1', '1.2.3'])('[SC20] %s is no number', typed => expect(readNumber(typed)).toBeNaN())

it('[SC20] the calendar shows the whole weeks of a month from Monday, and a move to a shorter month ends on its last day', () => {
  expect(weeksOf('2022-05-23').map(week => week[0])).toEqual(['2022-04-25', '2022-05-02', '2022-05-09', '2022-05-16', '2022-05-23', '2022-05-30'])
  expect(weeksOf('2021-02-10').flat()).toHaveLength(28)
  expect(moved('2022-01-31', 'months', 1)).toBe('2022-02-28')
  expect(moved('2022-01-15', 'months', -1)).toBe('2021-12-15')
  expect(moved('2022-12-31', 'days', 1)).toBe('2023-01-01')
})

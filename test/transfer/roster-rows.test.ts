import { expect, it } from 'vitest'
import { guessRoster, mostPeople, sortRoster } from '../../client/people/roster-rows.ts'
import { county } from '../support/county.ts'

const mapping = guessRoster(['序号', '姓名', '联系电话', '所属镇街', '技能', '培训情况'])
const row = (name: string, phone: string, township = 'north', skills = '', trained = '') => ['1', name, phone, township, skills, trained]

it('[F59] [SU2] a roster: columns guessed, several skills in a cell, a bad row stops no good one and says why', () => {
  expect(mapping).toEqual({ name: 1, phone: 2, township: 3, skills: 4, trained: 5 })
  const { good, bad } = sortRoster([
    row('甲', '138 0000 0001', 'north', 'swab、drive', 'suit'),
    row('', '13800000002'),
    row('字'.repeat(41), '13800000002'),
    row('乙', '=cmd()'),
    row('乙', '13800000002', '别的镇'),
    row('乙', '13800000002', 'north', '飞行'),
    row('甲', '13800000001'),
    row('<b>丙</b>', '+86 138-0000-0003', 'south'),
  ], { county, mapping, scope: null })
  expect(good).toEqual([
    { name: '甲', phone: '138 0000 0001', township: 'north', skills: ['swab', 'drive'], trained: ['suit'] },
    { name: '<b>丙</b>', phone: '+86 138-0000-0003', township: 'south', skills: [], trained: [] },
  ])
  expect(bad.map(one => [one.line, one.fault])).toEqual([[3, 'no_name'], [4, 'long_name'], [5, 'bad_phone'], [6, 'unknown_township'], [7, 'unknown_skill'], [8, 'twice']])
})

it('[F59] [SU2] an officer\'s roster is of their township, named or not; what is too long is given back', () => {
  const own = { county, mapping, scope: 'north' }
  expect(sortRoster([row('甲', '13800000001', ''), row('乙', '13800000002', 'south')], own)).toMatchObject({ good: [{ township: 'north' }], bad: [{ fault: 'other_township' }] })
  const many = Array.from({ length: mostPeople + 2 }, (_, i) => row('甲', String(13_800_000_000 + i)))
  expect(sortRoster(many, own).bad.map(one => one.fault)).toEqual(['too_many', 'too_many'])
})

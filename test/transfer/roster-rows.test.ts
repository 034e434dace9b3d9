import { expect, it } from 'vitest'
import { guess, rosterHints } from '../../shared/transfer/columns.ts'
import { mostPeople } from '../../shared/transfer/person-cells.ts'
import { sortRoster } from '../../shared/transfer/roster-rows.ts'
import { county } from '../support/county.ts'

const mapping = guess(rosterHints, ['序号', '姓名', '联系电话', '所属镇街', '技能', '培训情况'])
const row = (name: string, phone: string, township = 'north', skills = '', trained = '') => ['1', name, phone, township, skills, trained]
const none = { skills: new Map<string, string>(), township: new Map<string, string>() }
const sort = (rows: readonly string[][], scope: string | null = null, answers = none) => sortRoster(rows.map((cells, i) => ({ line: i + 2, cells })), { county, mapping, scope, answers })

it('[F59] [SU2] [IM3] a roster has its columns guessed and takes several skills in a cell; a bad row says why and stops no good one', () => {
  expect(mapping).toEqual({ name: 1, phone: 2, township: 3, skills: 4, trained: 5 })
  const { good, bad } = sort([
    row('甲', '138 0000 0001', 'north', 'swab、drive', 'suit'),
    row('', '13800000002'),
    row('字'.repeat(41), '13800000002'),
    row('乙', '=cmd()'),
    row('乙', '1.38E+10'),
    row('甲', '+86 138-0000-0001.0'),
    row('甲', '008613800000001'),
    row('<b>丙</b>', '+86 138-0000-0003', 'south', 'swab drive suit'),
    row('👨‍👩‍👧'.repeat(40), '（0759）661 2345'),
  ])
  expect(good).toEqual([
    { line: 2, name: '甲', phone: '13800000001', township: 'north', skills: ['swab', 'drive'], trained: ['suit'] },
    { line: 9, name: '<b>丙</b>', phone: '13800000003', township: 'south', skills: ['swab', 'drive'], trained: ['suit'] },
    { line: 10, name: '👨‍👩‍👧'.repeat(40), phone: '07596612345', township: 'north', skills: [], trained: [] },
  ])
  expect(bad.map(one => [one.line, one.fault])).toEqual([[3, 'no_name'], [4, 'long_name'], [5, 'bad_phone'], [6, 'lost_digits'], [7, 'twice'], [8, 'twice']])
})

it('[F59] [IM4] an unknown skill or township is one question for all its rows; a skill can be passed over', () => {
  const rows = [row('甲', '13800000001', 'north', '飞行'), row('乙', '13800000002', 'north', 'swab 飞行'), row('丙', '13800000003', '别的镇')]
  const { good, asked, waiting } = sort(rows)
  expect([good.length, waiting, asked.skills.map(one => [one.word, one.lines]), asked.township.map(one => one.word)]).toEqual([0, 3, [['飞行', [2, 3]]], ['别的镇']])
  const answers = { skills: new Map([['飞行', '']]), township: new Map([['别的镇', 'south']]) }
  expect(sort(rows, null, answers).good).toMatchObject([{ skills: [] }, { skills: ['swab'] }, { township: 'south' }])
})

it('[F59] [SU2] [IM6] an officer\'s roster belongs to their township, named or not; a foreign row stops no other; a text that is too long is returned', () => {
  expect(sort([row('甲', '13800000001', ''), row('乙', '13800000002', 'south')], 'north')).toMatchObject({ good: [{ township: 'north' }], bad: [{ fault: 'other_township' }] })
  const many = Array.from({ length: mostPeople + 2 }, (_, i) => row('甲', String(13_800_000_000 + i)))
  expect(sort(many, 'north').bad.map(one => one.fault)).toEqual(['too_many', 'too_many'])
})

import * as v from 'valibot'
import { expect, it } from 'vitest'
import { careAbout } from '../../shared/care/people.ts'
import { county } from '../../shared/county/lianjiang/county.ts'
import { sortCare } from '../../shared/transfer/care-rows.ts'
import { careHints, guess } from '../../shared/transfer/columns.ts'
import { mostPeople } from '../../shared/transfer/person-cells.ts'

const head = ['序号', '姓名', '联系电话', '身份证号', '家庭住址', '家属姓名', '家属电话', '人群类别', '所属镇街', '所属网格', '备注']
const mapping = guess(careHints, head)
const [town, other] = county.townships
if (!town || !other) throw new Error('the county has too few townships')
const grids = [{ id: 'g1', name: '东片网格', township: town.code }, { id: 'g2', name: '西片网格', township: town.code }, { id: 'g3', name: '东片网格', township: other.code }]
const none = { groups: new Map<string, string>(), grid: new Map<string, string>() }
const row = (name: string, { phone = '', number = '', address = '', groups = '孕妇', township = town.name, grid = '东片网格', kin = '', kinPhone = '', note = '' } = {}) => ['1', name, phone, number, address, kin, kinPhone, groups, township, grid, note]
const sort = (rows: readonly string[][], answers = none) => sortCare(rows.map((cells, i) => ({ line: i + 2, cells })), { county, grids, mapping, answers })

it('[F53] [CA14] the columns of a list of people are guessed, the relative apart from the person', () => {
  expect(mapping).toEqual({ name: 1, phone: 2, number: 3, address: 4, kin: 5, kinPhone: 6, groups: 7, township: 8, grid: 9, note: 10 })
  const { good, bad, waiting } = sort([
    row('甲', { phone: '+86 138-0000-1234', number: '440881 19500101 123x', address: '演练路 1 号', kin: '乙', kinPhone: '0759-6600001', groups: '孕妇、孤寡老人', note: '三楼' }),
    row('丙', { township: '', grid: '西片网格' }),
    row('丁', { township: other.name }),
    row('戊', { township: other.name, grid: '' }),
  ])
  expect([bad, waiting]).toEqual([[], 0])
  expect(good[0]).toEqual({ line: 2, township: town.code, grid: 'g1', groups: ['pregnant', 'alone'], name: '甲', phone: '13800001234', number: '44088119500101123X', address: '演练路 1 号', kin: '乙', kinPhone: '07596600001', note: '三楼' })
  expect(good.map(one => one.grid)).toEqual(['g1', 'g2', 'g3', 'g3'])
  for (const { line: _, township: __, grid: ___, groups: ____, ...about } of good) expect(v.is(careAbout, about)).toBe(true)
})

it('[F53] [CA14] a bad row says why and stops no other; nobody is entered twice', () => {
  const { good, bad } = sort([
    row('甲', { phone: '13800000001' }),
    row('甲', { phone: '+8613800000001' }),
    row(''),
    row('乙', { phone: '12' }),
    row('乙', { number: '4.4E+17' }),
    row('乙', { number: '身份证' }),
    row('乙', { address: 'x'.repeat(121) }),
    row('乙', { grid: '' }),
    row('乙', { groups: '' }),
    row('乙'),
  ])
  expect(good.map(one => [one.line, one.name])).toEqual([[2, '甲'], [11, '乙']])
  expect(bad.map(one => [one.line, one.fault])).toEqual([[3, 'twice'], [4, 'no_name'], [5, 'bad_phone'], [6, 'lost_digits'], [7, 'bad_number'], [8, 'too_long'], [9, 'no_grid'], [10, 'no_groups']])
  expect(sort(Array.from({ length: mostPeople + 1 }, (_, i) => row(`甲${i}`))).bad.map(one => one.fault)).toEqual(['too_many'])
})

it('[IM4] [CA14] an unknown group or grid is one question for all its rows; an answer can leave them out', () => {
  const rows = [row('甲', { groups: '重残' }), row('乙', { groups: '重残，孕妇' }), row('丙', { grid: '三网' })]
  const { good, asked, waiting } = sort(rows)
  expect([good.length, waiting, asked.groups.map(one => [one.word, one.lines]), asked.grid.map(one => [one.word, one.lines])]).toEqual([0, 3, [['重残', [2, 3]]], [['三网', [4]]]])
  const answers = { groups: new Map([['重残', 'disabled']]), grid: new Map([['三网', 'g2']]) }
  expect(sort(rows, answers).good.map(one => [one.groups, one.grid])).toEqual([[['disabled'], 'g1'], [['disabled', 'pregnant'], 'g1'], [['pregnant'], 'g2']])
  const out = sort(rows, { groups: new Map([['重残', '']]), grid: new Map([['三网', '']]) })
  expect([out.good.map(one => [one.name, one.groups]), out.bad.map(one => one.fault)]).toEqual([[['乙', ['pregnant']]], ['left_out', 'left_out']])
  // An answer cannot name a grid that this person does not work in.
  expect(sort(rows, { groups: new Map(), grid: new Map([['三网', 'g9']]) }).good).toEqual([])
})

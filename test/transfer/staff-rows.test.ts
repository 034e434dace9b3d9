import { expect, it } from 'vitest'
import { county } from '../../shared/county/lianjiang/county.ts'
import { guess, staffHints } from '../../shared/transfer/columns.ts'
import { mostPeople } from '../../shared/transfer/person-cells.ts'
import { sortStaff } from '../../shared/transfer/staff-rows.ts'

const mapping = guess(staffHints, ['序号', '姓名', '手机号码', '角色', '所属镇街', '单位', '督导组', '网格'])
const row = (name: string, phone: string, role = '', township = '', unit = '', team = '', grid = '') => ['1', name, phone, role, township, unit, team, grid]
const none = { role: new Map<string, string>(), where: new Map<string, string>() }
const sort = (rows: readonly string[][], answers = none) => sortStaff(rows.map((cells, i) => ({ line: i + 2, cells })), { county, mapping, answers })
const phone = (i: number) => String(13_800_000_000 + i)
const [town] = county.townships
if (!town) throw new Error('the county has no townships')

it('[IM9] [SO1] a column of names at the single sign-on goes with the people; the same name twice, and one that is too long, are refused', () => {
  const head = ['登录名', '姓名', '电话', '单位']
  const of = guess(staffHints, head)
  expect(of).toEqual({ login: 0, name: 1, phone: 2, unit: 3 })
  expect(['统一认证账号', '企业微信账号', '工号', 'Login name'].map(title => guess(staffHints, [title]))).toEqual(Array.from({ length: 4 }, () => ({ login: 0 })))
  const rows = [['wang.wu', '甲', phone(1)], ['', '乙', phone(2)], ['Wang.Wu', '丙', phone(3)], ['x'.repeat(201), '丁', phone(4)]].map(cells => [...cells, '民政局'])
  const { good, bad } = sortStaff(rows.map((cells, i) => ({ line: i + 2, cells })), { county, mapping: of, answers: none })
  expect([good.map(one => [one.name, one.login]), bad.map(one => one.fault)]).toEqual([[['甲', 'wang.wu'], ['乙', '']], ['same_login', 'long_login']])
})

it('[IM9] a list of staff has its columns guessed; the role is named or follows from where the person works', () => {
  expect(mapping).toEqual({ name: 1, phone: 2, role: 3, township: 4, unit: 5, team: 6, grid: 7 })
  const { good, bad, waiting } = sort([
    row('甲', phone(1), '协调员'),
    row('乙', phone(2), '', town.name),
    row('丙', phone(3), '', '', '廉江市民政局'),
    row('丁', phone(4), '', '', '民政局'),
    row('戊', phone(5), '', '', '', '第3组'),
    row('己', phone(6), '督导员', '', '督导4组'),
    row('庚', phone(7), '责任单位', town.name),
    row('辛', phone(8), '镇街', '', county.units.find(one => one.township === town.code)?.zh ?? ''),
    row('壬', phone(9), '管理员', town.name, '市民政局'),
  ])
  expect([bad, waiting]).toEqual([[], 0])
  expect(good.map(({ role, township, unit, team }) => [role, township, unit, team])).toEqual([
    ['coordinator', null, null, null],
    ['officer', town.code, null, null],
    ['unit', null, 'civil', null],
    ['unit', null, 'civil', null],
    ['inspector', null, null, 3],
    ['inspector', null, null, 4],
    ['unit', null, `gov-${town.code}`, null],
    ['officer', town.code, null, null],
    ['admin', null, null, null],
  ])
})

it('[IM9] a row without a role, township or unit says so and stops no other; nobody becomes headquarters unnamed', () => {
  const { good, bad } = sort([
    row('甲', phone(1)),
    row('乙', phone(2), '镇街'),
    row('丙', phone(3), '责任单位'),
    row('丁', phone(4), '', town.name),
    row('戊', `+86 ${phone(4)}`, '', town.name),
    row('己', '1.38E+10', '', town.name),
    row('庚', phone(5), '场所联系人', town.name),
    row('辛', phone(6), '网格员', town.name),
  ])
  expect(good.map(one => one.name)).toEqual(['丁'])
  expect(bad.map(one => [one.line, one.fault])).toEqual([[2, 'no_role'], [3, 'no_township'], [4, 'no_unit'], [6, 'twice'], [7, 'lost_digits'], [8, 'no_place'], [9, 'no_grid']])
  const many = Array.from({ length: mostPeople + 1 }, (_, i) => row('甲', phone(i), '', town.name))
  expect(sort(many).bad.map(one => one.fault)).toEqual(['too_many'])
})

it('[IM9] [F54] a grid worker has the one grid of that name, in the township if the row names one', () => {
  const grids = [{ id: 'g1', name: '东片网格', township: town.code }, { id: 'g2', name: '东片网格', township: 'other' }, { id: 'g3', name: '西片网格', township: town.code }]
  const { good, bad } = sortStaff([
    row('甲', phone(1), '网格员', town.name, '', '', '东片网格'),
    row('乙', phone(2), '', '', '', '', '西片网格'),
    row('丙', phone(3), '网格员', '', '', '', '东片网格'),
    row('丁', phone(4), '镇街', town.name, '', '', '西片网格'),
  ].map((cells, i) => ({ line: i + 2, cells })), { county, grids, mapping, answers: none })
  expect(good.map(({ role, township, grid }) => [role, township, grid])).toEqual([['gridWorker', null, 'g1'], ['gridWorker', null, 'g3'], ['officer', town.code, null]])
  expect(bad.map(one => one.fault)).toEqual(['no_grid'])
})

it('[IM4] [IM9] an unknown role or unit is one question for all its rows; an answer can leave them out', () => {
  const rows = [row('甲', phone(1), '科长', '', '水利所'), row('乙', phone(2), '科长', '', '民政局'), row('丙', phone(3), '', '', '水利所')]
  const { good, asked, waiting } = sort(rows)
  expect([good.length, waiting, asked.role.map(one => [one.word, one.lines]), asked.where.map(one => [one.word, one.lines])]).toEqual([0, 3, [['科长', [2, 3]]], [['水利所', [2, 4]]]])
  const answers = { role: new Map([['科长', 'unit']]), where: new Map([['水利所', town.code]]) }
  expect(sort(rows, answers).good.map(({ role, township, unit }) => [role, township, unit])).toEqual([['unit', null, `gov-${town.code}`], ['unit', null, 'civil'], ['officer', town.code, null]])
  expect(sort(rows, { ...answers, where: new Map([['水利所', '']]) }).bad.map(one => one.fault)).toEqual(['left_out', 'left_out'])
})

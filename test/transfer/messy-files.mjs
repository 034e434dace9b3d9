import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { bureau } from './messy-bureau.mjs'
import { xlsx } from './messy-xlsx.mjs'

/** Small lists, one per kind of mess, each with the rows that it must be read as: line, then the cells by meaning. */

const head = ['名称', '类型', '镇街', '经度', '纬度']
const one = ['石城敬老院', '养老院', '石城镇', '110.318', '21.556']
const two = ['良垌卫生院', '医院', '良垌镇', '110.39675', '21.49946']
const rows = [head, one, two]
const csv = (lines, divider = ',') => lines.map(line => line.map(cell => /[",;\t\n]/.test(cell) && cell.includes(divider) ? `"${cell}"` : cell).join(divider)).join('\r\n')
const text = value => Buffer.from(value)
const iconv = (value, encoding) => execFileSync('iconv', ['-f', 'utf-8', '-t', encoding], { input: value })
const read = (line, cells) => ({ line, cells })
const both = (first = 2) => [read(first, one), read(first + 1, two)]
const place = (sheet = {}) => xlsx([{ name: '底数', rows, ...sheet }])
const wide = value => value.replaceAll(/[\d.,+-]/g, mark => String.fromCharCode(mark.charCodeAt(0) + 0xFEE0))
const traditional = [['名稱', '類型', '鄉鎮', '經度', '緯度'], ['石城敬老院', '養老院', '石城鎮', '110.318', '21.556'], ['良垌衛生院', '醫院', '良垌鎮', '110.39675', '21.49946']]

/** name, bytes, and the rows of the table; `more` is what else the table must say. */
export const files = () => [
  { name: 'utf8.csv', bytes: text(csv(rows)), rows: both() },
  { name: 'utf8-mark.csv', bytes: text(`\uFEFF${csv(rows)}`), rows: both() },
  { name: 'utf16-tabs.txt', bytes: Buffer.from(`\uFEFF${csv(rows, '\t')}`, 'utf16le'), rows: both() },
  { name: 'utf16-no-mark.csv', bytes: Buffer.from(csv(rows), 'utf16le'), rows: both() },
  { name: 'utf16-big-endian.csv', bytes: Buffer.from(`\uFEFF${csv(rows)}`, 'utf16le').swap16(), rows: both() },
  { name: 'gb18030.csv', bytes: iconv(csv(rows), 'gb18030'), rows: both() },
  { name: 'big5.csv', bytes: iconv(csv(traditional), 'big5'), rows: [read(2, traditional[1]), read(3, traditional[2])] },
  { name: 'sep-semicolon.csv', bytes: text(`sep=;\r\n${csv(rows, ';')}`), rows: both(3) },
  { name: 'semicolon-decimal-commas.csv', bytes: text(csv([head, one.map(cell => cell.replace('.', ',')), two.map(cell => cell.replace('.', ','))], ';')), rows: both().map(row => read(row.line, row.cells.map(cell => cell.replace('.', ',')))) },
  { name: 'tabs.tsv', bytes: text(csv(rows, '\t')), rows: both() },
  { name: 'titles-and-notes.xlsx', bytes: place({ rows: [['重点场所底数表'], ['填报单位：民政局', null, null, '2022年5月6日'], [], ...rows, ['注：坐标为 WGS-84'], ['填表人：张三', null, null, '审核：李四']], merges: ['A1:E1'] }), rows: both(5), aside: { above: 2, note: 2 } },
  { name: 'two-line-head.xlsx', bytes: place({ rows: [['名称', '类型', '镇街', '位置', null], [null, null, null, '经度', '纬度'], one, two], merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'] }), rows: both(3) },
  { name: 'two-line-head.csv', bytes: text(csv([['名称', '类型', '镇街', '位置', ''], ['', '', '', '经度', '纬度'], one, two])), rows: both(3) },
  { name: 'head-repeated.xlsx', bytes: place({ rows: [head, one, head, two] }), rows: [read(2, one), read(4, two)], aside: { head: 1 } },
  { name: 'merged-down.xlsx', bytes: place({ rows: [head, one, ['石城小学', '学校', null, '110.3', '21.55'], ['石城二小', null, null, '110.31', '21.55'], two], merges: ['C2:C4', 'B3:B4'] }), rows: [read(2, one), read(3, ['石城小学', '学校', '石城镇', '110.3', '21.55']), read(4, ['石城二小', '学校', '石城镇', '110.31', '21.55']), read(5, two)] },
  { name: 'subtotals.xlsx', bytes: place({ rows: [head, one, ['小计', '养老院', null, '1', null], two, [null, null, '良垌镇 小计：', '1', null], ['合　计', null, null, '2', null], ['共2家']] }), rows: [read(2, one), read(4, two)], aside: { total: 4 } },
  { name: 'blank-and-numbered.xlsx', bytes: place({ rows: [['序号', ...head], ['1', ...one], [], ['2', ...two], ['3'], [4]] }), rows: [read(2, ['1', ...one]), read(4, ['2', ...two])], aside: { blank: 3 } },
  { name: 'several-sheets.xlsx', bytes: xlsx([{ name: '说明', rows: [['请勿改动表头'], ['每镇一行']] }, { name: '旧底数', state: 'hidden', rows: [head, two, two, one, one] }, { name: '底数', rows }]), rows: both(), hidden: ['旧底数'] },
  { name: 'no-references.xlsx', bytes: place({ refs: false }), rows: both() },
  { name: 'inline-strings.xlsx', bytes: place({ inline: true }), rows: both() },
  { name: 'numbers-and-dates.xlsx', bytes: place({ rows: [['名称', '类型', '电话', '日期', '数量'], ['甲', '学校', 13_807_590_016, { v: 44_687, s: 1 }, { v: 44_687.5, s: 2 }], ['乙', '学校', { v: '1.3807590016E10' }, { v: '4.4088119900101E17' }, 0.1 + 0.2]] }), rows: [read(2, ['甲', '学校', '13807590016', '2022-05-06', '2022-05-06 12:00']), read(3, ['乙', '学校', '13807590016', '4.4088119900101e+17', '0.3'])] },
  { name: 'invisible-characters.xlsx', bytes: place({ rows: [head, [`\u202A石城\u200B敬老院\u202C`, '养老院\u00A0', '\uFEFF石城镇', '\'110.318', '\u00A021.556'], two] }), rows: both() },
  { name: 'full-width.csv', bytes: text(csv([head, ['石城敬老院', '养老院', '石城镇', wide('110.318'), wide('21.556')], two])), rows: [read(2, ['石城敬老院', '养老院', '石城镇', wide('110.318'), wide('21.556')]), read(3, two)] },
  { name: 'traditional.xlsx', bytes: place({ rows: traditional }), rows: [read(2, traditional[1]), read(3, traditional[2])] },
  { name: 'no-head.csv', bytes: text(csv([one, two])), rows: both(1), headless: true },
  { name: 'quoted-lines.csv', bytes: text('名称,类型,镇街,备注\r\n"石城\r\n敬老院",养老院,石城镇,"他说""好"""\r\n'), rows: [read(2, ['石城\n敬老院', '养老院', '石城镇', '他说"好"'])] },
]

/** The bureau's sheet between a hidden one and notes. */
export function bureauFile() {
  const { rows: all, merges, expected } = bureau()
  return { name: 'bureau.xlsx', bytes: xlsx([{ name: '填表说明', state: 'hidden', rows: [['名称', '类型'], ['请勿改动', '学校']] }, { name: '底数', rows: all, merges }]), expected }
}

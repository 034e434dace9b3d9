import { Buffer } from 'node:buffer'
import PizZip from 'pizzip'
import { readSheet } from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { writeSheet } from '../../client/base/transfer/write-sheet.ts'

const columns = [
  { title: '编号', holds: 'text' },
  { title: '电话', holds: 'text' },
  { title: '人数', holds: 'number' },
  { title: '经度（WGS-84）', holds: 'degrees' },
  { title: '时间', holds: 'time' },
  { title: '日期', holds: 'day' },
] as const
const bytes = async (rows: Parameters<typeof writeSheet>[1], name = '问题') => Buffer.from(await (await writeSheet({ name, columns }, rows)).arrayBuffer())
const part = (file: Buffer, name: string) => new PizZip(file).file(name)?.asText() ?? ''

it('[F92] [EX1] numbers, dates and coordinates go out as such; ids and phones as text with their zeros', async () => {
  const file = await bytes([['0506-0001', '013800000001', 12, 110.2764, Date.UTC(2022, 4, 23, 16, 42), Date.UTC(2022, 4, 23)]])
  const [head, [id, phone, people, lng, time, day] = []] = await readSheet(file)
  expect([head, id, phone, people, lng]).toEqual([columns.map(({ title }) => title), '0506-0001', '013800000001', 12, 110.2764])
  // A time is a fraction of a day, which is exact to a part of a millisecond.
  expect([time, day].map(at => Math.round(Number(at) / 1000) * 1000)).toEqual([Date.UTC(2022, 4, 23, 16, 42), Date.UTC(2022, 4, 23)])
  const styles = part(file, 'xl/styles.xml')
  for (const format of ['0.000000', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm']) expect(styles).toContain(`formatCode="${format}"`)
})

it('[F92] [EX1] a text that begins like a formula stays text and is read back unchanged', async () => {
  const hostile = ['=1+1', '+86 138', '-1', '@SUM(A1)', '＝1+1', '|cmd', '<b>x</b>', '__proto__', 'constructor', '=HYPERLINK("http://x")']
  const file = await bytes(hostile.map(text => [text, text, null, null, null, null]))
  expect((await readSheet(file)).slice(1).map(([cell]) => String(cell).trim())).toEqual(hostile)
  const sheet = part(file, 'xl/worksheets/sheet1.xml')
  expect(sheet).not.toContain('<f>')
  expect(sheet.match(/<c [^>]*t="s"/g)?.length).toBe(columns.length + 2 * hostile.length)
})

it('[F92] [EX1] the head is frozen and has a filter, and columns are as wide as their content', async () => {
  const sheet = part(await bytes([['很长的一个编号'.repeat(3), '1', 1, 1, null, null], ['x'.repeat(500), '', 2, 2, null, null]]), 'xl/worksheets/sheet1.xml')
  expect(sheet).toContain('state="frozen"')
  expect(sheet).toContain('ySplit="1"')
  expect(sheet).toMatch(/<\/sheetData><autoFilter ref="A1:F3"\/>/)
  const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
  expect(widths).toHaveLength(columns.length)
  expect(widths[0]).toBe(48)
  expect(widths[4]).toBe(19)
})

it('[F92] [EX1] a sheet name that Excel refuses is corrected and causes no failure', async () => {
  for (const name of ['市场/超市: [1]*?', '\'x\'', '', '字'.repeat(80)]) expect(await readSheet(await bytes([['1', '', 1, 1, null, null]], name))).toHaveLength(2)
})

it('[F92] [EX1] the filter reaches columns beyond Z', async () => {
  const many = Array.from({ length: 53 }, (_, i) => ({ title: `c${i}`, holds: 'text' as const }))
  const file = Buffer.from(await (await writeSheet({ name: 'x', columns: many }, [many.map(() => 'v')])).arrayBuffer())
  expect(part(file, 'xl/worksheets/sheet1.xml')).toContain('ref="A1:BA2"')
})

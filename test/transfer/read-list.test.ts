import { Buffer } from 'node:buffer'
import { deflateRawSync } from 'node:zlib'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeSheet } from '../../client/base/transfer/write-sheet.ts'
import { readSheets } from '../../shared/transfer/read-file.ts'
import { longestCell, mostRows } from '../../shared/transfer/sheet.ts'
import { xlsx } from './messy-xlsx.mjs'

const text = (words: string) => new TextEncoder().encode(words)
/** The cells of the only sheet, or the problem. */
const readList = async (name: string, bytes: Uint8Array<ArrayBuffer>) => readSheets(name, bytes)[0]!.rows.map(row => row.cells)
const gbk = (hex: string) => Uint8Array.from(Buffer.from(hex.replace(/ /g, ''), 'hex'))
const excel = async (rows: readonly (readonly string[])[]) => new Uint8Array(await (await writeSheet({ name: 'x', columns: ['名称', '备注'].map(title => ({ title, holds: 'text' })) }, rows)).arrayBuffer())

/** A zip of one entry whose directory states its true size, or `claimed` bytes. */
function zip(name: string, content: Uint8Array, claimed = content.length): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(content)
  const title = Buffer.from(name)
  const directory = Buffer.alloc(46)
  directory.writeUInt32LE(0x02014B50, 0)
  directory.writeUInt16LE(8, 10)
  directory.writeUInt32LE(packed.length, 20)
  directory.writeUInt32LE(claimed, 24)
  directory.writeUInt16LE(title.length, 28)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034B50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(title.length, 26)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054B50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length + title.length, 12)
  end.writeUInt32LE(local.length + title.length + packed.length, 16)
  return Uint8Array.from(Buffer.concat([local, title, packed, directory, title, end]))
}

describe('[F10] a file becomes rows of text', () => {
  it('from CSV in UTF-8, with or without its mark, and in GB18030 as a Chinese Excel writes it', async () => {
    const rows = [['名称', '类型'], ['一中', '学校']]
    expect(await readList('a.csv', text('名称,类型\n一中,学校\n'))).toEqual(rows)
    expect(await readList('a.csv', text('\uFEFF名称,类型\r\n"一中",学校\r\n\r\n'))).toEqual(rows)
    expect(await readList('a.csv', gbk('c3fb b3c6 2c c0e0 d0cd 0a d2bb d6d0 2c d1a7 d0a3 0a'))).toEqual(rows)
  })

  it('from Excel, by what the file is and not by what it is called', async () => {
    expect(await readList('a.csv', await excel([['一中', '']]))).toEqual([['名称', '备注'], ['一中']])
  })

  it('refuses a file that is no list, with the reason', async () => {
    const code = (name: string, bytes: Uint8Array<ArrayBuffer>) => readList(name, bytes).then(() => 'read', (error: { code: string }) => error.code)
    expect(await code('a.csv', new Uint8Array())).toBe('empty')
    expect(await code('a.csv', text('名称\n'))).toBe('empty')
    expect(await code('a.xlsx', text('名称,类型\n一中,学校'))).toBe('damaged')
    expect(await code('a.csv', Uint8Array.from([0x89, 0x50, 0, 1, 2]))).toBe('not_a_list')
    expect(await code('a.csv', new Uint8Array(10 * 2 ** 20 + 1))).toBe('too_large')
    const old = Uint8Array.from([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    expect(await code('a.xls', old)).toBe('old_excel')
    expect(await code('a.csv', text(`n\n${'x\n'.repeat(mostRows + 1)}`))).toBe('too_many_rows')
    const whole = await excel([['一中', '']])
    expect(await code('a.xlsx', whole.slice(0, whole.length / 2))).toBe('damaged')
    expect(await code('a.xlsx', zip('x.txt', text('hello')))).toBe('damaged')
  })

  it('refuses a zip that would unpack to too much, before unpacking any of it', async () => {
    const code = (bytes: Uint8Array<ArrayBuffer>) => readList('a.xlsx', bytes).then(() => 'read', (error: { code: string }) => error.code)
    expect(await code(zip('xl/worksheets/sheet1.xml', new Uint8Array(20 * 2 ** 20)))).toBe('bomb')
    expect(await code(zip('xl/worksheets/sheet1.xml', new Uint8Array(1000), 0xFFFFFFF0))).toBe('bomb')
    expect(await code(zip('../../etc/passwd', text('x')))).toBe('damaged')
    expect(await code(zip('xl/externalLinks/externalLink1.xml', text('x')))).toBe('damaged')
  })
})

describe('[IM10] a small file that shows too much is refused while it is read', () => {
  const code = (bytes: Uint8Array<ArrayBuffer>, name = 'a.xlsx') => {
    try {
      return readSheets(name, bytes).length
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  const list = (rows: readonly (readonly (string | number | null)[])[], more = {}) => xlsx([{ name: 'x', rows, ...more }])
  /** The file with one part changed. */
  function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array<ArrayBuffer> {
    const parts = unzipSync(bytes)
    return zipSync({ ...parts, [part]: text(change(strFromU8(parts[part]!))) }) as Uint8Array<ArrayBuffer>
  }
  const rows = (many: number, cell: string | number, width = 1) => Array.from({ length: many }, () => Array.from({ length: width }, () => cell))
  const long = '长'.repeat(longestCell)

  it('one long text that every cell shows, in one sheet or over several', () => {
    const half = rows(200, long, 40)
    expect(code(list(half))).toBe(1)
    expect(code(list([...half, ...half]))).toBe('bomb')
    expect(code(xlsx([{ name: 'a', rows: half }, { name: 'b', rows: half, state: 'hidden' }]))).toBe('bomb')
  })

  it('cells far to the right in every row, and lines of nothing but commas', () => {
    const far = Array.from({ length: 13_000 }, (_, i) => [...Array.from<null>({ length: 255 }).fill(null), i])
    expect(code(list(far.slice(0, 2000)))).toBe(1)
    expect(code(list(far))).toBe('bomb')
    expect(code(text(`a,b\n${`1${','.repeat(999)}\n`.repeat(3001)}`), 'a.csv')).toBe('bomb')
  })

  it('many tabs that show one sheet', () => {
    const two = xlsx([{ name: 'a', rows: rows(3, 'x') }, { name: 'b', rows: rows(3, 'x') }])
    expect(code(two)).toBe(2)
    expect(code(changed(two, 'xl/_rels/workbook.xml.rels', xml => xml.replace('sheet2.xml', 'sheet1.xml')))).toBe('damaged')
  })

  it('a line number beyond the end of a sheet, or lines out of order', () => {
    const one = list([['名称'], ['一中'], ['二中']])
    const renumbered = (line: string) => code(changed(one, 'xl/worksheets/sheet1.xml', xml => xml.replace('<row r="3">', `<row r="${line}">`)))
    expect(renumbered('1048576')).toBe(1)
    for (const line of ['1048577', '4294967296', '2', '0', '-1', '1e300', 'x']) expect(renumbered(line)).toBe('damaged')
  })

  it('merged cells over merged cells', () => {
    const tall = (many: number) => changed(list([['名称'], ['一中'], ['二中']], { merges: Array.from<string>({ length: many }).fill('A1:A1048576') }), 'xl/worksheets/sheet1.xml', xml => xml.replace('<row r="3">', '<row r="1000000">'))
    expect(code(tall(1))).toBe(1)
    expect(code(tall(3))).toBe('bomb')
  })

  it('a list of 50,000 honest rows is read', () => {
    const many = Array.from({ length: mostRows }, (_, i) => [`场所${i}`, '学校', 115.8 + i / 1e6, 28.6])
    const read: number[] = []
    const [sheet] = readSheets('a.xlsx', list([['名称', '类型', '经度', '纬度'], ...many]), rows => read.push(rows))
    expect(read).toEqual(Array.from({ length: 50 }, (_, i) => (i + 1) * 1000))
    expect(sheet?.rows).toHaveLength(mostRows + 1)
    expect(sheet?.rows.at(-1)?.cells[0]).toBe(`场所${mostRows - 1}`)
  })
})

it('[F92] what looks like a formula goes out as text and comes back as it was', async () => {
  const hostile = ['=1+1', '=HYPERLINK("http://x")', '+86 138', '-1', '@SUM(A1)', '＝1+1', '\tx', '|cmd', '<b>x</b>']
  const bytes = await excel(hostile.map(value => [value, '']))
  const rows = await readList('a.xlsx', bytes)
  expect(rows.slice(1).map(([cell]) => cell)).toEqual(hostile.map(value => value.trim()))
})

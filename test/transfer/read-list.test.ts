import { Buffer } from 'node:buffer'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { writeSheet } from '../../client/base/transfer/write-sheet.ts'
import { readSheets } from '../../shared/transfer/read-file.ts'
import { mostRows } from '../../shared/transfer/sheet.ts'

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

it('[F92] what looks like a formula goes out as text and comes back as it was', async () => {
  const hostile = ['=1+1', '=HYPERLINK("http://x")', '+86 138', '-1', '@SUM(A1)', '＝1+1', '\tx', '|cmd', '<b>x</b>']
  const bytes = await excel(hostile.map(value => [value, '']))
  const rows = await readList('a.xlsx', bytes)
  expect(rows.slice(1).map(([cell]) => cell)).toEqual(hostile.map(value => value.trim()))
})

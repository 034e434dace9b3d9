import type { DrillFile } from '../../county-folder.ts'
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'
import { strToU8, zipSync } from 'fflate'

const text = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`
const row = (cells: readonly string[]) => `<w:tr>${cells.map(words => `<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/></w:tcPr>${text(words)}</w:tc>`).join('')}</w:tr>`
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side => `<w:${side} w:val="single" w:sz="4"/>`).join('')
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org'

/** The grades and times are those of the drill's first batch. */
const rows = [
  ['年级', '到校', '就餐', '离校'],
  ['高三', '07:00—07:20', '11:30', '17:20'],
  ['初三', '07:40—08:00', '12:00', '17:40'],
]
const main = 'document'
const body = `${xml}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${text('【演练】内容为虚构')}${text('附件：首批返校错峰安排表')}<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1800"/>'.repeat(4)}</w:tblGrid>${rows.map(row).join('')}</w:tbl>${text('各校按本表分班次到校，校门口设三条通道，家长不下车。')}</w:body></w:document>`

const parts = {
  '[Content_Types].xml': `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/${main}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${main}.main+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/${main}.xml"/></Relationships>`,
  [`word/${main}.xml`]: body,
}

// Stored unpacked and with a fixed date, so that the bytes and their digest are always the same.
const content = zipSync(Object.fromEntries(Object.entries(parts).map(([name, words]) => [name, strToU8(words)])), { level: 0, mtime: new Date(2022, 4, 14, 15) })

/** What the second version of the drill's plan carries: a Word file with a timetable, invented. */
export const planFile: DrillFile = { hash: bytesToHex(sha256(content)), name: '附件：首批返校错峰安排表（演练）', type: 'docx', content }

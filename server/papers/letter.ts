import type { County } from '../../shared/core/county.ts'
import type { Incident, Letter } from '../../shared/records.ts'
import { AlignmentType, BorderStyle, Document, Footer, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { written } from '../../shared/core/written.ts'
import { letterNumber } from '../../shared/issues/letters.ts'

/** Font sizes are in half points: 32 is 三号, 44 is 二号. The page is A4 with the usual margins of an official document, in twentieths of a point. */
const body = 32
const fonts = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'FangSong' }
const heading = { ...fonts, eastAsia: 'SimHei' }
const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } }
const red = 'C00000'
const indent = { firstLine: 640 }
const line = { line: 560 }

const text = (words: string, more = {}) => new TextRun({ text: words, size: body, font: fonts, ...more })
const paragraph = (words: string, more = {}) => new Paragraph({ children: [text(words)], spacing: line, ...more })

function cell(words: string, width: number, bold = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [new Paragraph({ children: [text(words, { size: 24, bold })] })],
  })
}

const columns = [700, 1500, 3250, 1600, 1800]

/** An escalation letter (督办函) as a .docx, in the office's wording. */
export async function letterWord(county: County, incident: Incident, letter: Letter): Promise<Buffer> {
  const { office } = county
  const unit = county.units.find(one => one.id === letter.unit)?.zh ?? letter.unit
  const township = new Map(county.townships.map(one => [one.code, one.name]))
  const [salutation = '', ...intro] = office.letterIntro.replaceAll('{unit}', unit).replaceAll('{due}', written(county, letter.dueAt).minute).split('\n')
  const head = office.letterColumns.map((words, i) => cell(words, columns[i] ?? 0, true))
  const rows = letter.items.map((item, i) => new TableRow({
    cantSplit: true,
    children: [
      String(i + 1),
      `${incident.code}-${String(item.no).padStart(4, '0')}`,
      item.title,
      item.place || (township.get(item.township) ?? item.township),
      written(county, item.deadline).minute,
    ].map((words, column) => cell(words, columns[column] ?? 0)),
  }))

  const document = new Document({
    creator: office.name,
    title: `${office.letterTitle} ${letterNumber(county, letter)}`,
    styles: { default: { document: { run: { font: fonts, size: body, language: { eastAsia: 'zh-CN' } } } } },
    sections: [{
      properties: { page },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 })] })] }) },
      children: [
        ...incident.drill ? [new Paragraph({ alignment: AlignmentType.CENTER, children: [text(office.drillMark, { color: red, font: heading })] })] : [],
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 200 }, children: [text(office.name, { size: 44, color: red, font: heading, bold: true })] }),
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 300 }, border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 8 } }, children: [text(letterNumber(county, letter))] }),
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 200, after: 300 }, children: [text(office.letterTitle, { size: 44, font: heading })] }),
        paragraph(salutation),
        ...intro.map(words => paragraph(words, { indent })),
        new Table({ width: { size: columns.reduce((sum, width) => sum + width), type: WidthType.DXA }, columnWidths: columns, rows: [new TableRow({ tableHeader: true, children: head }), ...rows] }),
        paragraph(office.letterClose, { indent, spacing: { ...line, before: 200 } }),
        paragraph(office.name, { alignment: AlignmentType.RIGHT, spacing: { ...line, before: 600 } }),
        paragraph(written(county, letter.at).day, { alignment: AlignmentType.RIGHT, spacing: line }),
      ],
    }],
  })
  return Packer.toBuffer(document)
}

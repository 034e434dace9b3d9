import type { Buffer } from 'node:buffer'
import type { Lists } from './bulletin-source.ts'
import { AlignmentType, BorderStyle, Document, Footer, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'

/** Font sizes are in half points, lengths in twentieths of a point. Page, margins and sizes follow GB/T 9704 (official documents). */
const body = 32
const small = 21
const fonts = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'FangSong' }
const heavy = { ...fonts, eastAsia: 'SimHei' }
const song = { ...fonts, eastAsia: 'SimSun' }
const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } }
const red = 'C00000'
const centred = { alignment: AlignmentType.CENTER }
const rule = { style: BorderStyle.SINGLE, size: 4, color: '808080' }
const borders = { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule }

const text = (words: string, more = {}) => new TextRun({ text: words, size: body, font: fonts, ...more })
const paragraph = (words: string, more = {}) => new Paragraph({ children: [text(words)], spacing: { line: 560 }, indent: { firstLine: 640 }, ...more })
const heading = (words: string) => new Paragraph({ children: [text(words, { font: heavy })], spacing: { line: 560, before: 160 }, indent: { firstLine: 640 }, keepNext: true })

/** A table with one row that is repeated for each entry of a list: the loop opens in its first cell and closes in its last. */
function lines(list: string, head: readonly string[], tags: readonly string[], widths: readonly number[]): Table {
  const cell = (words: string, i: number, bold = false) => new TableCell({
    width: { size: widths[i] ?? 0, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 70, right: 70 },
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ alignment: (widths[i] ?? 0) <= 1500 ? AlignmentType.CENTER : AlignmentType.LEFT, children: [text(words, { size: small, font: bold ? heavy : fonts })] })],
  })
  const last = tags.length - 1
  const row = tags.map((tag, i) => cell(`${i ? '' : `{#${list}}`}{${tag}}${i === last ? `{/${list}}` : ''}`, i))
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders,
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head.map((words, i) => cell(words, i, true)) }), new TableRow({ cantSplit: true, children: row })],
  })
}

const between = (open: string, name: string, ...inside: readonly (Paragraph | Table)[]) => [paragraph(`{${open}${name}}`), ...inside, paragraph(`{/${name}}`)]
/** One paragraph for each entry of a list, or the text `none` for an empty list. */
const sentences = (list: string, none: string) => [...between('#', list, paragraph('{line}')), ...between('^', list, paragraph(none))]
const orNone = (any: string, none: string, table: Table) => [...between('#', any, table), ...between('^', any, paragraph(none))]

const counts = [2644, 1240, 1240, 1240, 1240, 1240]
const units = [800, 2844, 1100, 1500, 1300, 1300]
const issues = [1400, 2244, 1600, 1450, 950, 1200]

/** The first template of an office, as .docx. The office may edit it in Word or WPS and upload it. */
export function bulletinTemplate({ office: { name, bulletin: words } }: Pick<Lists, 'office'>): Promise<Buffer> {
  const part = ['name', 'found', 'today', 'closed', 'followed', 'overdue']
  const issue = ['no', 'title', 'where', 'unit', 'state', 'due']
  const document = new Document({
    creator: name,
    title: words.title,
    styles: { default: { document: { run: { font: fonts, size: body, language: { eastAsia: 'zh-CN' } } } } },
    sections: [{
      properties: { page },
      footers: { default: new Footer({ children: [new Paragraph({ ...centred, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font: song })] })] }) },
      children: [
        new Paragraph({ ...centred, children: [text('{mark}', { color: red, font: heavy, size: 24 })] }),
        new Paragraph({ ...centred, spacing: { after: 240 }, children: [text('{office}', { size: 48, color: red, font: song, bold: true })] }),
        new Paragraph({ ...centred, spacing: { after: 360 }, border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 8 } }, children: [text('{no}')] }),
        new Paragraph({ ...centred, spacing: { before: 200, after: 120, line: 600 }, children: [text('{title}', { size: 44, font: song, bold: true })] }),
        new Paragraph({ ...centred, spacing: { after: 240 }, children: [text('{day}')] }),
        paragraph(words.intro),
        paragraph(words.silent),
        heading(words.headings.townships),
        lines('townships', words.columns.counts, part, counts),
        heading(words.headings.aspects),
        lines('aspects', words.columns.counts, part, counts),
        heading(words.headings.units),
        ...orNone('anyUnits', words.none, lines('units', words.columns.units, ['place', 'name', 'found', 'pace', 'relapse', 'overdue'], units)),
        ...between('#', 'unranked', paragraph('{unranked}')),
        heading(words.headings.today),
        ...orNone('anyToday', words.none, lines('today', words.columns.issues, issue, issues)),
        heading(words.headings.late),
        ...orNone('anyLate', words.none, lines('late', words.columns.issues, issue, issues)),
        heading(words.headings.corrections),
        ...sentences('corrections', words.none),
        ...between('#', 'anyRemarks', heading(words.headings.cases), ...sentences('cases', words.none), heading(words.headings.requirements), ...sentences('requirements', words.none)),
        new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { line: 560, before: 560 }, indent: { right: 640 }, keepNext: true, children: [text('{office}')] }),
        new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { line: 560 }, indent: { right: 640 }, children: [text('{signed}')] }),
      ],
    }],
  })
  return Packer.toBuffer(document)
}

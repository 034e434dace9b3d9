import { walk } from './xml.ts'

/** The parts of an .xlsx file that its sheets refer to (ECMA-376 part 1, chapter 18). */

export interface SheetName { readonly name: string, readonly hidden: boolean, readonly part: string }

/** Excel writes a character that XML does not allow as `_x000D_`. */
const unescape = (text: string) => text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The sheets in the order of their tabs, each with the path of its part; `from1904` is the date system of the file. */
export function sheetNames(workbook: string, relations: string): { readonly sheets: readonly SheetName[], readonly from1904: boolean } {
  const targets = new Map<string, string>()
  walk(relations, {
    open(name, attributes) {
      const { Id, Target = '', Type = '' } = name === 'Relationship' ? attributes() : {}
      if (Id && Type.endsWith('/worksheet')) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`)
    },
  })
  const sheets: SheetName[] = []
  let from1904 = false
  walk(workbook, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 ||= /^(?:1|true)$/.test(attributes().date1904 ?? '')
      if (tag !== 'sheet') return
      const all = attributes()
      const id = Object.entries(all).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? ''
      const part = targets.get(id)
      if (part) sheets.push({ name: unescape(all.name ?? ''), hidden: all.state === 'hidden' || all.state === 'veryHidden', part })
    },
  })
  return { sheets, from1904 }
}

/** The shared texts, to which cells refer by index, without the phonetic readings of East Asian editions (`rPh`). */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = []
  let [inText, reading, text] = [false, false, '']
  walk(xml, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') reading = true
      if (name === 't') inText = !reading
    },
    text: value => inText && (text += value),
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') reading = false
      if (name === 'si') texts.push(unescape(text))
    },
  })
  return texts
}

/** Whether a built-in format, which the file does not define, shows a date or time; includes those of East Asian editions. */
const builtIn = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
/** Whether a format shows a date: it has a year, a day or an hour outside quotes, brackets and escapes. */
const ofDates = (code: string) => /[ydh]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/i, ''))

/** The indexes of the cell styles that show a number as a date. */
export function dateStyles(xml: string): ReadonlySet<number> {
  const custom = new Map<number, boolean>()
  const dates = new Set<number>()
  let [inStyles, at] = [false, 0]
  walk(xml, {
    open(name, attributes) {
      if (name === 'cellXfs') inStyles = true
      if (name === 'numFmt') custom.set(Number(attributes().numFmtId), ofDates(attributes().formatCode ?? ''))
      if (name !== 'xf' || !inStyles) return
      const id = Number(attributes().numFmtId)
      if (custom.get(id) ?? builtIn(id)) dates.add(at)
      at++
    },
    close: name => name === 'cellXfs' && (inStyles = false),
  })
  return dates
}

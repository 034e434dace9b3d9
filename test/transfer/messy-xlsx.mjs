import { strToU8, zipSync } from 'fflate'

/** Writes small .xlsx files as other programs do: with merged cells, hidden sheets, inline strings, without cell references. */

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const letters = column => (column > 25 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') + String.fromCharCode(65 + column % 26)
const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A string is text, a number is a number, { v, s } is a number in style s (1 is a date), null is no cell. */
function cellXml(value, ref, texts, inline) {
  const at = ref ? ` r="${ref}"` : ''
  if (value === null || value === '') return ref ? '' : '<c/>'
  if (typeof value === 'number') return `<c${at}><v>${value}</v></c>`
  if (typeof value === 'object') return `<c${at} s="${value.s ?? 0}"><v>${value.v}</v></c>`
  if (inline) return `<c${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  if (!texts.has(value)) texts.set(value, texts.size)
  return `<c${at} t="s"><v>${texts.get(value)}</v></c>`
}

/** sheets: [{ name, rows, merges, state, refs, inline }]; refs false leaves the references of cells and rows out. */
export function xlsx(sheets) {
  const texts = new Map()
  const files = {}
  sheets.forEach(({ rows, merges = [], refs = true, inline = false }, i) => {
    const lines = rows.map((row, r) => `<row${refs ? ` r="${r + 1}"` : ''}>${row.map((value, c) => cellXml(value, refs ? `${letters(c)}${r + 1}` : '', texts, inline)).join('')}</row>`)
    const merged = merges.length ? `<mergeCells count="${merges.length}">${merges.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
    files[`xl/worksheets/sheet${i + 1}.xml`] = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData>${merged}</worksheet>`
  })
  files['xl/workbook.xml'] = `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${main}" xmlns:r="${type}"><sheets>${sheets.map(({ name, state }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`
  const relation = (id, kind, target) => `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`
  const relations = inside => `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  files['xl/_rels/workbook.xml.rels'] = relations([...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)), relation('rIdT', 'sharedStrings', 'sharedStrings.xml'), relation('rIdS', 'styles', 'styles.xml')].join(''))
  files['xl/sharedStrings.xml'] = `<?xml version="1.0" encoding="UTF-8"?><sst xmlns="${main}">${[...texts.keys()].map(text => `<si><r><t xml:space="preserve">${escaped(text.slice(0, 1))}</t></r><r><t xml:space="preserve">${escaped(text.slice(1))}</t></r><rPh sb="0" eb="1"><t>zhu</t></rPh></si>`).join('')}</sst>`
  files['xl/styles.xml'] = `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>`
  files['_rels/.rels'] = relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))
  files['[Content_Types].xml'] = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`
  // The oldest time that a zip can hold, so that the same content is the same file.
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime: '1980-01-02T00:00:00', level: 6 })
}

import type { Rejection } from '../../shared/core/rejection.ts'
import { Buffer } from 'node:buffer'
import PizZip from 'pizzip'
import readSheets from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { content } from '../../server/papers/bulletin-content.ts'
import { listsOf } from '../../server/papers/bulletin-source.ts'
import { perform } from '../../server/papers/jobs.ts'
import { specimen } from '../../server/papers/specimen.ts'
import { bulletinTags } from '../../shared/bulletins/tags.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'

import { hour, make, noon } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'

const lists = listsOf(folder.county)
const textOf = (file: Uint8Array) => new PizZip(Buffer.from(file)).file('word/document.xml')!.asText().replace(/<[^>]+>/g, '')

/** A Word file with nothing in it but these paragraphs. */
function word(paragraphs: readonly string[], more: Readonly<Record<string, string>> = {}): Uint8Array {
  const zip = new PizZip()
  zip.file('[Content_Types].xml', '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
  zip.file('_rels/.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
  zip.file('word/document.xml', `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map(text => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`)
  for (const [name, text] of Object.entries(more)) zip.file(name, text)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
const checked = (template: Uint8Array) => perform({ kind: 'check', lists, template }).then(() => 'good', (error: Rejection) => [error.code, error.detail])

describe('[F74] the Word file', () => {
  it('[F74] has the office\'s head, number, day, figures, the mark of a drill, and every table', async () => {
    const source = specimen(lists)
    const text = textOf(await perform({ kind: 'word', day: source, template: null }, source.issues))
    for (const words of ['廉江市新冠肺炎疫情防控指挥部', '廉防指通报〔2022〕1号', '演练 · 数据虚构', '累计发现问题9个，完成整改8个，完成率88.9%', '罗州街道', '舆论宣传', '000-0001', '更正第1号']) expect(text).toContain(words)
    expect(text).not.toMatch(/[{}]|undefined|NaN/)
  })

  it('[F74] what people wrote stays as written: no tag or markup is read from it, and no line is lost', async () => {
    const source = specimen(lists)
    const nasty = '{found} <w:p/> & "引号" {#late}'
    const text = textOf(await perform({ kind: 'word', day: source, template: null }, [{ ...source.issues[0]!, title: nasty }]))
    expect(text).toContain('{found} &lt;w:p/&gt; &amp; &quot;引号&quot; {#late}')
  })

  it('[F74] the built-in template is accepted, and so is one of the office\'s own', async () => {
    expect(await checked(await perform({ kind: 'template', lists }))).toBe('good')
    const own = word(['通报 {no}{constructor}', '{#late}', '{title} {office}', '{/late}'])
    expect(await checked(own)).toBe('good')
    const source = specimen(lists)
    expect(textOf(await perform({ kind: 'word', day: source, template: own }, source.issues))).toBe('通报 廉防指通报〔2022〕1号specimen 廉江市新冠肺炎疫情防控指挥部')
  })

  it('[F74] the page lists exactly the tags that exist', () => {
    const all = content(specimen(lists))
    const { plain, lists: tables, questions } = bulletinTags
    expect(Object.keys(all).sort()).toEqual([...plain, ...Object.keys(tables), ...questions].sort())
    for (const [list, inside] of Object.entries(tables)) expect(Object.keys((all[list as 'today'] as object[])[0]!).sort(), list).toEqual([...inside].sort())
  })

  it('[F74] a bad template is refused with the reason', async () => {
    const bomb = word(['x'], { 'word/media.xml': ' '.repeat(30 * 2 ** 20) })
    expect(await checked(new Uint8Array([1, 2, 3]))).toEqual(['not_docx', undefined])
    expect(await checked(word(['x']).slice(0, 200))).toEqual(['not_docx', undefined])
    expect(await checked(new PizZip().file('a.txt', 'x').generate({ type: 'uint8array' }))).toEqual(['not_docx', undefined])
    expect(await checked(word(['x'], { 'word/vbaProject.bin': 'x' }))).toEqual(['not_docx', undefined])
    expect(await checked(bomb)).toEqual(['zip_bomb', undefined])
    expect(await checked(new Uint8Array(3 * 2 ** 20))).toEqual(['too_large', undefined])
    expect(await checked(word(['{weather}']))).toEqual(['unknown_tag', 'weather'])
    expect(await checked(word(['{#late}', '{weather}', '{/late}']))).toEqual(['unknown_tag', 'late.weather'])
    expect(await checked(word(['{#late}', '{title}']))).toEqual(['open_loop', 'late'])
    expect(await checked(word(['{/late}']))).toEqual(['open_loop', 'late'])
    expect(await checked(word(['{found']))).toEqual(['broken_tag', 'found'])
  })
})

it('[F74] the Excel file has the figures as numbers and every issue as text, never as a formula', async () => {
  const source = specimen(lists)
  const payloads = ['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|\' /C calc\'!A0', '＝1+1', '\t=1', '=HYPERLINK("http://x","y")']
  const issues = payloads.map((title, i) => ({ ...source.issues[0]!, no: i + 1, title }))
  const file = await perform({ kind: 'excel', day: source }, issues)
  const zip = new PizZip(Buffer.from(file))
  for (const sheet of zip.file(/worksheets\/.*\.xml$/)) expect(sheet.asText()).not.toContain('<f>')
  const sheets = await readSheets(Buffer.from(file)) as unknown as { sheet: string, data: unknown[][] }[]
  expect(sheets.map(one => one.sheet)).toEqual(['汇总', '问题明细'])
  expect(sheets[1]!.data.slice(1).map(row => row[1])).toEqual(payloads.map(text => text.trim()))
  expect(sheets[0]!.data).toContainEqual(expect.arrayContaining(['累计发现', 9]))
})

it('[F74] a unit or an issue without a name, and a day with nothing in it, leave no hole', () => {
  const source = specimen(lists)
  const empty = { ...source, bulletin: { ...source.bulletin, figures: make('bulletin', {}).figures, no: null, issuedAt: null }, corrections: [], silent: [], issues: [] }
  expect(content(empty)).toMatchObject({ no: '（未签发）', signed: '（未签发）', rate: '—', silent: '无', anyLate: false, anyToday: false, anyUnits: false, unranked: '' })
  expect(content(source).today[0]).toMatchObject({ where: '罗州街道', unit: '未定责任单位' })
})

describe('[F74] over HTTP', () => {
  async function day() {
    const board = await runningBoard()
    const ann = board.person({ role: 'coordinator' })
    // Yesterday's commits, as a server that ran yesterday would have logged them.
    const { authority } = board
    const bulletin = make('bulletin', { id: '2030-05-05', from: noon - 42 * hour, until: Date.now() + hour, figures: { ...make('bulletin', {}).figures, found: 2, followed: 2 } })
    for (const [i, township] of ['north', 'south'].entries()) await authority.submit({ id: `r${i}`, name: 'reportIssue', args: { issue: `i${i}`, title: township, aspect: 'safety', severity: 'day', township, lng: -20, lat: 64.5 } }, ann.actor)
    authority.board.set({ kind: 'bulletin', id: bulletin.id, value: bulletin })
    return { board, ann, bulletin }
  }

  it('[F74] [DB1] the rows behind a figure are those of the cut-off, for readers who see them', async () => {
    const { board, ann } = await day()
    const rows = async (person: typeof ann, query: string) => await (await person.fetch(`/api/i/first/bulletins/2030-05-05/rows?${query}`)).json() as { count: number, rows: { id: string }[] }
    expect(await rows(ann, 'state=all')).toMatchObject({ count: 2 })
    expect((await rows(ann, 'township=south')).rows.map(one => one.id)).toEqual(['i1'])
    expect((await rows(ann, 'kind=zone')).count).toBe(0)
    const olaf = board.person({ role: 'officer', township: 'north' })
    expect((await olaf.fetch('/api/i/first/bulletins/2030-05-05/rows')).status).toBe(404)
    await board.authority.submit({ id: 's', name: 'issueBulletin', args: { day: '2030-05-05' } }, ann.actor)
    expect((await rows(olaf, 'state=all')).rows.map(one => one.id)).toEqual(['i0'])
    expect((await olaf.fetch('/api/i/first/bulletins/2030-05-05/word')).status).toBe(403)
    expect((await board.person({ role: 'viewer' }).fetch('/api/i/first/bulletins/2030-05-05/word')).status).toBe(200)
    expect((await board.person({ role: 'volunteer' }).fetch('/api/i/first/bulletins/2030-05-05/rows')).status).toBe(404)
    expect(board.bugs).toEqual([])
  })

  it('[F74] headquarters brings a template of its own, is told what is wrong with a bad one, and can go back', async () => {
    const { board, ann } = await day()
    const at = '/api/i/first/bulletins'
    const put = async (body: Uint8Array, person = ann) => {
      const answer = await person.fetch(`${at}/template`, { method: 'PUT', body: Buffer.from(body), headers: { 'content-type': 'application/octet-stream' } })
      return [answer.status, ((await answer.json()) as { code?: string }).code]
    }
    const text = async () => textOf(new Uint8Array(await (await ann.fetch(`${at}/2030-05-05/word`)).arrayBuffer()))
    expect(await text()).toContain('Shore Office')
    expect(await put(word(['mine {found}']))).toEqual([200, undefined])
    expect(await text()).toBe('mine 2')
    expect(await put(word(['{weather}']))).toEqual([409, 'unknown_tag'])
    expect(await put(new Uint8Array(3 * 2 ** 20))).toEqual([413, 'too_large'])
    expect(await put(word(['x']), board.person({ role: 'inspector' }))).toEqual([403, 'forbidden'])
    expect(await text()).toBe('mine 2')
    await ann.fetch(`${at}/template`, { method: 'DELETE' })
    expect(await text()).toContain('Shore Office')
    expect(board.bugs).toEqual([])
  })
})

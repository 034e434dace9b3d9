import type { BulletinSource } from './bulletin-source.ts'
import write from 'write-excel-file/node'
import { cell } from '../../shared/core/text.ts'
import { written } from '../../shared/core/written.ts'
import { content, issueNumber, names } from './bulletin-content.ts'

/** A text cell has the type of text, so that Excel never reads it as a formula. */
const text = (value: string) => ({ value: cell(value), type: String })
const strong = (value: string) => ({ ...text(value), fontWeight: 'bold' as const })
const number = (value: number) => ({ value, type: Number })

/** The bulletin as .xlsx: the day's figures and tables on one sheet, and every issue as it was at the cut-off on the other. */
export async function bulletinExcel(source: BulletinSource): Promise<Uint8Array> {
  const { lists, incident, bulletin, issues } = source
  const { bulletin: words } = lists.office
  const all = content(source)
  const name = names(lists)
  const heads = (head: readonly string[]) => head.map(strong)
  const part = (one: typeof all.townships[number]) => [text(one.name), ...[one.found, one.today, one.closed, one.followed, one.overdue].map(number)]
  const figures = [
    [strong(`${all.title} ${all.no}`)],
    [text(`${all.office} ${all.mark}`)],
    [text(`${all.from} – ${all.until}`)],
    [],
    ...(Object.keys(words.figures) as (keyof typeof words.figures)[]).map(key => [text(words.figures[key]), number(bulletin.figures[key])]),
    [],
    [strong(words.headings.townships)],
    heads(words.columns.counts),
    ...all.townships.map(part),
    [],
    [strong(words.headings.aspects)],
    heads(words.columns.counts),
    ...all.aspects.map(part),
    [],
    [strong(words.headings.units)],
    heads(words.columns.units),
    ...all.units.map(one => [number(one.place), text(one.name), number(one.found), text(one.pace), text(one.relapse), text(one.overdue)]),
    [text(all.unranked)],
    [],
    [strong(words.headings.corrections)],
    ...all.corrections.map(one => [text(one.line)]),
  ]
  const at = (moment: number) => text(written(lists, moment).minute)
  const rows = issues.map(one => [
    text(issueNumber(incident.code, one.no)),
    text(one.title),
    text(name.aspect(one.aspect)),
    text(name.severity(one.severity)),
    text(name.township(one.township)),
    text(one.place),
    text(name.unit(one.unit ?? 'none')),
    text(words.states[one.state]),
    at(one.foundAt),
    at(one.due),
    at(one.since),
  ])
  const file = await write([
    { data: figures, sheet: words.sheets[0], columns: [{ width: 24 }, { width: 18 }] },
    { data: [heads(words.columns.all), ...rows], sheet: words.sheets[1], columns: [{ width: 12 }, { width: 40 }], stickyRowsCount: 1 },
  ])
  return file.toBuffer()
}

import type { Actor } from '../../shared/core/actor.ts'
import type { Reader } from '../../shared/core/board.ts'
import type { County } from '../../shared/core/county.ts'
import type { SavedTable } from '../../shared/records.ts'
import type { Around, TableKind } from '../../shared/tables/field.ts'
import type { TableSheet } from '../../shared/tables/sheet.ts'
import type { WorkedOut } from '../../shared/tables/work-out.ts'
import type { Authority } from '../board/authority.ts'
import { zoneOffset } from '../../shared/core/calendar.ts'
import { factsOf } from '../../shared/core/county.ts'
import { spanAt } from '../../shared/core/cut-off.ts'
import { seenBy } from '../../shared/own-parts.ts'
import { hasLeft } from '../../shared/settled.ts'
import { nameOf, naming, sheetOf } from '../../shared/tables/sheet.ts'
import { tableWords } from '../../shared/tables/words.ts'
import { workOut } from '../../shared/tables/work-out.ts'

type Language = keyof typeof tableWords

/** The saved table, worked out of what this person may see now; null if they may not see the table itself. Times in it are ms of the county's wall clock. */
export function readAs(authority: Pick<Authority, 'now'> & { readonly board: Reader }, actor: Actor, id: string, county: County, language: Language = 'zh'): TableSheet | null {
  const { board } = authority
  const saved = board.get('table', id)
  const table = saved ? seenBy(board, actor, 'table', saved) as SavedTable | null : null
  if (!table) return null
  const incident = board.get('incident', 'incident')
  const at = authority.now()
  const kind: TableKind = table.of
  function* seen() {
    for (const record of board.all(kind)) {
      const value = !table?.settled && hasLeft(incident, kind, record) ? null : seenBy(board, actor, kind, record)
      if (value) yield value
    }
  }
  const called: Around['called'] = (of, name) => {
    const record = name === null ? undefined : board.get(of, name)
    return record && seenBy(board, actor, of, record) ? nameOf(record) : null
  }
  const made: WorkedOut = workOut(table, seen(), { at, from: spanAt(at, factsOf(county)).from, code: incident?.code ?? '', called })
  const { columns, lines } = sheetOf(made, tableWords[language], naming(county, tableWords[language], name => name[language]))
  const wall = (moment: number) => moment + zoneOffset(moment, county.timeZone)
  const times = columns.map(({ holds }) => holds === 'time')
  return {
    name: table.name,
    at,
    drill: incident?.drill ?? false,
    columns,
    lines: lines.map(line => ({ ...line, cells: line.cells.map((cell, i) => times[i] && typeof cell === 'number' ? wall(cell) : cell) })),
    left: made.left,
  }
}

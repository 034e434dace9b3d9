import type { Database } from './database.ts'
import { kinds } from '../../shared/kinds.ts'
import { schemas } from '../../shared/records.ts'

/** SQLite keeps the text of a view from its name on, behind these two words in capitals. */
function viewOf(kind: typeof kinds[number]): string {
  const columns = Object.keys(schemas[kind].entries).map(field => `json_extract(value, '$.${field}') as "${field}"`)
  return `CREATE VIEW "${kind}_view" as select ${columns.join(', ')} from record where kind = '${kind}'`
}

/** Creates one SQL view per kind (`select * from issue_view`) from the record schemas, for reporting tools. What is there already is not written again. */
export function createViews(raw: Database['raw']): void {
  const there = new Set(raw.prepare('select sql from sqlite_master where type = \'view\'').pluck().all())
  const missing = kinds.filter(kind => !there.has(viewOf(kind)))
  if (missing.length) raw.transaction(() => raw.exec(missing.map(kind => `drop view if exists "${kind}_view"; ${viewOf(kind)};`).join('')))()
}

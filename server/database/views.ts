import type { Database } from './database.ts'
import { kinds } from '../../shared/kinds.ts'
import { schemas } from '../../shared/records.ts'

/** Creates one SQL view per kind (`select * from issue_view`) from the record schemas, for reporting tools. */
export function createViews(raw: Database['raw']): void {
  for (const kind of kinds) {
    const columns = Object.keys(schemas[kind].entries).map(field => `json_extract(value, '$.${field}') as "${field}"`)
    raw.exec(`drop view if exists "${kind}_view"; create view "${kind}_view" as select ${columns.join(', ')} from record where kind = '${kind}'`)
  }
}

import type { Sql } from 'postgres'
import { kinds } from '../../shared/kinds.ts'
import { schemas } from '../../shared/records.ts'

/** Creates one SQL view per kind (`select * from issue_view where board = 'first'`) from the record schemas, for reporting tools. */
export async function createViews(sql: Sql): Promise<void> {
  await sql.begin(async (all) => {
    for (const kind of kinds) {
      const columns = Object.keys(schemas[kind].entries).map(field => `(value::json) ->> '${field}' as "${field}"`)
      await all.unsafe(`drop view if exists "${kind}_view"; create view "${kind}_view" as select board, ${columns.join(', ')} from record where kind = '${kind}'`)
    }
  })
}

import type { Sql } from 'postgres'
import { hash } from 'node:crypto'
import { kinds } from '../../shared/kinds.ts'
import { schemas } from '../../shared/records.ts'

const views = kinds.map((kind) => {
  const columns = Object.keys(schemas[kind].entries).map(field => `(value::json) ->> '${field}' as "${field}"`)
  return { kind, text: `create view "${kind}_view" as select board, ${columns.join(', ')} from record where kind = '${kind}'` }
})
/** Something of other people depends on what should be dropped. */
const inUse = (error: unknown) => (error as { code?: string }).code === '2BP01'

/** Creates one SQL view per kind (`select * from issue_view where board = 'first'`) from the record schemas, for reporting tools. Views that are as this version wants them are not made again. */
export async function createViews(sql: Sql): Promise<void> {
  const sum = hash('sha256', JSON.stringify(views))
  const [there] = await sql`select 1 from meta where board = '' and key = 'views' and value = ${sum}`
  if (there) return
  for (const { kind, text } of views) {
    // A view that others have built on stays as it was: a report must not stop the board.
    await sql.begin(one => one.unsafe(`drop view if exists "${kind}_view"; ${text}`)).catch((error: unknown) => {
      if (!inUse(error)) throw error
    })
  }
  await sql`insert into meta values ('', 'views', ${sum}) on conflict (board, key) do update set value = excluded.value`
}

import type { Sql } from 'postgres'

/** How long an answer over the connection that listens may take, and how often it is asked for (ms): together less than any other statement may take. */
export const hearing = { within: 20_000, every: 12_000 } as const

/**
 * Asks over the connection that listens whether PostgreSQL is still there, so that a quiet one stays and a half-dead one is noticed. The driver
 * keeps it apart from those for statements, and its types do not name it. One question at a time: a second one would look like life. Answers a function that ends it.
 */
export function keepHearing(sql: Sql, every: number = hearing.every): () => void {
  let asked = false
  const asking = setInterval(() => {
    const listening = (sql.listen as { readonly sql?: Sql }).sql
    if (asked || !listening) return
    asked = true
    void listening`select 1`.catch(() => {}).finally(() => asked = false)
  }, every).unref()
  return () => clearInterval(asking)
}

import type { Sql } from 'postgres'

const there = 'deployment'

/** By what the key of the deployment is known, in PostgreSQL: written once everything of the first server is there, and compared by all others. */
export const deploymentKey = {
  read: async (sql: Sql): Promise<string | null> => (await sql<{ value: string }[]>`select value from meta where board = '' and key = ${there}`)[0]?.value ?? null,
  write: async (sql: Sql, mark: string): Promise<void> => void await sql`insert into meta (board, key, value) values ('', ${there}, ${mark}) on conflict (board, key) do update set value = excluded.value`,
}

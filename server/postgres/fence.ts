import type { Sql } from 'postgres'

/** The term in which this server writes to PostgreSQL; null while another server is the writer. */
export type Term = () => number | null

/** Thrown instead of writing when another server has become the writer. Nothing was written; whoever asked may send it again. */
export class NotTheWriter extends Error {
  readonly code = 'FENCED'
  constructor() {
    super('Another server writes to the boards now.')
  }
}

/** The present term of this server. Throws `NotTheWriter`. */
export function termNow(term: Term): number {
  const now = term()
  if (now === null) throw new NotTheWriter()
  return now
}

/**
 * A part of a statement that has one row while `term` lasts, and none afterwards. The lock on the row makes the next writer wait for
 * this transaction, so that it reads everything that was written before it.
 */
export const fence = (sql: Sql, term: number) => sql`select 1 as ours from lease where term = ${term} for share`

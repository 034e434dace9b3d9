import type { Sql } from 'postgres'

/** The term in which this server writes to PostgreSQL; null while another server is the writer. */
export type Term = () => number | null

/** The terms that a board's statements state: that of the writer, and that in which this server decides the board's commands. */
export interface Terms { readonly writer: Term, readonly board: Term }

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
 * A part of a statement that has one row while the writer's `term` lasts, and none afterwards. The lock on the row makes the next writer wait for
 * this transaction, so that it reads everything that was written before it.
 */
export const fence = (sql: Sql, term: number) => sql`select 1 as ours from lease where name = 'writer' and term = ${term} for share`

/** The same for the log of a board, and the server that decides its commands. */
export const boardFence = (sql: Sql, board: string, term: number) => sql`select 1 as ours from board_writer where board = ${board} and term = ${term} for share`

import type { Actor } from '../../shared/core/actor.ts'
import type { RunningBoard } from '../support/running-board.ts'

/** The readers, one letter each, so that a row of the table lists the readers of a record. */
export const readers = {
  K: { role: 'coordinator' },
  A: { role: 'admin' },
  I: { role: 'inspector', team: 1 },
  R: { role: 'overseer' },
  V: { role: 'viewer' },
  O: { role: 'officer', township: 'north' },
  N: { role: 'officer', township: 'south' },
  U: { role: 'unit', unit: 'health' },
  C: { role: 'unit', unit: 'civil' },
  /** Speaks for the place of the table. */
  P: { role: 'contact', place: 'x-own-place-x' },
  /** Looks after the grid of the table. */
  G: { role: 'gridWorker', grid: 'x-own-grid-x' },
  /** Holds the shift of the table and belongs to its team of volunteers. */
  H: { role: 'volunteer', township: 'north', approved: true },
  /** A volunteer with no records about them. */
  J: { role: 'volunteer', township: 'north', approved: true },
  /** A volunteer who leads the post in the north. */
  L: { role: 'volunteer', township: 'north', approved: true },
  /** Signed up and not yet approved. */
  W: { role: 'volunteer', township: 'north', approved: false },
  /** Reads the log. */
  E: { role: 'auditor' },
} as const satisfies Record<string, Omit<Actor, 'id'>>

export type Letter = keyof typeof readers
export const letters = Object.keys(readers) as Letter[]
export type Person = ReturnType<RunningBoard['person']>

import type { Kind } from '../records.ts'

/** The parts of the work that a county may leave out, by the kinds of their records. A county folder names those that it does not use. */
export const parts = {
  testing: ['round', 'sampling', 'tube'],
  quarantine: ['quarantine', 'batch', 'transfer'],
  exposure: ['exposure'],
  recovery: ['reopening', 'selfReport', 'workPlan'],
  market: ['marketDay'],
} as const satisfies Readonly<Record<string, readonly Kind[]>>

import type { Kind } from '../records.ts'

/** The parts of the work that a county may leave out, each with its pages (paths of the router) and its kinds of records. */
export const parts = {
  testing: { pages: ['/rounds'], kinds: ['round', 'sampling', 'tube'] },
  quarantine: { pages: ['/quarantine'], kinds: ['quarantine', 'batch', 'transfer'] },
  exposure: { pages: ['/exposures'], kinds: ['exposure'] },
  recovery: { pages: ['/recovery'], kinds: ['reopening', 'selfReport', 'workPlan'] },
  market: { pages: [], kinds: ['marketDay'] },
} as const satisfies Readonly<Record<string, { readonly pages: readonly string[], readonly kinds: readonly Kind[] }>>

export type Part = keyof typeof parts

/** True if the page belongs to a part that the county leaves out. */
export const pageLeftOut = (leftOut: readonly Part[], path: string): boolean => leftOut.some(part => (parts[part].pages as readonly string[]).includes(path))
/** True if records of this kind belong to such a part: nobody sees or makes any. */
export const kindLeftOut = (leftOut: readonly Part[], kind: Kind): boolean => leftOut.some(part => (parts[part].kinds as readonly Kind[]).includes(kind))

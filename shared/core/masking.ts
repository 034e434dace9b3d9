import type { Records } from '../records.ts'
import type { Actor } from './actor.ts'
import type { Block } from './blocks.ts'
import type { Reader } from './board.ts'

/** Photos that were sent already are covered later: faces, number plates, documents. Signatures are not, they are what they prove. */

/** The kinds whose photos can be covered. */
export const maskable = ['issue', 'inspection', 'delivery'] as const
export type Maskable = (typeof maskable)[number]

/** Parts of one photo in one act, and in all. */
export const mostAtOnce = 20
export const mostBlocks = 40

const takenBy: { readonly [K in Maskable]: (record: Records[K]) => string | null } = {
  issue: ({ foundBy }) => foundBy,
  inspection: ({ inspector }) => inspector,
  delivery: () => null,
}

/** Who may cover parts of the photos of a record: headquarters, and the person who found the issue or made the visit. It cannot be taken back. */
export const mayMask = <K extends Maskable>({ id, role }: Pick<Actor, 'id' | 'role'>, kind: K, record: Records[K]): boolean =>
  role === 'coordinator' || role === 'admin' || takenBy[kind](record) === id

/** What is covered of one photo of a record. */
export const coveredOf = ({ masks = {} }: { readonly masks?: Readonly<Record<string, readonly Block[]>> | undefined }, photo: string): readonly Block[] =>
  masks[photo] ?? []

/** What is covered of a photo that the record with this id names. */
export function masksOf(board: Pick<Reader, 'get'>, subject: string, photo: string): readonly Block[] {
  for (const kind of maskable) {
    const record = board.get(kind, subject)
    const covered = record ? coveredOf(record, photo) : []
    if (covered.length) return covered
  }
  return []
}

import type { Clash } from '../../../shared/core/rejection.ts'
import type { Call } from '../../core/undo.ts'

/** Two people changed the same field. Both texts stay visible until somebody chooses. */

export const sides = ['both', 'mine', 'theirs'] as const
export type Side = (typeof sides)[number]

/** The maximum length of each text field, as in `shared/records.ts`. Fields that are not listed cannot be joined. */
const longest: Readonly<Record<string, number>> = { title: 80, name: 80, item: 80, note: 2000, reason: 2000, address: 200, approver: 40 }

/** Both texts in one, theirs first; null if the field is no text or the result is too long. */
export function joined({ field, mine, theirs }: Clash): string | null {
  const most = longest[field]
  if (most === undefined || typeof mine !== 'string' || typeof theirs !== 'string') return null
  if (theirs.includes(mine)) return theirs
  if (mine.includes(theirs)) return mine
  const both = `${theirs}${most > 200 ? '\n' : ' / '}${mine}`
  return both.length <= most ? both : null
}

/**
 * The edit to send after the person has chosen for each field, or null if nothing is left to change.
 * Its base is the other person's version as just shown, so that a third change is a new conflict.
 */
export function resolveConflict({ name, args }: Call, clashes: readonly Clash[], side: Side): Call | null {
  // An order is one value, whose base is the other order.
  if (name === 'reorderRoute') return side === 'mine' ? { name, args: { ...args, base: clashes[0]?.theirs } } : null
  const set: Record<string, unknown> = { ...args.set as object }
  const base: Record<string, unknown> = { ...args.base as object }
  for (const clash of clashes) {
    base[clash.field] = clash.theirs ?? null
    if (side === 'both') set[clash.field] = joined(clash) ?? clash.mine
    if (side === 'theirs') delete set[clash.field]
  }
  for (const field of Object.keys(set)) {
    if (JSON.stringify(set[field] ?? null) === JSON.stringify(base[field] ?? null)) delete set[field]
  }
  for (const field of Object.keys(base)) {
    if (!(field in set)) delete base[field]
  }
  return Object.keys(set).length ? { name, args: { ...args, set, base } } : null
}

/** A piece of a text; `differs` if the other text lacks it. */
export interface Piece { readonly text: string, readonly differs: boolean }

const words = (text: string): string[] => text.match(/\p{Script=Han}|[\p{L}\p{N}]+|\s+|./gu) ?? []
const tooLong = 600

/** Marks the pieces that only one of two texts has, by their longest common subsequence of words and 汉字. */
export function compare(mine: string, theirs: string): readonly [mine: Piece[], theirs: Piece[]] {
  const a = words(mine)
  const b = words(theirs)
  if (a.length > tooLong || b.length > tooLong) return [[{ text: mine, differs: mine !== theirs }], [{ text: theirs, differs: mine !== theirs }]]
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const left: Piece[] = []
  const right: Piece[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      left.push({ text: a[i++] ?? '', differs: false })
      right.push({ text: b[j++] ?? '', differs: false })
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      left.push({ text: a[i++] ?? '', differs: true })
    } else {
      right.push({ text: b[j++] ?? '', differs: true })
    }
  }
  return [gather(left), gather(right)]
}

/** Two orders of the same things, one a line: those that stand elsewhere in the other order differ. */
export function compareOrders(mine: readonly unknown[], theirs: readonly unknown[], named: (one: unknown) => string): readonly [mine: Piece[], theirs: Piece[]] {
  const lines = (order: readonly unknown[], other: readonly unknown[]) => order.map((one, i) => ({ text: `${i + 1} ${named(one)}\n`, differs: one !== other[i] }))
  return [lines(mine, theirs), lines(theirs, mine)]
}

/** Joins neighbouring pieces. A single common character between differences counts as a difference too. */
function gather(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = []
  const chance = (i: number) => pieces[i]?.differs === false && pieces[i - 1]?.differs !== false && pieces[i + 1]?.differs === true && pieces[i]?.text.length === 1
  for (const piece of pieces.map((one, i) => chance(i) ? { ...one, differs: true } : one)) {
    const before = runs.at(-1)
    if (before?.differs === piece.differs) runs[runs.length - 1] = { text: before.text + piece.text, differs: piece.differs }
    else runs.push(piece)
  }
  return runs
}

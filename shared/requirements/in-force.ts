import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Requirement } from '../records.ts'

/** All versions of the requirements: those of the county folder, and those that headquarters made. */
export const versionsOf = (board: Reader, facts: Facts): readonly Requirement[] => [...facts.requirements, ...board.all('requirement')]

/** The newest version of a rule; undefined if nobody made one. */
export function latest(board: Reader, facts: Facts, rule: string): Requirement | undefined {
  return versionsOf(board, facts).filter(one => one.rule === rule).sort((a, b) => b.version - a.version)[0]
}

/** The requirements in force at a moment (epoch ms): of each rule the newest version that had begun, unless it had ended. */
export function requirementsAt(board: Reader, facts: Facts, at: number): readonly Requirement[] {
  const newest = new Map<string, Requirement>()
  for (const one of versionsOf(board, facts)) {
    const known = newest.get(one.rule)
    if (one.validFrom <= at && (!known || known.version < one.version)) newest.set(one.rule, one)
  }
  return [...newest.values()].filter(({ validTo }) => validTo === null || validTo > at)
}

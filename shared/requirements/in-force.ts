import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Requirement, WhereLevel } from '../records.ts'
import { joinedId } from '../core/joined-id.ts'

/** All versions of the requirements: those of the county folder, and those that headquarters made. */
export const versionsOf = (board: Reader, facts: Facts): readonly Requirement[] => [...facts.requirements, ...board.all('requirement')]

/** The newest version of a rule; undefined if nobody made one. */
export function latest(board: Reader, facts: Facts, rule: string): Requirement | undefined {
  return historyOf(versionsOf(board, facts), rule)[0]
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

/** The versions of a rule from the newest on. */
export const historyOf = (versions: readonly Requirement[], rule: string): readonly Requirement[] => versions.filter(one => one.rule === rule).sort((a, b) => b.version - a.version)

/** When a version stops to count (epoch ms): at its own end, or when a later version begins; null while neither is known. */
export function endOf(one: Requirement, versions: readonly Requirement[]): number | null {
  const later = versions.filter(other => other.rule === one.rule && other.version > one.version).map(other => other.validFrom)
  const end = Math.min(one.validTo ?? Infinity, ...later)
  return end === Infinity ? null : Math.max(end, one.validFrom)
}

/** The version that follows the one with the number in `args`. It begins with the running minute (`now` in epoch ms) or later: screens count by minutes. */
export function nextVersion(args: Omit<Requirement, 'id' | 'by'>, now: number, by: string): Requirement {
  const version = args.version + 1
  return { ...args, id: joinedId('-', args.rule, version), version, validFrom: Math.max(args.validFrom, Math.floor(now / 60_000) * 60_000), by }
}

/** When a rule began to apply to a kind of place at a level without a break (epoch ms): a new version does not begin the first hours again. */
export function appliesSince(rule: Requirement, kind: string, level: WhereLevel, versions: readonly Requirement[]): number {
  let since = rule.validFrom
  for (const older of rule.version > 1 ? historyOf(versions, rule.rule) : []) {
    if (older.version >= rule.version) continue
    const apart = older.validTo !== null && older.validTo < since
    if (apart || !older.kinds.includes(kind) || !older.levels.includes(level)) break
    since = Math.min(since, older.validFrom)
  }
  return since
}

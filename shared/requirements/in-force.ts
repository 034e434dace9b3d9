import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Requirement, WhereLevel } from '../records.ts'
import { joinedId } from '../core/joined-id.ts'
import { beginsAt, historyOf, versionsAt } from '../core/versions.ts'

/** All versions of the requirements: those of the county folder, and those that headquarters made. */
export const versionsOf = (board: Reader, facts: Facts): readonly Requirement[] => [...facts.requirements, ...board.all('requirement')]

/** The newest version of a rule; undefined if nobody made one. */
export function latest(board: Reader, facts: Facts, rule: string): Requirement | undefined {
  return historyOf(versionsOf(board, facts), rule)[0]
}

/** The requirements in force at a moment (epoch ms). */
export const requirementsAt = (board: Reader, facts: Facts, at: number): readonly Requirement[] => versionsAt(versionsOf(board, facts), at)

/** The version that follows the one with the number in `args`. It begins with the running minute (`now` in epoch ms) or later. */
export function nextVersion(args: Omit<Requirement, 'id' | 'by'>, now: number, by: string): Requirement {
  const version = args.version + 1
  return { ...args, id: joinedId('-', args.rule, version), version, validFrom: beginsAt(args.validFrom, now), by }
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

import type { Actor } from '../core/actor.ts'
import type { Reader } from '../core/board.ts'
import type { WorkPlan } from '../records.ts'

/** The newest version of a plan; undefined if there is none. */
export function latestPlan(board: Reader, plan: string): WorkPlan | undefined {
  let newest: WorkPlan | undefined
  for (const one of board.by('workPlan', 'plan', plan)) {
    if (!newest || newest.version < one.version) newest = one
  }
  return newest
}

/** The addressee for whom a person reads; null for one who belongs to none, as headquarters. */
export function readerOf(board: Reader, { id, role, township, unit, place }: Actor): string | null {
  if (role === 'officer') return `township:${township}`
  if (role === 'unit') return `unit:${unit}`
  if (role === 'contact') return `place:${place}`
  const team = role === 'inspector' ? [...board.all('team')].find(one => one.members.includes(id)) : undefined
  return team ? `team:${team.no}` : null
}

export const unreadBy = ({ addressees, reads }: Pick<WorkPlan, 'addressees' | 'reads'>): readonly string[] => addressees.filter(one => !Object.hasOwn(reads, one))

/** When it was replaced or withdrawn. */
export const workPlanSettledAt = ({ replacedAt }: WorkPlan): number | null => replacedAt

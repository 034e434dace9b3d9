import type { Refused } from './rejection.ts'

/** Roles, actors and whose names they may read. What each sees and changes is in `sight.ts`. */

/** Roles a person can be given. The overseer is of the level above the county: sees all, re-checks, and changes nothing else. */
export const roles = ['coordinator', 'inspector', 'officer', 'unit', 'volunteer', 'viewer', 'admin', 'overseer'] as const
/** `system` is the server itself: its one scheduler acts through the same rules as everybody. */
export type Role = (typeof roles)[number] | 'system'

/** The person who acts. It comes from the session, never from a message. */
export interface Actor {
  readonly id: string
  readonly role: Role
  /** Only for a township officer, and a volunteer who gave one: the code of their township. */
  readonly township?: string
  /** Only for a responsible unit: its id in the county folder. */
  readonly unit?: string
  /** Only for an inspector: the number of their team. */
  readonly team?: number
  /** Only for a volunteer: approved by the organisation (组织批准). Without approval nothing can be claimed. */
  readonly approved?: boolean
  /** Ids in the county folder: what this person can do, and which trainings and consents they have given. */
  readonly skills?: readonly string[]
  readonly trained?: readonly string[]
}

/** The roles that lead the incident or keep the server. */
export const headquarters: readonly Role[] = ['coordinator', 'admin']

/** The roles that plan posts and shifts, and the role that claims them. */
export const planners: readonly Role[] = ['coordinator', 'officer', 'admin']
export const helpers: readonly Role[] = ['volunteer', 'inspector', 'officer', 'coordinator', 'admin']

/** The people whose names a role may read. Other roles see the role and a number. */
export function mayKnowName(reader: Actor, person: Actor): boolean {
  if (reader.id === person.id || reader.role === 'coordinator' || reader.role === 'admin') return true
  if (reader.role === 'volunteer' || reader.role === 'viewer') return false
  if (person.role !== 'volunteer') return true
  return reader.role === 'officer' && person.township === reader.township
}

/** Approved by the organisation. Other roles than volunteers need no approval. */
export const unapproved = (actor: Actor): Refused | null => actor.role === 'volunteer' && !actor.approved ? { code: 'not_approved' } : null

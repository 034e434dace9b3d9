import type { Refused } from './rejection.ts'

/** Roles and actors, and whose names a role may read. `sight.ts` decides which records each may see and change. */

/**
 * Roles a person can have. The overseer comes from the level above the county: sees everything, re-checks issues, and changes nothing else. A
 * contact speaks for one place: the manager of a quarantine site, the contact of a school, a factory or a care home. A grid worker (网格员)
 * looks after the people of one grid of a township. An auditor (审计员) reads the log and nothing else.
 */
export const roles = ['coordinator', 'inspector', 'officer', 'unit', 'volunteer', 'viewer', 'admin', 'overseer', 'contact', 'gridWorker', 'auditor'] as const
/** `system` is the server's scheduler. It acts by the same rules as everybody else. */
export type Role = (typeof roles)[number] | 'system'

/** The person who acts: taken from the session, never from a message. */
export interface Actor {
  readonly id: string
  readonly role: Role
  /** The code of their township: every township officer has one, a volunteer may. */
  readonly township?: string
  /** Only for a token of another system that has several townships: their codes, instead of `township`. */
  readonly townships?: readonly string[]
  /** Only for a responsible unit: its id in the county folder. */
  readonly unit?: string
  /** Only for an inspector: the number of their team. */
  readonly team?: number
  /** Only for a contact: the id of their place. */
  readonly place?: string
  /** Only for a grid worker: the id of their grid. */
  readonly grid?: string
  /** Only for a volunteer: approved by the organisation (组织批准). A volunteer without approval can claim nothing. */
  readonly approved?: boolean
  /** Ids in the county folder: what this person can do, and which trainings and consents they have given. */
  readonly skills?: readonly string[]
  readonly trained?: readonly string[]
  /** Only for a token of another system: the commands it may give. */
  readonly commands?: readonly string[]
}

/** The roles that lead the incident or run the server. */
export const headquarters: readonly Role[] = ['coordinator', 'admin']

/** The roles whose accounts outlast an incident: they read what is left of it, and answer for it. */
export const outlasting: readonly Role[] = [...headquarters, 'overseer', 'auditor']

/** The roles that read the log of everything that was done. */
export const logReaders: readonly Role[] = ['admin', 'auditor']

/** True if this township is the officer's own, or one of the several that a token has. */
export const worksIn = ({ township, townships }: Actor, code: string | null): boolean => code !== null && (township === code || (townships?.includes(code) ?? false))

/** True if this person may let others follow their map. */
export const mayLead = ({ role }: Pick<Actor, 'role'>): boolean => headquarters.includes(role)

/** The roles that plan posts and shifts. */
export const planners: readonly Role[] = ['coordinator', 'officer', 'admin']
/** The roles that may claim shifts. */
export const helpers: readonly Role[] = ['volunteer', 'inspector', 'officer', 'coordinator', 'admin']

/** The roles that read no names of people with accounts. */
const nameless: readonly Role[] = ['volunteer', 'viewer', 'contact', 'gridWorker', 'auditor']

/** True if `reader` may read the name of `person`. Others see the role and a number. */
export function mayKnowName(reader: Actor, person: Actor): boolean {
  if (reader.id === person.id || reader.role === 'coordinator' || reader.role === 'admin') return true
  if (nameless.includes(reader.role)) return false
  if (person.role !== 'volunteer') return true
  return reader.role === 'officer' && person.township === reader.township
}

/** `not_approved` for a volunteer without the organisation's approval. Other roles need none. */
export const unapproved = (actor: Actor): Refused | null => actor.role === 'volunteer' && !actor.approved ? { code: 'not_approved' } : null

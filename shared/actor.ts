import type { AnyRecord, Issue, Kind } from './records.ts'

/** Who may see and change what is decided here, once, for both sides. */

export const roles = ['coordinator', 'inspector', 'officer', 'unit', 'volunteer', 'viewer', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who acts. Comes from the session, never from a message. */
export interface Actor {
  readonly id: string
  readonly role: Role
  /** Only for a township officer: the code of their township. */
  readonly township?: string
  /** Only for a responsible unit: its id in the county folder. */
  readonly unit?: string
}

/**
 * Everybody of one audience sees the same records, so one frame and one snapshot serve them all.
 * An officer sees their township, a unit what is assigned to it, a volunteer the shifts.
 */
export function audienceOf(actor: Actor): string {
  if (actor.role === 'officer') return `township:${actor.township}`
  if (actor.role === 'unit') return `unit:${actor.unit}`
  if (actor.role === 'volunteer') return 'volunteer'
  return 'staff'
}

const forAll: readonly Kind[] = ['incident', 'zone', 'announcement']

/** May this audience see the record as it stands? Pure in the record, so a move out of sight is a removal there. */
export function visible(audience: string, kind: Kind, record: AnyRecord): boolean {
  if (kind === 'counter') return false
  if (audience === 'staff' || forAll.includes(kind)) return true
  if (audience === 'volunteer') return kind === 'shift'
  const [scope, name] = audience.split(':')
  if (scope === 'township') return 'township' in record && record.township === name
  if (kind === 'issue') return (record as Issue).unit === name
  return kind === 'place' || kind === 'shortage'
}

/** May this actor change the record? Asked of a record both as it was and as it becomes. */
export function inArea(actor: Actor, kind: Kind, record: AnyRecord): boolean {
  if (actor.role === 'officer') return kind === 'counter' || ('township' in record && record.township === actor.township)
  if (actor.role === 'unit') return kind === 'shortage' || (kind === 'issue' && (record as Issue).unit === actor.unit)
  return actor.role !== 'viewer'
}

/** Whose names a role may read. The rest see the role and a number. */
export function mayKnowName(reader: Actor, person: Actor): boolean {
  if (reader.id === person.id || reader.role === 'coordinator' || reader.role === 'admin') return true
  if (reader.role === 'volunteer' || reader.role === 'viewer') return false
  if (person.role !== 'volunteer') return true
  return reader.role === 'officer' && person.township === reader.township
}

import type { Role } from '../core/actor.ts'

/** Who may do what with the register of people who need care: decided here, once, for client and server. The default is no. */

/** What an administrator may grant to a person beside their role: to read names beyond a township, and to take lists out. */
export const careRights = ['names', 'export'] as const
export type CareRight = (typeof careRights)[number]

/** The person who asks, with the rights they were granted. */
export interface CareReader {
  readonly id: string
  readonly role: Role
  readonly township?: string
  readonly grid?: string
  readonly rights: readonly CareRight[]
}

/** Where a person of the register lives. */
export interface CareSpot { readonly township: string, readonly grid: string }

/** The part of the register that a person works on: the whole, a township, or a grid. Null: nothing. */
export type CareScope = { readonly township?: string, readonly grid?: string } | null

/** A grid worker has their grid, an officer their township, a coordinator with the right the county. Nobody else reads a name; an administrator grants and does not read. */
export function careScope({ role, township, grid, rights }: CareReader): CareScope {
  if (role === 'gridWorker') return grid ? { grid } : null
  if (role === 'officer') return township ? { township } : null
  return role === 'coordinator' && rights.includes('names') ? {} : null
}

export function within(scope: CareScope, spot: CareSpot): boolean {
  return scope !== null && (scope.township ?? spot.township) === spot.township && (scope.grid ?? spot.grid) === spot.grid
}

/** Lists, opens, adds and changes people, and notes what was done for them. */
export const mayCare = (reader: CareReader, spot: CareSpot): boolean => within(careScope(reader), spot)
const beyondGrid = (reader: CareReader): boolean => careScope(reader) !== null && reader.role !== 'gridWorker'
export const mayImportCare = beyondGrid
/** Merges two entries of one person, answers a person who asks about their data, and deletes it. */
export const mayDeleteCare = (reader: CareReader, spot: CareSpot): boolean => beyondGrid(reader) && mayCare(reader, spot)
export const mayExportCare = (reader: CareReader): boolean => beyondGrid(reader) && reader.rights.includes('export')
/** Grants and takes back rights. */
export const mayGrantCare = ({ role }: CareReader): boolean => role === 'admin'
/** Who can be granted a right. */
export const mayBeGranted = (role: Role, right: CareRight): boolean => role === 'coordinator' || (role === 'officer' && right === 'export')
/** Reads who opened what, when and why. */
export const mayAuditCare = ({ role }: CareReader): boolean => role === 'coordinator' || role === 'admin' || role === 'overseer'
/** Sees the exact figures of the county: who may read its names. Everybody else is told figures from five on. */
export const mayCountCare = (reader: CareReader): boolean => reader.role === 'coordinator' && careScope(reader) !== null
/** Holds a planned deletion back. */
export const mayLeadCare = ({ role }: CareReader): boolean => role === 'coordinator' || role === 'admin'

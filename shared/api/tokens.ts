import type { CommandName } from '../commands.ts'
import type { Definition } from '../core/command.ts'
import type { Facts } from '../core/county.ts'
import * as v from 'valibot'
import { commands } from '../commands.ts'
import { headquarters } from '../core/actor.ts'
import { Id, Instant, lineOf } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'

/** Tokens with which other systems use the API: what they may be given is decided here. The default is to read nothing and to do nothing. */

/**
 * A token acts as one of these roles, with its area: the whole county as headquarters or as a wall screen sees it, one township or several, or one unit. A token for the level above
 * reads the summary of the county and nothing else.
 * No role that names people, and none of a single person.
 */
export const tokenRoles = ['coordinator', 'viewer', 'officer', 'unit', 'overseer'] as const
export type TokenRole = (typeof tokenRoles)[number]

/** Who reads how the API works, besides the systems that use it. Only an administrator makes and ends tokens. */
export const apiReaders = headquarters

/** A token ends after a year at the latest, and a county has at most this many at once. It has at most so many townships: for more there is the whole county. */
export const tokenBounds = { days: 366, live: 100, commands: 400, townships: 30 } as const
const day = 24 * 3_600_000

/** Commands that say that a person was there, has read, checked, signed or decided something: no system does it for them. */
const ofOnePerson = [
  'acknowledgeHandover',
  'writeHandover',
  'startInspection',
  'checkIn',
  'answerItem',
  'addFinding',
  'observe',
  'sweepPlace',
  'giveSlip',
  'finishInspection',
  'confirmSample',
  'tickPresence',
  'checkSelfReport',
  'checkReopening',
  'confirmReopening',
  'approveReopening',
  'refuseReopening',
  'liftZone',
  'endIncident',
  'resumeIncident',
  'signZeroReport',
  'issueBulletin',
  'readBriefing',
  'readBulletin',
  'readNotices',
  'readReturns',
  'readWorkPlan',
] as const satisfies readonly CommandName[]

/** True for a token that reads records and changes; that of the level above reads figures alone. */
export const readsRecords = (role: string): boolean => role !== 'overseer'

/** True if a token of this role may be allowed to give the command: not what volunteers give, such as claiming a shift, nor any other act of one person. */
export function tokenMayGive(role: TokenRole, name: string): name is CommandName {
  const definition = Object.hasOwn(commands, name) ? commands[name as CommandName] as Pick<Definition, 'roles'> : undefined
  return role !== 'overseer' && definition !== undefined && definition.roles.includes(role) && !definition.roles.includes('volunteer') && !(ofOnePerson as readonly string[]).includes(name)
}

/** The commands that an administrator can allow a token of this role, in alphabetical order. */
export const commandsFor = (role: TokenRole): CommandName[] => (Object.keys(commands) as CommandName[]).filter(name => tokenMayGive(role, name)).sort()

/** What an administrator says about a new token. `endsAt` in epoch ms. */
export const TokenFields = v.strictObject({
  name: v.pipe(lineOf(40), v.minLength(1)),
  role: v.picklist(tokenRoles),
  /** For a token that acts as officers of townships do. */
  townships: v.pipe(v.array(Id), v.maxLength(tokenBounds.townships)),
  unit: v.nullable(Id),
  /** The commands it may give; none for a token that only reads. */
  commands: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(tokenBounds.commands)),
  endsAt: Instant,
})
export type NewToken = v.InferOutput<typeof TokenFields>

/** A token as administrators see it: never its secret. */
export interface ListedToken extends NewToken {
  readonly id: string
  /** The administrator who made it. */
  readonly by: string
  readonly createdAt: number
  readonly usedAt: number | null
  readonly endedAt: number | null
}

/** The token with the area that belongs to its role. Rejects with `invalid` for an area that the county lacks, a command it may not give, and an end that is past or too far away. `now` in epoch ms. */
export function checkedToken(given: NewToken, facts: Facts, now: number): NewToken {
  const townships = given.role === 'officer' ? [...new Set(given.townships)].sort() : []
  const unit = given.role === 'unit' ? given.unit : null
  if (given.role === 'officer' && !townships.length) reject('invalid', 'townships')
  if (townships.some(code => !facts.townships.has(code))) reject('invalid', 'townships')
  if (given.role === 'unit' && (unit === null || !facts.units.has(unit))) reject('invalid', 'unit')
  const other = given.commands.find(name => !tokenMayGive(given.role, name))
  if (other !== undefined) reject('invalid', `commands: ${other}`)
  if (given.endsAt <= now || given.endsAt > now + tokenBounds.days * day) reject('invalid', 'endsAt')
  return { ...given, townships, unit, commands: [...new Set(given.commands)] }
}

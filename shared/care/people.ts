import type { Facts } from '../core/county.ts'
import * as v from 'valibot'
import { known } from '../core/arguments.ts'
import { Id, Instant, lineOf, lines, NewId } from '../core/fields.ts'

/** What the vault keeps about a person. It never reaches a board, a log or an address; it is sealed in the database and masked until somebody opens it. */

/** Digits as dialled, with + for another country; empty if unknown. */
const Phone = v.pipe(v.string(), v.regex(/^(?:\+?\d{5,15})?$/))
/** An identity number or the number of another document, without spaces; empty if unknown. */
const DocumentNumber = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[0-9A-Z()-]{0,24}$/))

const about = {
  name: v.pipe(lineOf(40), v.minLength(1)),
  phone: v.optional(Phone, ''),
  number: v.optional(DocumentNumber, ''),
  address: v.optional(lineOf(120), ''),
  /** A relative or a neighbour who can be rung. */
  kin: v.optional(lineOf(40), ''),
  kinPhone: v.optional(Phone, ''),
  note: v.optional(lines(500), ''),
}
const spot = { township: Id, grid: Id, groups: v.pipe(v.array(Id), v.minLength(1), v.maxLength(20)) }

/** The sealed part. */
export const careAbout = v.strictObject(about)
export type CareAbout = v.InferOutput<typeof careAbout>
export const newCarePerson = v.strictObject({ id: NewId, ...spot, ...about })
export type NewCarePerson = v.InferOutput<typeof newCarePerson>
export const careChange = v.partial(v.strictObject({ ...spot, ...about }))
export type CareChange = v.InferOutput<typeof careChange>

export const newCareNeed = v.strictObject({ id: NewId, kind: Id, dueAt: Instant, /** What is needed, in words; sealed. */ text: v.optional(lineOf(200), '') })
export type NewCareNeed = v.InferOutput<typeof newCareNeed>

/** Why somebody opens a person's data: a reason of the county's list, and words. `other` needs words. */
export const careWhy = v.pipe(v.strictObject({ reason: Id, words: v.optional(lineOf(200), '') }), v.check(({ reason, words }) => reason !== 'other' || words.length >= 2, 'words'))
export type CareWhy = v.InferOutput<typeof careWhy>

/** That a need was met, or that nobody was reached; noted on a device, perhaps without network. It holds ids and a time and nothing about a person. */
export const careDone = v.strictObject({ id: NewId, need: NewId, at: Instant, how: v.picklist(['done', 'unreached']) })
export type CareDone = v.InferOutput<typeof careDone>

/** Rejects with `invalid` for a group that the county does not list. */
export const knownGroups = (facts: Pick<Facts, 'careGroups'>, groups: readonly string[]): void => groups.forEach(group => known(facts.careGroups, group))

/** A person of the register as a list shows them. */
export interface MaskedPerson {
  readonly id: string
  readonly version: number
  readonly township: string
  readonly grid: string
  readonly groups: readonly string[]
  readonly name: string
  readonly phone: string
  readonly number: string
  /** When they were last reached (epoch ms); null if never. */
  readonly reachedAt: number | null
  /** The need that is due next. */
  readonly next: { readonly kind: string, readonly dueAt: number } | null
}

/** A need on the list of the day. */
export interface MaskedNeed {
  readonly id: string
  readonly person: string
  readonly kind: string
  readonly dueAt: number
  /** The rule of a zone that makes it due sooner; null where its own clock counts. */
  readonly rule: string | null
  /** When somebody last tried in vain since it is due; null if nobody did. */
  readonly triedAt: number | null
  readonly township: string
  readonly grid: string
  readonly name: string
}

/** A person as the answer to somebody who gave a reason. */
export interface OpenPerson extends CareAbout {
  readonly id: string
  readonly version: number
  readonly township: string
  readonly grid: string
  readonly groups: readonly string[]
  readonly reachedAt: number | null
  readonly needs: readonly { readonly id: string, readonly kind: string, readonly dueAt: number, readonly rule: string | null, readonly text: string, readonly triedAt: number | null }[]
  /** The last acts, newest first. */
  readonly acts: readonly { readonly kind: string, readonly at: number, readonly by: string, readonly how: CareDone['how'] }[]
}

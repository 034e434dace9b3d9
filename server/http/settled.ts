import type { Actor } from '../../shared/core/actor.ts'
import type { Reader } from '../../shared/core/board.ts'
import type { AnyRecord, Issue, Kind, Notice } from '../../shared/records.ts'
import type { Settling } from '../../shared/settled.ts'
import type { Authority } from '../board/authority.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { reject } from '../../shared/core/rejection.ts'
import { wasLate } from '../../shared/issues/steps.ts'
import { kinds } from '../../shared/kinds.ts'
import { seenBy } from '../../shared/own-parts.ts'
import { Id } from '../../shared/records.ts'
import { hasLeft, settledAt, settling } from '../../shared/settled.ts'
import { parseOutside } from '../core/guard.ts'
import { asker } from './answer.ts'

/** Rows of a page: as a screen asks for it, or as a file of the whole list does. */
const sizes = ['50', '500'] as const
const Moment = v.pipe(v.string(), v.regex(/^\d{1,14}$/), v.transform(Number))
const Wanted = v.strictObject({
  kind: v.picklist(settling),
  township: v.optional(Id),
  /** A unit's id, or `none`. */
  unit: v.optional(Id),
  aspect: v.optional(Id),
  severity: v.optional(Id),
  place: v.optional(Id),
  supply: v.optional(Id),
  shortage: v.optional(Id),
  issue: v.optional(Id),
  /** Only issues that were fixed after their deadline. */
  late: v.optional(v.literal('ever')),
  from: v.optional(Moment, '0'),
  to: v.optional(Moment, '99999999999999'),
  text: v.optional(v.pipe(v.string(), v.maxLength(80), v.transform(text => text.trim().toLowerCase())), ''),
  size: v.optional(v.picklist(sizes), '50'),
  /** The end of the previous page. */
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,14}~[\w~-]{1,64}$/))),
})
interface Found { readonly at: number, readonly record: AnyRecord }

/** Newest first; records of the same moment by id. */
const order = (a: Found, b: Found) => b.at - a.at || Number(a.record.id > b.record.id) - Number(a.record.id < b.record.id)

const contains = (value: unknown, text: string): boolean => typeof value === 'string'
  ? value.toLowerCase().includes(text)
  : typeof value === 'object' && value !== null && Object.values(value).some(part => contains(part, text))

/** Whether the record contains the text, at any depth, or has that number, with or without a #. */
const matches = (record: AnyRecord, text: string): boolean => !text || ('no' in record && String(record.no) === text.replace(/^#/, '')) || contains(record, text)

const narrowing = ['township', 'unit', 'aspect', 'severity', 'place', 'supply', 'shortage', 'issue'] as const
type Fields = Readonly<Record<string, unknown>>
/** What a record has in a field: a slip is about several units and issues, and a letter lists issues of several townships. */
function* valuesOf(fields: Fields, field: string): Generator<unknown> {
  yield fields[field] ?? 'none'
  if (Array.isArray(fields[`${field}s`])) yield* fields[`${field}s`] as unknown[]
  if (Array.isArray(fields.items)) yield* (fields.items as Fields[]).map(item => item[field])
}
function fits(record: AnyRecord, wanted: v.InferOutput<typeof Wanted>): boolean {
  const fields = record as unknown as Fields
  return narrowing.every(field => wanted[field] === undefined || [...valuesOf(fields, field)].includes(wanted[field]))
    && (!wanted.late || (wanted.kind === 'issue' && wasLate(record as Issue, 0)))
}

/** A notice gets the title of its issue, because the issue may have left the boards too. */
function titled(board: Reader, actor: Actor, kind: Kind, record: AnyRecord): AnyRecord {
  const { issue: id } = kind === 'notice' ? record as Notice : { issue: null }
  const issue = id && board.get('issue', id)
  return issue && seenBy(board, actor, 'issue', issue) ? { ...record, about: issue.title } as AnyRecord : record
}

/** One page of the records that have left the live boards, as this person sees them: settled after `from` and up to `to` (epoch ms). */
function page({ board }: Authority, actor: Actor, wanted: v.InferOutput<typeof Wanted>) {
  const { kind, from, to, text, after } = wanted
  const size = Number(wanted.size)
  const incident = board.get('incident', 'incident')
  const [at = '', ...id] = after?.split('~') ?? []
  const start: Found | null = after === undefined ? null : { at: Number(at), record: { id: id.join('~') } as AnyRecord }
  const found: Found[] = []
  /** Records after this one cannot be on this page. */
  let last: Found | null = null
  for (const record of board.all(kind as Settling)) {
    const at = settledAt(kind, record)
    if (at === null || at <= from || at > to || !hasLeft(incident, kind, record)) continue
    if (!fits(record as AnyRecord, wanted)) continue
    const one = { at, record: record as AnyRecord }
    if ((start && order(one, start) <= 0) || (last && order(one, last) > 0)) continue
    const value = seenBy(board, actor, kind, record)
    if (!value || !matches(value, text)) continue
    found.push({ at, record: value })
    // Keeps only one record more than the page holds, so that a long period costs no more to sort than a short one.
    if (found.length > size * 2) {
      found.sort(order).splice(size + 1)
      last = found.at(-1) ?? null
    }
  }
  const rows = found.sort(order).slice(0, size)
  const end = found.length > size ? rows.at(-1) : undefined
  return { rows: rows.map(({ record }) => titled(board, actor, kind, record)), next: end ? `${end.at}~${end.record.id}` : null }
}

/** Records that have left the live boards, page by page, and the current state of any one record. */
export function settledRoutes(accounts: Accounts, authority: Authority): Router {
  const Which = v.object({ kind: v.picklist(kinds), id: Id })
  return Router()
    .get('/settled', (request, response) => {
      const actor = asker(request, accounts)
      response.set('cache-control', 'no-store').json(page(authority, actor, parseOutside(Wanted, { ...request.query })))
    })
    .get('/record/:kind/:id', (request, response) => {
      const actor = asker(request, accounts)
      const { kind, id } = parseOutside(Which, { ...request.params })
      const { board } = authority
      const record = board.get(kind, id)
      const value = record && seenBy(board, actor, kind, record)
      if (!value) reject('not_found')
      response.set('cache-control', 'no-store').json({ seq: board.seq, record: value })
    })
}

import type { Actor } from '../../shared/core/actor.ts'
import type { AnyRecord } from '../../shared/records.ts'
import type { Settling } from '../../shared/settled.ts'
import type { Authority } from '../board/authority.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { reject } from '../../shared/core/rejection.ts'
import { seenBy } from '../../shared/own-parts.ts'
import { Id, kinds } from '../../shared/records.ts'
import { hasLeft, settledAt, settling } from '../../shared/settled.ts'
import { parseOutside } from '../core/guard.ts'
import { asker } from './answer.ts'

const pageSize = 50
const Moment = v.pipe(v.string(), v.regex(/^\d{1,14}$/), v.transform(Number))
const Wanted = v.strictObject({
  kind: v.picklist(settling),
  township: v.optional(Id),
  place: v.optional(Id),
  supply: v.optional(Id),
  shortage: v.optional(Id),
  from: v.optional(Moment, '0'),
  to: v.optional(Moment, '99999999999999'),
  text: v.optional(v.pipe(v.string(), v.maxLength(80), v.transform(text => text.trim().toLowerCase())), ''),
  /** Where the page before ended. */
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,14}~[\w~-]{1,64}$/))),
})
interface Found { readonly at: number, readonly record: AnyRecord }

/** Newest first; of one moment, by id. */
const order = (a: Found, b: Found) => b.at - a.at || Number(a.record.id > b.record.id) - Number(a.record.id < b.record.id)

const matches = (record: AnyRecord, text: string): boolean => !text || Object.values(record).some(value => typeof value === 'string' && value.toLowerCase().includes(text))

/** A page of what has left the live boards, as this person sees it: settled after `from` and up to `to` (epoch ms). */
function page({ board }: Authority, actor: Actor, { kind, from, to, text, after, ...fields }: v.InferOutput<typeof Wanted>) {
  const wanted = Object.entries(fields).filter(([, value]) => value)
  const incident = board.get('incident', 'incident')
  const [at = '', ...id] = after?.split('~') ?? []
  const start: Found | null = after === undefined ? null : { at: Number(at), record: { id: id.join('~') } as AnyRecord }
  const found: Found[] = []
  /** What comes after this is on no page of this size. */
  let last: Found | null = null
  for (const record of board.all(kind as Settling)) {
    const at = settledAt(kind, record)
    if (at === null || at <= from || at > to || !hasLeft(incident, kind, record)) continue
    if (wanted.some(([field, value]) => (record as unknown as Readonly<Record<string, unknown>>)[field] !== value)) continue
    const one = { at, record: record as AnyRecord }
    if ((start && order(one, start) <= 0) || (last && order(one, last) > 0)) continue
    const value = seenBy(board, actor, kind, record)
    if (!value || !matches(value, text)) continue
    found.push({ at, record: value })
    // One more than the page holds, so that a long time costs no more to sort than a short one.
    if (found.length > pageSize * 2) {
      found.sort(order).splice(pageSize + 1)
      last = found.at(-1) ?? null
    }
  }
  const rows = found.sort(order).slice(0, pageSize)
  const end = found.length > pageSize ? rows.at(-1) : undefined
  return { rows: rows.map(({ record }) => record), next: end ? `${end.at}~${end.record.id}` : null }
}

/** What has left the live boards, page by page; and one record as it stands now, wherever it is. */
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

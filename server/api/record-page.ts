import type { InferOutput } from 'valibot'
import type { RecordsQuery } from '../../shared/api/requests.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'
import type { Authority } from '../board/authority.ts'
import type { Store } from '../board/store.ts'
import { reject } from '../../shared/core/rejection.ts'
import { audienceOf, looksSame, seesAny } from '../../shared/core/sight.ts'
import { seenBy } from '../../shared/own-parts.ts'
import { schemas } from '../../shared/records.ts'

/** The most characters of records in one page. */
const mostText = 1_000_000
const byId = (one: AnyRecord, other: AnyRecord) => one.id < other.id ? -1 : 1

interface Found { readonly whole: AnyRecord, readonly seen: AnyRecord }

/** The first `size` records by id, after `after`. Sorts few of them, however many there are. */
function first(found: Iterable<Found>, size: number): Found[] {
  const kept: Found[] = []
  const order = (one: Found, other: Found) => byId(one.seen, other.seen)
  let last: Found | undefined
  for (const one of found) {
    if (last && order(one, last) > 0) continue
    kept.push(one)
    if (kept.length < size * 2) continue
    kept.sort(order).splice(size)
    last = kept.at(-1)
  }
  return kept.sort(order).slice(0, size)
}

/**
 * One page of the records of a kind in the order of their ids, as this reader sees them, settled ones too. With `since` only those
 * that changed after it, as far as the reader sees the change. Rejects with `forbidden` for a kind of which the reader sees nothing,
 * and with `invalid` for the township of a kind that has none.
 */
export async function recordPage({ board }: Pick<Authority, 'board'>, store: Pick<Store, 'touchedSince' | 'stood'>, actor: Actor, kind: Kind, { township, since, after, size }: InferOutput<typeof RecordsQuery>): Promise<{ readonly records: readonly AnyRecord[], readonly next: string | null }> {
  const audience = audienceOf(actor)
  if (!seesAny(audience, kind)) reject('forbidden')
  if (township !== undefined && !('township' in schemas[kind].entries)) reject('invalid', 'township')
  const touched = since === undefined ? null : await store.touchedSince(kind, since)
  function* seen(): Generator<Found> {
    for (const whole of board.all(kind)) {
      if ((after !== undefined && whole.id <= after) || (touched && !touched.has(whole.id))) continue
      if (township !== undefined && (whole as { township?: unknown }).township !== township) continue
      const value = seenBy(board, actor, kind, whole)
      if (value) yield { whole, seen: value }
    }
  }
  const found = first(seen(), size + 1)
  let left = mostText
  const cut = found.slice(0, size).findIndex((one, i) => (left -= JSON.stringify(one.seen).length) < 0 && i > 0)
  const page = found.slice(0, cut < 0 ? size : cut)
  const next = page.length < found.length ? page.at(-1)?.seen.id ?? null : null
  if (since === undefined) return { records: page.map(one => one.seen), next }
  // A change of hidden fields alone is none for this reader.
  const earlier = await store.stood(page.map(({ whole: { id } }) => ({ kind, id })), since)
  const changed = page.filter(({ whole }, i) => !earlier[i] || !looksSame(audience, kind, earlier[i], whole))
  return { records: changed.map(one => one.seen), next }
}

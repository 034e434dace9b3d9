import { shallowRef } from 'vue'
import { ask } from '../../core/http.ts'
import { within } from '../../core/incident.ts'

/** What stands behind a poster: the place, and its code; an old poster has none. */
export interface Scan { readonly place: string, readonly code: string | null }

/** The poster that led here, until its check-in. It is in no address and in no storage. */
export const scanned = shallowRef<Scan | null>(null)

/** What a scanner read, or null when it is no poster of this board. */
export function readPoster(text: string): Scan | null {
  if (!URL.canParse(text)) return null
  const { pathname, hash } = new URL(text)
  const place = /^\/p\/([\w~-]{1,64})$/.exec(pathname)?.[1]
  return place ? { place, code: hash.slice(1) || null } : null
}

/** The codes of posters by place; asked for when they are printed. Throws the server's refusal, or a `TypeError` without a network. */
export async function posterCodes(places: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { codes } = await ask<{ codes: readonly { readonly place: string, readonly code: string }[] }>(within('/places/codes'), { method: 'POST', body: { places } })
  return new Map(codes.map(({ place, code }) => [place, code]))
}

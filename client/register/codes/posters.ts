import { shallowRef } from 'vue'
import { ask } from '../../core/http.ts'
import { within } from '../../core/incident.ts'
import { sent } from '../../core/sent.ts'

/** The content of a poster: the place and its code. Posters printed before codes existed have none. */
export interface Scan { readonly place: string, readonly code: string | null }

/** The poster that was scanned, until its check-in. It must not be in the address or in storage, because the code is secret. */
export const scanned = shallowRef<Scan | null>(null)

/** The poster in a scanned text, or null if the text is not a poster link. */
export function readPoster(text: string): Scan | null {
  if (!URL.canParse(text)) return null
  const { pathname, hash } = new URL(text)
  const place = /^\/p\/([\w~-]{1,64})$/.exec(pathname)?.[1]
  return place ? { place, code: hash.slice(1) || null } : null
}

/** The codes by place, fetched only for printing, after the commands of this page: a code that was just revoked must not be printed again. Throws the server's refusal, or a `TypeError` when offline. */
export async function posterCodes(places: readonly string[]): Promise<ReadonlyMap<string, string>> {
  await sent()
  const { codes } = await ask<{ codes: readonly { readonly place: string, readonly code: string }[] }>(within('/places/codes'), { method: 'POST', body: { places } })
  return new Map(codes.map(({ place, code }) => [place, code]))
}

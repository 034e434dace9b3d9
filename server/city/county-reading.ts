import type { CountyTrouble, CountyView } from '../../shared/api/city.ts'
import type { Overview } from '../../shared/api/overview.ts'
import * as v from 'valibot'
import { OverviewFields } from '../../shared/api/overview.ts'

/** A county of the setting CITY. */
export interface CountyAt { readonly name: string, readonly url: string, readonly token: string }

/** An answer over this many bytes is not read, and a server has not more incidents than this. */
const most = { bytes: 2 ** 20, incidents: 20 } as const
const Answer = v.pipe(v.array(OverviewFields), v.maxLength(most.incidents))

/** The text of an answer, as long as it has at most so many bytes. */
async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > most.bytes) throw new RangeError('too long')
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}

/**
 * Reads one county's overview with its token, and keeps the last good answer with its age. One reading runs at a time; it ends after `ms`. The
 * token goes to this address alone: a redirect is not followed.
 */
export function countyReading({ name, url, token }: CountyAt, now: () => number, ms: number) {
  const address = new URL('/api/v1/summary', url)
  let good: { readonly overviews: readonly Overview[], readonly etag: string | null, readonly at: number } | null = null
  let trouble: CountyTrouble | null = null
  let running: Promise<void> | null = null

  async function read(): Promise<void> {
    let response: Response
    try {
      response = await fetch(address, { headers: { authorization: `Bearer ${token}`, ...good?.etag && { 'if-none-match': good.etag } }, redirect: 'error', signal: AbortSignal.timeout(ms) })
    } catch {
      trouble = 'no_answer'
      return
    }
    try {
      if (response.status === 304 && good) {
        good = { ...good, at: now() }
        trouble = null
      } else if (response.ok) {
        good = { overviews: v.parse(Answer, JSON.parse(await bounded(response))), etag: response.headers.get('etag'), at: now() }
        trouble = null
      } else {
        trouble = response.status === 401 || response.status === 403 ? 'refused' : 'no_answer'
      }
    } catch (error) {
      trouble = error instanceof v.ValiError || error instanceof SyntaxError || error instanceof RangeError ? 'garbled' : 'no_answer'
    } finally {
      // What was not read must not hold the connection.
      if (!response.bodyUsed) await response.body?.cancel()
    }
    // A county that takes the right back takes what it showed with it.
    if (trouble === 'refused') good = null
  }

  return {
    read: (): Promise<void> => running ??= read().finally(() => running = null),
    view: (): CountyView => ({ name, url: new URL(url).origin, overviews: good?.overviews ?? null, readAt: good?.at ?? null, trouble }),
  }
}

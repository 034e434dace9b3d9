import type { CountyTrouble, CountyView } from '../../shared/api/city.ts'
import type { Overview } from '../../shared/api/overview.ts'
import * as v from 'valibot'
import { OverviewFields } from '../../shared/api/overview.ts'
import { boundedFetch } from '../core/bounded-fetch.ts'

/** A county of the setting CITY. */
export interface CountyAt { readonly name: string, readonly url: string, readonly token: string }

/** The most bytes that are read of an answer, and the most incidents in it. */
const most = { bytes: 2 ** 20, incidents: 20 } as const
const Answer = v.pipe(v.array(OverviewFields), v.maxLength(most.incidents))

/**
 * Reads one county's overview with its token, and keeps the last good answer with its age. One reading runs at a time; it ends after `ms`. The
 * token goes to this address alone: a redirect is not followed.
 */
export function countyReading({ name, url, token }: CountyAt, now: () => number, ms: number) {
  const address = new URL('/api/v1/summary', url).href
  let good: { readonly overviews: readonly Overview[], readonly etag: string | null, readonly at: number } | null = null
  let trouble: CountyTrouble | null = null
  let running: Promise<void> | null = null

  async function read(): Promise<void> {
    try {
      const response = await boundedFetch(address, { headers: { authorization: `Bearer ${token}`, ...good?.etag && { 'if-none-match': good.etag } }, signal: AbortSignal.timeout(ms) }, most.bytes)
      if (response.status === 304 && good) {
        good = { ...good, at: now() }
        trouble = null
      } else if (response.ok) {
        good = { overviews: v.parse(Answer, await response.json()), etag: response.headers.get('etag'), at: now() }
        trouble = null
      } else {
        trouble = response.status === 401 || response.status === 403 ? 'refused' : 'no_answer'
      }
    } catch (error) {
      trouble = error instanceof v.ValiError || error instanceof SyntaxError || error instanceof RangeError ? 'garbled' : 'no_answer'
    }
    // A county that takes the right back takes what it showed with it.
    if (trouble === 'refused') good = null
  }

  return {
    read: (): Promise<void> => running ??= read().finally(() => running = null),
    view: (): CountyView => ({ name, url: new URL(url).origin, overviews: good?.overviews ?? null, readAt: good?.at ?? null, trouble }),
  }
}

import type { CountyTrouble, CountyView } from '../../shared/api/city.ts'
import type { Good } from './last-figures.ts'
import * as v from 'valibot'
import { boundedFetch } from '../core/bounded-fetch.ts'
import { Answer } from './last-figures.ts'

/** A county of the setting CITY. */
export interface CountyAt { readonly name: string, readonly url: string, readonly token: string }

/** The most bytes that are read of an answer. */
const mostBytes = 2 ** 20

/**
 * Reads one county's overview with its token, and keeps the last good answer with its age, at first the one from before a restart. One reading runs at a time; it ends after `ms`. The
 * token goes to this address alone: a redirect is not followed.
 */
export function countyReading({ name, url, token }: CountyAt, now: () => number, ms: number, last: Good | null) {
  const address = new URL('/api/v1/summary', url).href
  let good = last
  let trouble: CountyTrouble | null = null
  let running: Promise<void> | null = null

  async function read(): Promise<void> {
    try {
      const response = await boundedFetch(address, { headers: { authorization: `Bearer ${token}`, ...good?.etag && { 'if-none-match': good.etag } }, signal: AbortSignal.timeout(ms) }, mostBytes)
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
    good: (): readonly [url: string, good: Good | null] => [url, good],
    read: (): Promise<void> => running ??= read().finally(() => running = null),
    view: (): CountyView => ({ name, url: new URL(url).origin, overviews: good?.overviews ?? null, readAt: good?.at ?? null, trouble }),
  }
}

import type { County } from '../../shared/county.ts'
import type { IncidentSummary, Me } from '../../shared/protocol.ts'
import { shallowRef } from 'vue'
import { ask } from './http.ts'
import { takeList } from './incident.ts'

/** As `server/config.ts` reads it from TILE_LAYERS. */
export interface TileLayer {
  readonly name: string
  readonly url: string
  readonly datum: 'WGS-84' | 'GCJ-02'
  readonly subdomains: string
  readonly attribution: string
  readonly maxZoom: number
}

export const me = shallowRef<Me | null>(null)
export const county = shallowRef<County | null>(null)
export const tileLayers = shallowRef<readonly TileLayer[]>([])

interface Place { readonly county: County, readonly tiles: readonly TileLayer[] }
/** Without `listed` when it was written by a page of before there was more than one incident. */
interface Remembered { readonly person: Me, readonly place: Place, readonly listed?: readonly IncidentSummary[] }

const remembered = 'yixian:last'
/** What the names of the keys of posts on this device begin with: whoever signs out leaves none behind. */
export const keysKept = 'yixian:post-key:'

/**
 * Who I am and which county this is. Without a network the last answer on this device serves, so that the board
 * opens in a village without signal; the server checks the session again before anything is sent or fetched.
 */
export async function recallSession(): Promise<void> {
  try {
    const [person, place, listed] = await Promise.all([ask<Me>('/api/session'), ask<Place>('/api/county'), ask<IncidentSummary[]>('/api/incidents')])
    take({ person, place, listed })
    localStorage.setItem(remembered, JSON.stringify({ person, place, listed }))
  } catch (error) {
    const saved = localStorage.getItem(remembered)
    if (!(error instanceof TypeError) || !saved) return
    take(JSON.parse(saved) as Remembered)
  }
}

function take({ person, place, listed }: Remembered): void {
  me.value = person
  county.value = place.county
  tileLayers.value = place.tiles
  if (listed) takeList(listed)
}

/** Trades the secret of a sign-in link for a session. Throws the server's refusal. */
export async function signIn(token: string): Promise<void> {
  await ask('/api/session', { method: 'POST', body: { token } })
}

/** Ends the session here and on the server. Work that was not sent stays on this device. */
export async function signOut(): Promise<void> {
  localStorage.removeItem(remembered)
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(keysKept)) localStorage.removeItem(name)
  }
  await ask('/api/session', { method: 'DELETE' }).catch(() => {})
  location.assign('/in')
}

import type { County } from '../../shared/county.ts'
import type { Me } from '../../shared/protocol.ts'
import { shallowRef } from 'vue'
import { ask } from './http.ts'

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

const remembered = 'yixian:last'

/**
 * Who I am and which county this is. Without a network the last answer on this device serves, so that the board
 * opens in a village without signal; the server checks the session again before anything is sent or fetched.
 */
export async function recallSession(): Promise<void> {
  try {
    const [person, place] = await Promise.all([ask<Me>('/api/session'), ask<{ county: County, tiles: TileLayer[] }>('/api/county')])
    me.value = person
    county.value = place.county
    tileLayers.value = place.tiles
    localStorage.setItem(remembered, JSON.stringify({ person, place }))
  } catch (error) {
    const saved = localStorage.getItem(remembered)
    if (!(error instanceof TypeError) || !saved) return
    const { person, place } = JSON.parse(saved) as { person: Me, place: { county: County, tiles: TileLayer[] } }
    me.value = person
    county.value = place.county
    tileLayers.value = place.tiles
  }
}

/** Trades the secret of a sign-in link for a session. Throws the server's refusal. */
export async function signIn(token: string): Promise<void> {
  await ask('/api/session', { method: 'POST', body: { token } })
}

/** Ends the session here and on the server. Work that was not sent stays on this device. */
export async function signOut(): Promise<void> {
  localStorage.removeItem(remembered)
  await ask('/api/session', { method: 'DELETE' }).catch(() => {})
  location.assign('/in')
}

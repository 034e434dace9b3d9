import type { County } from '../../shared/core/county.ts'
import type { IncidentSummary, Me } from '../../shared/core/protocol.ts'
import type { Owed } from '../../shared/people/second-factor.ts'
import { shallowRef } from 'vue'
import { audienceOf } from '../../shared/core/sight.ts'
import { ask, RefusedRequest } from './http.ts'
import { incident, takeList } from './incident.ts'
import { ending, openToAll, remembered, sentKept } from './kept.ts'

/** One entry of the setting TILE_LAYERS, as `server/core/config.ts` reads it. */
export interface TileLayer {
  readonly name: string
  readonly url: string
  readonly datum: 'WGS-84' | 'GCJ-02'
  readonly subdomains: string
  readonly attribution: string
  readonly maxZoom: number
  /** The licence or contract that allows devices to keep its tiles; without it they may not. */
  readonly keep?: string
  /** Mean bytes of a tile, if the operator knows it. */
  readonly tileBytes?: number
}

export const me = shallowRef<Me | null>(null)
export const county = shallowRef<County | null>(null)
export const tileLayers = shallowRef<readonly TileLayer[]>([])
/** True if this server looks at counties for a city. */
export const hasCity = shallowRef(false)

interface Place { readonly county: County, readonly tiles: readonly TileLayer[], readonly city?: boolean }
/** `listed` is missing if a version that knew only one incident wrote it. */
export interface Remembered { readonly person: Me, readonly place: Place, readonly listed?: readonly IncidentSummary[] }

/** Prefix of the storage keys for post codes. Signing out removes them. */
export const keysKept = 'yixian:post-key:'

/**
 * Reads who is signed in and which county this is. Without a network it uses the last answer on this device, so that the board
 * opens in a village without signal; the server checks the session again before anything is sent or fetched.
 */
export async function recallSession(): Promise<void> {
  try {
    const [person, around] = await Promise.all([askPerson(), askAround()])
    take({ person, ...around })
    remember({ person, ...around })
  } catch (error) {
    const last = readLast()
    if (signedOut(error)) forget()
    if (openToAll.test(location.pathname)) goToClear(error)
    else if (error instanceof TypeError && last) take(last)
  }
}

export const askPerson = () => ask<Me>('/api/session')

/** The county and the incidents, which are the same for everybody. */
export async function askAround(): Promise<Pick<Required<Remembered>, 'place' | 'listed'>> {
  const [place, listed] = await Promise.all([ask<Place>('/api/county'), ask<IncidentSummary[]>('/api/incidents')])
  return { place, listed }
}

export const remember = (last: Remembered): void => localStorage.setItem(remembered, JSON.stringify(last))

/** The last person on this device, and their county. */
export function readLast(): Remembered | null {
  const saved = localStorage.getItem(remembered)
  return saved ? JSON.parse(saved) as Remembered : null
}

/** Takes the person of the last visit before the server has said who is signed in. Null if this page shows an incident that was not listed then. */
export function takeLast(): Remembered | null {
  const last = readLast()
  if (!last?.listed?.some(one => one.id === incident.value)) return null
  take(last)
  return last
}

/** Sets the signed-in person, whose rights may have changed, for this page and for the next visit. */
export function becomeMe(person: Me): void {
  const changed = me.value && audienceOf(me.value) !== audienceOf(person)
  me.value = person
  const last = changed && readLast()
  if (last && last.person.id === person.id) remember({ ...last, person })
}

export const signedOut = (error: unknown): error is RefusedRequest => error instanceof RefusedRequest && error.refusal.code === 'signed_out'

/** True if the server refused because this device was reported lost: it must clear itself first, on the page to which it goes now. */
export function goToClear(error: unknown): boolean {
  const lost = signedOut(error) && error.refusal.detail === 'wipe'
  if (lost) location.assign('/in')
  return lost
}

/** Removes the last person, their post codes and the list of what they sent from this device. */
export function forget(): void {
  localStorage.removeItem(remembered)
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(keysKept) || name.startsWith(sentKept)) localStorage.removeItem(name)
  }
}

function take({ person, place, listed }: Remembered): void {
  me.value = person
  county.value = place.county
  tileLayers.value = place.tiles
  hasCity.value = place.city ?? false
  if (listed) takeList(listed)
}

/** Exchanges the secret of a sign-in link for a session. Answers what that still owes. Throws the server's refusal. */
export async function signIn(token: string): Promise<Owed | null> {
  if (!await endKept()) throw new TypeError('the server could not be reached')
  const answer = await ask<{ readonly owes: Owed } | undefined>('/api/session', { method: 'POST', body: { token } })
  // The next page must not begin with the board of the last person here.
  localStorage.removeItem(remembered)
  return answer?.owes ?? null
}

/** Saved before anything else, so that a closed tab or a lost network does not undo the sign-out. */
export const keepEnding = (): void => localStorage.setItem(ending, 'yes')

/** Ends the session of an offline sign-out, if there is one. False while the server cannot be reached. */
export async function endKept(): Promise<boolean> {
  if (localStorage.getItem(ending) === null) return true
  try {
    await ask('/api/session', { method: 'DELETE', signal: AbortSignal.timeout(5000) })
  } catch (error) {
    if (!signedOut(error)) return false
  }
  localStorage.removeItem(ending)
  return true
}

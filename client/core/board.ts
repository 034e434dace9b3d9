import type { ShallowRef } from 'vue'
import type { Reader } from '../../shared/core/board.ts'
import type { Kind, Records } from '../../shared/records.ts'
import type { Key } from '../sync/confirmed.ts'
import type { Link, LinkState } from '../sync/link.ts'
import type { RefusedWork } from '../sync/refused.ts'
import type { Pending, Replica } from '../sync/replica.ts'
import type { Vault } from '../sync/vault.ts'
import { computed, shallowRef } from 'vue'
import { kinds } from '../../shared/kinds.ts'
import { followIncident } from './clock.ts'

/** The board as the screens read it, so that screens contain no rules and no sockets. `dispatch.ts` writes to it, `open-board.ts` opens it. */

/** What `openBoard` opens. */
export interface Opened { readonly replica: Replica, readonly vault: Vault, readonly line: Link }

let all: Opened | undefined
const versions = Object.fromEntries(kinds.map(kind => [kind, shallowRef(0)])) as Record<Kind, ShallowRef<number>>
const listeners = new Set<(keys: readonly Key[]) => void>()
let told: Set<Key> | null = null

export const linkState = shallowRef<LinkState>('offline')
/** True while WebSockets are blocked: the board is fetched by polling, and everything arrives a little later. */
export const slowLine = shallowRef(false)
/** The server can store nothing for now: what people do waits on their devices, and nothing new arrives. */
export const serverAway = shallowRef(false)
/** When the board was last known to be up to date: when the last message from the server came, or its database was lost (epoch ms, by the server's clock); 0: never. */
export const heardAt = shallowRef(0)
/** The number of commands that are not sent yet. */
export const waiting = shallowRef(0)
export const refused = shallowRef<readonly RefusedWork[]>([])
/** True once something could not be kept because this device is full. */
export const noRoom = shallowRef(false)
export const ready = shallowRef(false)
/** The audience of this page's board, from `audienceOf`. It follows an approval a moment later. */
export const audience = shallowRef('')
/** False while a first visit shows the fetched board, in which this person's own parts are still missing: whether they are at their post is not known then. */
export const partsHere = shallowRef(false)
/** Goes up whenever the list of volunteers who wait for approval changes. Only planners are told. */
export const volunteersTurn = shallowRef(0)

/** Throws if no board is open. */
export function opened(): Opened {
  if (!all) throw new Error('no board is open')
  return all
}

export const open = (now: Opened): void => void (all = now)
export const theVault = (): Vault => opened().vault

/** The current view, for the map and the rules. It is not reactive: read it again after every change. */
export const view: Reader = {
  get: (kind, id) => opened().replica.get(kind, id),
  all: kind => opened().replica.all(kind),
  by: (kind, index, key) => opened().replica.by(kind, index, key),
  within: (kind, index, key, from, until) => opened().replica.within(kind, index, key, from, until),
  keys: (kind, index) => opened().replica.keys(kind, index),
}

const cache = Object.fromEntries(kinds.map(kind => [kind, computed(() => {
  void versions[kind].value
  return ready.value ? [...view.all(kind)] : []
})])) as unknown as { [K in Kind]: { readonly value: readonly Records[K][] } }

/** All records of a kind. Reactive: changes when any of them does. */
export const records = <K extends Kind>(kind: K): readonly Records[K][] => cache[kind].value

/** One record. Reactive: read again when any record of its kind changes. */
export function record<K extends Kind>(kind: K, id: string): Records[K] | undefined {
  void versions[kind].value
  return ready.value ? view.get(kind, id) : undefined
}

/** The current view for rules, reactive: read again whenever a record of the kind asked for changes. */
export const reactive: Reader = {
  get: record,
  all: records,
  by(kind, index, key) {
    void versions[kind].value
    return ready.value ? view.by(kind, index, key) : []
  },
  within(kind, index, key, from, until) {
    void versions[kind].value
    return ready.value ? view.within(kind, index, key, from, until) : []
  },
  keys(kind, index) {
    void versions[kind].value
    return ready.value ? view.keys(kind, index) : []
  },
}

/** This device's commands about a record (`kind/id`) that the server has not confirmed. */
export function pendingFor(key: string): readonly Pending[] {
  void waiting.value
  const [kind = '', id] = key.split('/')
  return ready.value ? opened().replica.queue.filter(({ command }) => (command.args as Record<string, unknown>)[kind] === id) : []
}

/** Calls the listener with the changed keys, at most once per animation frame. */
export function onChanged(listener: (keys: readonly Key[]) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Collects changes until the next animation frame, then tells each kind and the map once. Before the board is ready nothing has been read. */
export function tellChanged(keys: readonly Key[]): void {
  if (!ready.value) return
  if (told) return void keys.forEach(key => told?.add(key))
  told = new Set(keys)
  const soon = document.visibilityState === 'visible' ? requestAnimationFrame : (run: () => void) => setTimeout(run, 50)
  soon(() => {
    const changed = [...told ?? []]
    told = null
    countWaiting()
    const touched = new Set(changed.map(key => key.split('/')[0] as Kind))
    if (touched.has('incident')) followIncident(view.get('incident', 'incident'))
    for (const kind of touched) versions[kind].value++
    for (const listener of listeners) listener(changed)
  })
}

/** Makes every list read again. */
export function tellAll(): void {
  for (const kind of kinds) versions[kind].value++
}

export function countWaiting(): void {
  waiting.value = opened().replica.queue.filter(one => one.accepted === undefined).length
}

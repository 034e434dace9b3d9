import type { ShallowRef } from 'vue'
import type { Args, CommandName } from '../../shared/commands.ts'
import type { Change, Reader } from '../../shared/core/board.ts'
import type { Frame, Refusal, Snapshot } from '../../shared/core/protocol.ts'
import type { Kind, Records } from '../../shared/records.ts'
import type { Line, Link, LinkState } from '../sync/link.ts'
import type { Refused } from '../sync/refused.ts'
import type { Key, Pending } from '../sync/replica.ts'
import type { Vault } from '../sync/vault.ts'
import { io } from 'socket.io-client'
import { uuidv7 } from 'uuidv7'
import { computed, shallowRef } from 'vue'
import { factsOf } from '../../shared/core/county.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { kinds } from '../../shared/records.ts'
import { ladder } from '../sync/ladder.ts'
import { link } from '../sync/link.ts'
import { Replica } from '../sync/replica.ts'
import { openVault } from '../sync/vault.ts'
import { followIncident, nowExactly } from './clock.ts'
import { condition } from './condition.ts'
import { feedOn, fillFeed, startFeedAnew } from './feed.ts'
import { followPresence } from './here.ts'
import { ask } from './http.ts'
import { incident, keptAs, within } from './incident.ts'
import { county, me } from './session.ts'
import { watchPage } from './watch-page.ts'

/** The board as the screens read it. Components call `dispatch` and read `records`; no rule and no socket in them. */

let replica: Replica
let vault: Vault
let line: Link | undefined
let forgotten = false

const versions = Object.fromEntries(kinds.map(kind => [kind, shallowRef(0)])) as Record<Kind, ShallowRef<number>>
const listeners = new Set<(keys: readonly Key[]) => void>()
let told: Set<Key> | null = null

export const linkState = shallowRef<LinkState>('offline')
/** WebSockets do not get through: the line polls, and everything arrives a little later. */
export const slowLine = shallowRef(false)
/** When the server was last heard (epoch ms by this device's clock); 0 = never. */
export const heardAt = shallowRef(0)
/** How many commands wait to be sent. */
export const waiting = shallowRef(0)
export const refused = shallowRef<readonly Refused[]>([])
export const ready = shallowRef(false)
/** For whom the board on this page is, as `audienceOf` says. It follows an approval a moment later. */
export const audience = shallowRef('')
/** Counts up whenever other volunteers wait for approval than before. Told to planners only. */
export const volunteersTurn = shallowRef(0)

/** The current view, for the map and for rules. Read it anew after every change: nothing in it is reactive. */
export const view: Reader = {
  get: (kind, id) => replica.get(kind, id),
  all: kind => replica.all(kind),
  by: (kind, index, key) => replica.by(kind, index, key),
}

const cache = Object.fromEntries(kinds.map(kind => [kind, computed(() => {
  void versions[kind].value
  return ready.value ? [...replica.all(kind)] : []
})])) as unknown as { [K in Kind]: { readonly value: readonly Records[K][] } }

/** All records of a kind, reactive as one list. */
export const records = <K extends Kind>(kind: K): readonly Records[K][] => cache[kind].value

/** One record, reactive with its kind. */
export function record<K extends Kind>(kind: K, id: string): Records[K] | undefined {
  void versions[kind].value
  return ready.value ? replica.get(kind, id) : undefined
}

/** The same for rules: what is asked of it is read anew whenever a record of that kind changes. */
export const reactive: Reader = {
  get: record,
  all: records,
  by(kind, index, key) {
    void versions[kind].value
    return ready.value ? replica.by(kind, index, key) : []
  },
}

/** Told of changed keys at most once a frame of the screen. */
export function onChanged(listener: (keys: readonly Key[]) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Commands of mine about this record (`kind/id`) that the server has not kept yet. */
export function pendingFor(key: string): readonly Pending[] {
  void waiting.value
  const [kind = '', id] = key.split('/')
  return ready.value ? replica.queue.filter(({ command }) => (command.args as Record<string, unknown>)[kind] === id) : []
}

export const isWaiting = (key: Key): boolean => pendingFor(key).length > 0

/** What this command would change now, or the refusal. */
function judged<N extends CommandName>(name: N, args: Args<N>): readonly Change[] | Rejection {
  try {
    return replica.preview({ id: 'preview', name, args })
  } catch (error) {
    if (error instanceof Rejection) return error
    throw error
  }
}

/** Why this command would be refused now, or null: the reason a button is off. */
export function objection<N extends CommandName>(name: N, args: Args<N>): Refusal | null {
  // Read before the rules are asked: who I am may change too.
  if (!me.value || !ready.value) return { ok: false, code: 'busy' }
  const answer = judged(name, args)
  return answer instanceof Rejection ? { ok: false, code: answer.code, detail: answer.detail, clashes: answer.clashes } : null
}

/** What this command would change now; nothing, when it would be refused. */
export function foreseen<N extends CommandName>(name: N, args: Args<N>): readonly Change[] {
  const answer = ready.value ? judged(name, args) : []
  return answer instanceof Rejection ? [] : answer
}

/**
 * Saves it on this device, does it here, sends it as soon as there is a line: what is seen to be done has been kept.
 * Answers the refusal, if the rules say no.
 */
export async function dispatch<N extends CommandName>(name: N, args: Args<N>): Promise<Refusal | null> {
  const no = objection(name, args)
  if (no) return no
  // Plain data, as the wire will carry it: a form's reactive object can be neither kept on disk nor trusted to stay as it is.
  const command = { id: uuidv7(), name, args: JSON.parse(JSON.stringify(args)) }
  await vault.keep({ command, at: nowExactly() })
  // The board may have moved on meanwhile.
  const late = objection(name, args)
  if (late) {
    await vault.drop(command.id)
    return late
  }
  replica.dispatch(command)
  count()
  line?.flush()
  return null
}

/** The person has read why, and lets go of refused work. */
export async function letGo(id: string): Promise<void> {
  await vault.dropRefused(id)
  refused.value = refused.value.filter(({ command }) => command.id !== id)
}

export const theVault = () => vault
export const wake = () => line?.wake()
export const reconnect = () => line?.reconnect()

let socket: Line
export const looking = (key: string | null) => {
  if (socket?.connected) socket.emit('looking', { looking: key })
}

/** Opens this person's vault, shows the last board on this device, and goes on the line. */
export async function openBoard(): Promise<void> {
  if (!me.value || !county.value) throw new Error('nobody is signed in')
  vault = await openVault(keptAs(me.value.id))
  replica = new Replica({ actor: me.value, facts: factsOf(county.value), onChange: tell })
  const saved = await vault.board()
  if (saved) {
    replica.load(saved.snapshot)
    followIncident(replica.get('incident', 'incident'))
    heardAt.value = saved.heardAt
    audience.value = replica.audience
  }
  replica.restore(await vault.queue())
  refused.value = await vault.refused()
  ready.value = Boolean(saved)
  count()

  // Asked for while the line is still being opened: a first visit needs the whole board anyway.
  let first = saved ? null : ask<Snapshot>(within('/board')).catch(() => null)
  const snapshot = async () => {
    const early = await first
    first = null
    startFeedAnew()
    return early ?? ask<Snapshot>(within('/board'))
  }

  socket = io({ auth: { incident: incident.value }, autoConnect: false, reconnection: false })
  line = link({
    replica,
    vault,
    socket,
    snapshot,
    onState(state) {
      linkState.value = state
      if (state !== 'live') return
      ready.value = true
      followIncident(replica.get('incident', 'incident'))
      audience.value = replica.audience
      heard()
      for (const kind of kinds) versions[kind].value++
      void saveBoard()
      void fillFeed()
    },
    onFrame: news,
    onActor: actor => me.value = { ...actor, name: me.value?.name ?? '' },
    onRefused: one => refused.value = [...refused.value.filter(({ command }) => command.id !== one.command.id), one],
  })
  followPresence(socket)
  socket.on('condition', now => condition.value = now)
  socket.on('volunteersWaiting', () => volunteersTurn.value++)
  socket.io.on('ping', heard)
  const way = ladder(socket, { onSlow: slow => slowLine.value = slow, reopen: reconnect })
  watchPage({
    hidden: () => void saveBoard(),
    seen: () => linkState.value === 'live' && Date.now() - heardAt.value > 15_000 ? line?.reconnect() : line?.wake(),
    online() {
      line?.wake()
      way.climb()
    },
    leaving: () => void saveBoard(),
  })
  line.start()
}

function heard(): void {
  heardAt.value = Date.now()
}

function news(frame: Frame): void {
  heard()
  feedOn(frame.commits)
}

function count(): void {
  waiting.value = replica.queue.filter(one => one.accepted === undefined).length
}

/** Changes are gathered until the next frame of the screen; then each kind and the map are told once. */
function tell(keys: readonly Key[]): void {
  if (told) return void keys.forEach(key => told?.add(key))
  told = new Set(keys)
  const soon = document.visibilityState === 'visible' ? requestAnimationFrame : (run: () => void) => setTimeout(run, 50)
  soon(() => {
    const changed = [...told ?? []]
    told = null
    count()
    const touched = new Set(changed.map(key => key.split('/')[0] as Kind))
    if (touched.has('incident')) followIncident(replica.get('incident', 'incident'))
    for (const kind of touched) versions[kind].value++
    for (const listener of listeners) listener(changed)
  })
}

/** The last board stays on this device for the next start without a network. */
async function saveBoard(): Promise<void> {
  if (!replica.epoch || forgotten) return
  await vault.keepBoard(replica.snapshot(), heardAt.value)
}

/** This page's person is signed in here no longer: nothing more is sent, and no board of theirs is kept. */
export function stopBoard(): void {
  forgotten = true
  line?.end()
}

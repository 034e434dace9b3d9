import type { Frame, Snapshot } from '../../shared/core/protocol.ts'
import type { BoardSocket, Link, LinkState } from '../sync/link.ts'
import { io } from 'socket.io-client'
import { factsOf } from '../../shared/core/county.ts'
import { ladder } from '../sync/ladder.ts'
import { link } from '../sync/link.ts'
import { Replica } from '../sync/replica.ts'
import { fetchAhead } from './ahead.ts'
import { boardKeeper } from './board-keeper.ts'
import { audience, countWaiting, heardAt, linkState, noRoom, open, opened, partsHere, ready, refused, serverAway, slowLine, tellAll, tellChanged, view, volunteersTurn } from './board.ts'
import { followIncident, followServer, realNow } from './clock.ts'
import { condition } from './condition.ts'
import { watchers } from './frames.ts'
import { followPresence } from './here.ts'
import { ask } from './http.ts'
import { incident, keptAs, within } from './incident.ts'
import { draftPrefix, waitsPrefix } from './kept.ts'
import { loadCommands, rules } from './my-commands.ts'
import { alone } from './one-sender.ts'
import { noteSent, recallSent } from './receipts.ts'
import { becomeMe, county, me } from './session.ts'
import { watchPage } from './watch-page.ts'

/** Milliseconds that the screen has to be painted before the board is written, which blocks the page. */
const paintFirst = 1000

let socket: BoardSocket
let line: Link | undefined
let forgotten = false
let keep: ReturnType<typeof boardKeeper>

export const reconnect = () => line?.reconnect()

/** The live connection, for what is on no board. */
export const boardSocket = (): BoardSocket => socket

/** Tells other people which record (`kind/id`) this person looks at. */
export const looking = (key: string | null) => {
  if (socket?.connected) socket.emit('looking', { looking: key })
}

/** Opens this person's vault, shows the last board of this device, and connects. */
export async function openBoard(): Promise<void> {
  if (!me.value || !county.value) throw new Error('nobody is signed in')
  const commands = loadCommands(me.value.role)
  const vaultComes = import('../sync/vault.ts')
  socket = io({ auth: { incident: incident.value }, autoConnect: false, reconnection: false })
  const way = ladder(socket, { onSlow: slow => slowLine.value = slow, reopen: reconnect })
  // The handshake takes as long as reading the vault. Nothing is sent or received before the line starts.
  socket.io.open()
  const mine = keptAs(me.value.id)
  recallSent(mine)
  const { openVault } = await vaultComes
  const vault = await openVault(mine)
  const [saved, queue, refusals] = await Promise.all([vault.board(), vault.queue(), vault.refused(), commands, import('./draft-seal.ts').then(({ openDrafts }) => openDrafts(`${draftPrefix}${mine}:`, vault.seal))])
  const replica = new Replica({ rules, actor: me.value, facts: factsOf(county.value), onChange: tellChanged, now: realNow })
  line = link({
    replica,
    vault,
    socket,
    async snapshot() {
      for (const one of watchers) one.anew()
      return askBoard()
    },
    onState: follow,
    onFrame: news,
    onActor: actor => void loadCommands(actor.role).then(() => becomeMe({ ...actor, name: me.value?.name ?? '', factorDue: me.value?.factorDue })),
    onRefused: one => refused.value = [...refused.value.filter(({ command }) => command.id !== one.command.id), one],
    onReceipt: noteSent,
    alone: send => alone(mine, send),
  })
  open({ replica, vault, line })
  // In a file that the first screen does not need: fetched at once only where a vault is gone in which work waited.
  const noteWaiting = () => import('./emptied.ts').then(({ recallWaiting }) => recallWaiting(mine, vault.fresh))
  if (vault.fresh && localStorage.getItem(waitsPrefix + mine)) void noteWaiting().catch(() => {})
  else fetchAhead([noteWaiting], 0)
  keep = boardKeeper(replica, vault, saved?.snapshot)
  replica.restore(queue)
  refused.value = refusals
  countWaiting()
  followPresence(socket)
  socket.on('clock', followServer)
  socket.on('away', away)
  socket.on('condition', now => condition.value = now)
  socket.on('volunteersWaiting', () => volunteersTurn.value++)
  socket.io.on('ping', heard)
  stayOnLine(line, way)
  if (saved) begin(saved.snapshot, saved.heardAt)
  else void askBoard().catch(() => null).then(fetched => begin(fetched, realNow()))
}

const askBoard = () => ask<Snapshot>(within('/board'))

/** Shows the kept or fetched board while the line is still connecting. Without one, the line fetches it. */
function begin(snapshot: Snapshot | null, heard: number): void {
  // The person may have signed out meanwhile.
  if (forgotten) return
  line?.start()
  const { replica } = opened()
  // The line may have been woken, and have fetched a newer one.
  if (!snapshot || replica.epoch) return
  replica.load(snapshot)
  followIncident(view.get('incident', 'incident'))
  heardAt.value = heard
  audience.value = replica.audience
  partsHere.value = replica.partsHere
  ready.value = true
}

function follow(state: LinkState): void {
  linkState.value = state
  if (state !== 'live') return
  if (!ready.value) tellAll()
  ready.value = true
  followIncident(view.get('incident', 'incident'))
  audience.value = opened().replica.audience
  partsHere.value = true
  heard()
  setTimeout(() => void saveBoard(), paintFirst)
  for (const one of watchers) one.live()
}

function stayOnLine(line: Link, way: ReturnType<typeof ladder>): void {
  watchPage({
    hidden: () => void saveBoard(),
    seen: () => linkState.value === 'live' && !serverAway.value && Math.abs(realNow() - heardAt.value) > 15_000 ? line.reconnect() : line.wake(),
    online() {
      line.wake()
      way.climb()
    },
    leaving: () => void saveBoard(),
  })
}

function away(since: number | null): void {
  serverAway.value = since !== null
  if (since !== null) heardAt.value = since
}

function heard(): void {
  if (!serverAway.value) heardAt.value = realNow()
}

function news(frame: Frame): void {
  heard()
  for (const one of watchers) one.came(frame.commits)
}

/** Keeps the board on this device for the next start without a network, once it has this person's own parts. */
async function saveBoard(): Promise<void> {
  if (opened().replica.partsHere && !forgotten) await keep(heardAt.value).catch(() => noRoom.value = true)
}

/** Called after signing out: nothing more is sent, and this person's board is no longer kept. */
export function stopBoard(): void {
  forgotten = true
  line?.end()
}

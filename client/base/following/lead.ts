import type { ShownMap } from '../../../shared/core/following.ts'
import L from 'leaflet'
import { fine, zoomSteps } from '../../../shared/core/following.ts'
import { measure, shownLayers } from '../../core/layers.ts'
import { boardSocket } from '../../core/open-board.ts'
import { selected } from '../../core/selection.ts'
import { mapHere } from '../../core/shown-map.ts'
import { toast } from '../../core/toasts.ts'
import { followers, leading } from './following.ts'
import { toMap } from './to-map.ts'
import { followingWords as words } from './words.ts'

/** A page sends what has changed on its map at most this often (ms). */
const every = 250
const answersWithin = 10_000

const exact = ({ lng, lat }: L.LatLng): [number, number] => [Math.round(lng * fine), Math.round(lat * fine)]
let cursor: ShownMap['cursor'] = null
let stop = () => {}

/** All that this page shows. Null while another page is open. */
function whole(): ShownMap | null {
  if (!mapHere.value) return null
  const { board: { leaflet: map }, covered } = mapHere.value
  const { left, top, right, bottom } = covered()
  const { x, y } = map.getSize()
  const free = L.bounds([left, top], [Math.max(left + 1, x - right), Math.max(top + 1, y - bottom)])
  const on = Object.entries(shownLayers.value).flatMap(([name, shown]) => shown ? name : [])
  const size = free.getSize().round()
  return { at: [...exact(map.containerPointToLatLng(free.getCenter())), Math.round(map.getZoom() * zoomSteps)], cursor, size: [size.x, size.y], layers: on, measure: measure.value, open: selected.value }
}

/** Follows the pointer over the map: a mouse while it is there, a finger while it presses. */
function watchPointer(map: L.Map, signal: AbortSignal): void {
  const at = (event: PointerEvent) => cursor = exact(map.mouseEventToLatLng(event))
  const gone = (event: PointerEvent) => (event.type === 'pointerleave' || event.pointerType === 'touch') && (cursor = null)
  for (const name of ['pointerdown', 'pointermove'] as const) map.getContainer().addEventListener(name, at, { signal })
  for (const name of ['pointerup', 'pointercancel', 'pointerleave'] as const) map.getContainer().addEventListener(name, gone, { signal })
}

/** Begins to lead, also in another's place. */
export async function startLeading(): Promise<void> {
  const { board } = await toMap()
  const socket = boardSocket()
  let sent = whole()
  if (!sent || leading.value) return
  const answer = await socket.timeout(answersWithin).emitWithAck('lead', sent).catch(() => null)
  if (!answer?.ok) return toast(words.value.notBegun)
  const ending = new AbortController()
  watchPointer(board.leaflet, ending.signal)
  const timer = setInterval(() => {
    const now = whole()
    if (!now || !sent || !socket.connected) return
    const before: Readonly<Record<string, unknown>> = sent
    const news = Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])))
    if (Object.keys(news).length) socket.emit('show', news)
    sent = now
  }, every)
  const counted = (people: number | null, ack: () => void) => {
    ack()
    followers.value = people ?? 0
    if (people !== null) return
    stop()
    toast(words.value.taken)
  }
  const cut = () => {
    stop()
    toast(words.value.cut)
  }
  socket.on('followed', counted)
  socket.on('disconnect', cut)
  stop = () => {
    ending.abort()
    clearInterval(timer)
    socket.off('followed', counted)
    socket.off('disconnect', cut)
    leading.value = false
    cursor = null
  }
  followers.value = 0
  leading.value = true
}

export function stopLeading(): void {
  stop()
  void boardSocket().timeout(answersWithin).emitWithAck('lead', null).catch(() => {})
}

import type { Buffer } from 'node:buffer'

/** Bytes of a packet, and ms that it is under way. */
export const [packet, way] = [1460, 75]
/** Packets that a connection begins with, ms after which a packet counts as lost if no later one was answered, and how many later ones say so sooner. */
const [begin, silence, later] = [10, 300, 3]

/** What the line does with a packet that is sent now: when it has left (ms of `performance.now`), and whether it is lost on its way. */
export type Lane = (bytes: number) => { readonly left: number, readonly lost: boolean }
interface Packet { readonly bytes: Buffer, /** The how manieth sending it was. */ sent: number, at: number, here: boolean }

/**
 * One way of a TCP connection over a line that loses packets, with selective answers and the small windows of CUBIC: a lost packet is sent again
 * once later ones were answered, or after a silence; those behind it wait at the far end; the window falls to 0.7 for what is lost of it.
 */
export function lossyWay(lane: Lane, deliver: (bytes: Buffer) => void, onRoom: () => void) {
  const waiting: Buffer[] = []
  /** Not delivered yet, in order, and not answered yet. */
  const held: Packet[] = []
  const open = new Set<Packet>()
  let [count, window, rising, fell, ended] = [0, begin, true, 0, false]

  function send(one: Packet): void {
    one.at = performance.now()
    const sent = one.sent = ++count
    const { left, lost } = lane(one.bytes.length)
    const wait = left - one.at
    if (!lost) setTimeout(arrive, wait + way, one, sent)
    setTimeout(() => open.has(one) && one.sent === sent && again(one, true), wait + silence)
  }

  function again(one: Packet, silent: boolean): void {
    if (ended) return
    if (silent) window = 1
    else if (one.at >= fell) window = Math.max(1, window * 0.7)
    if (silent || one.at >= fell) fell = performance.now()
    rising = false
    send(one)
  }

  function arrive(one: Packet, sent: number): void {
    one.here = true
    while (held[0]?.here) deliver(held.shift()!.bytes)
    setTimeout(answered, way, one, sent)
  }

  function answered(one: Packet, sent: number): void {
    if (open.delete(one)) window += rising ? 1 : 0.5 / window
    for (const other of open) {
      if (other.sent + later <= sent) again(other, false)
    }
    pump()
  }

  function pump(): void {
    while (waiting[0] && open.size < Math.floor(window)) {
      const one = { bytes: waiting.shift()!, sent: 0, at: 0, here: false }
      held.push(one)
      open.add(one)
      send(one)
    }
    if (waiting.length < begin) onRoom()
  }

  return {
    give(bytes: Buffer): void {
      for (let i = 0; i < bytes.length; i += packet) waiting.push(bytes.subarray(i, i + packet))
      pump()
    },
    /** Whether more should be given. */
    full: () => waiting.length >= begin,
    /** Whether all of it is there. */
    empty: () => !waiting.length && !held.length,
    end: () => void (ended = true),
  }
}

import type { Bounds } from '../core/bounds.ts'

/** A connection as Engine.IO keeps it. A WebSocket also buffers what the network has not taken yet. */
export interface EngineLine {
  readonly writeBuffer: readonly { readonly data?: unknown }[]
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number, readonly terminate?: () => void } }
  readonly close: (discard: boolean) => void
}

/** Roughly how many bytes wait for a connection. Unsent text counts by characters, which is cheap. Stops counting beyond `most`. */
function waiting({ writeBuffer, transport }: EngineLine, most: number): number {
  let bytes = transport.socket?.bufferedAmount ?? 0
  for (const { data } of writeBuffer) {
    if (bytes > most) break
    if (typeof data === 'string') bytes += data.length
  }
  return bytes
}

/** Terminates the connection. An orderly close would keep everything in memory until the other side reads. */
function cut(line: EngineLine): void {
  line.transport.socket?.terminate?.()
  line.close(true)
}

/** Terminates the socket of a closed connection after `moment` ms, whether the other side has read the close or not. */
export function terminateClosed(engine: { readonly on: (event: 'connection', came: (line: EngineLine & { readonly once: (event: 'close', gone: () => void) => unknown }) => void) => unknown }, moment = 1000): void {
  engine.on('connection', line => void line.once('close', () => {
    const { socket } = line.transport
    setTimeout(() => socket?.terminate?.(), moment).unref()
  }))
}

/**
 * Cuts off every connection that is too far behind: too much waits for it, or nothing of it has left for too long. Pongs prove
 * nothing, because a client that does not read can still send them. Checks all connections from time to time, so that messages
 * cost nothing extra.
 */
export function cutTheSlow(lines: () => Iterable<EngineLine>, { bytes: most, ms, every }: Bounds['line']) {
  /** By connection: what was next to leave at the last check, and since when. */
  const stuck = new Map<EngineLine, { readonly next: unknown, readonly since: number }>()

  /** True if too much waits for the connection; it is then cut off. */
  function tooFar(line: EngineLine): boolean {
    const bytes = waiting(line, most)
    if (bytes > most) cut(line)
    return bytes > most
  }

  function look(): void {
    const now = performance.now()
    const before = new Map(stuck)
    stuck.clear()
    for (const line of lines()) {
      const bytes = waiting(line, most)
      if (bytes === 0) continue
      const next = line.writeBuffer[0] ?? bytes
      const known = before.get(line)
      const since = known?.next === next ? known.since : now
      if (bytes > most || now - since >= ms) cut(line)
      else stuck.set(line, { next, since })
    }
  }
  const timer = setInterval(look, every)

  return { tooFar, stop: () => clearInterval(timer) }
}

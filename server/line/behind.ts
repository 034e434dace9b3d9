import type { Bounds } from '../core/bounds.ts'

/** A line as the engine below Socket.IO keeps it. A WebSocket holds what it was given and the network has not taken. */
export interface EngineLine {
  readonly writeBuffer: readonly { readonly data?: unknown }[]
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number, readonly terminate?: () => void } }
  readonly close: (discard: boolean) => void
}

/** Bytes that wait for a line, from any source; of unsent text the number of characters, which costs nothing to count. */
function waiting({ writeBuffer, transport }: EngineLine, most: number): number {
  let bytes = transport.socket?.bufferedAmount ?? 0
  for (const { data } of writeBuffer) {
    if (bytes > most) break
    if (typeof data === 'string') bytes += data.length
  }
  return bytes
}

/** Not a close that waits for the other side: it would keep everything for as long as that does not read. */
function cut(line: EngineLine): void {
  line.transport.socket?.terminate?.()
  line.close(true)
}

/** A line that is closed for whatever reason has a moment to say so to the far end; then its connection goes, read or not. */
export function letGo(engine: { readonly on: (event: 'connection', came: (line: EngineLine & { readonly once: (event: 'close', gone: () => void) => unknown }) => void) => unknown }, moment = 1000): void {
  engine.on('connection', line => void line.once('close', () => {
    const { socket } = line.transport
    setTimeout(() => socket?.terminate?.(), moment).unref()
  }))
}

/**
 * Cuts off every line that is too far behind: too much waits for it, or nothing of what waits has left for too long. Pongs
 * prove nothing: a reader that does not read can send them. Looks at all lines now and then, so that a message costs nothing more.
 */
export function cutTheSlow(lines: () => Iterable<EngineLine>, { bytes: most, ms, every }: Bounds['line']) {
  /** What was the next to leave when it was looked at last, and since when. */
  const stuck = new Map<EngineLine, { readonly next: unknown, readonly since: number }>()

  /** True if it is too far behind to be given more; then it is cut. */
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

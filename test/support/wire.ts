import type { BoardSocket } from '../../client/sync/link.ts'

type Listener = (...args: unknown[]) => void

/** A message from the client that the far end has not answered yet. */
export interface Sent { readonly event: string, readonly body: unknown, readonly answer: (value: unknown) => void }

const asSent = (value: unknown): unknown => value === undefined ? undefined : JSON.parse(JSON.stringify(value))

/**
 * A socket.io client socket whose far end the test controls. It keeps socket.io's promises: in order, at most once;
 * a cut connection loses messages under way, emits `disconnect`, and fails every answer still awaited.
 */
export function wire() {
  const listeners = new Map<string, Set<Listener>>()
  let awaited = new Set<(error: Error) => void>()
  const far = {
    connected: false,
    /** The client has asked for a connection and has no answer yet. */
    wanted: false,
    /** How often it has asked. */
    asked: 0,
    sent: [] as Sent[],
    accept(): void {
      far.wanted = false
      far.connected = true
      tell('connect')
    },
    refuse(message = 'xhr poll error'): void {
      far.wanted = false
      tell('connect_error', new Error(message))
    },
    cut(reason = 'transport close'): void {
      if (!far.connected) return
      far.connected = false
      far.sent.length = 0
      tell('disconnect', reason)
      const failing = awaited
      awaited = new Set()
      for (const fail of failing) fail(new Error('socket has been disconnected'))
    },
    tell,
  }

  function tell(event: string, ...args: unknown[]): void {
    for (const listener of listeners.get(event) ?? []) listener(...args.map(arg => arg instanceof Error ? arg : asSent(arg)))
  }

  const socket = {
    get connected() {
      return far.connected
    },
    on(event: string, listener: Listener) {
      const all = listeners.get(event) ?? new Set()
      listeners.set(event, all.add(listener))
    },
    connect() {
      if (far.connected || far.wanted) return
      far.wanted = true
      far.asked++
    },
    disconnect() {
      far.wanted = false
      far.cut('io client disconnect')
    },
    timeout: (ms: number) => ({
      emitWithAck: (event: string, body: unknown) => new Promise((answered, failed) => {
        const timer = setTimeout(() => fail(new Error('operation has timed out')), ms)
        function fail(error: Error): void {
          clearTimeout(timer)
          awaited.delete(fail)
          failed(error)
        }
        awaited.add(fail)
        far.sent.push({ event, body: asSent(body), answer(value) {
          if (!awaited.delete(fail)) return
          clearTimeout(timer)
          answered(asSent(value))
        } })
      }),
    }),
  }
  return Object.assign(far, { socket: socket as unknown as BoardSocket })
}

export type Wire = ReturnType<typeof wire>

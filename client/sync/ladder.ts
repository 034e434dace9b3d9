import type { BoardSocket } from './link.ts'

interface Options {
  /** Called at each change. While the connection polls, everything still arrives, only later. */
  readonly onSlow: (slow: boolean) => void
  /** Closes the connection and opens it again. */
  readonly reopen: () => void
  /** Resolves to true if a WebSocket gets through now. */
  readonly getsThrough?: () => Promise<boolean>
  /** Milliseconds: a WebSocket that closes sooner than this counts as failed; first and longest pause before the next try. */
  readonly patience?: { readonly young: number, readonly first: number, readonly cap: number }
}

/**
 * Chooses the transport: a WebSocket first. Where it is refused, long polling at once; where it hangs, or is cut
 * twice soon after opening, long polling from the start. It returns to a WebSocket as soon as one gets through.
 */
export function ladder(line: BoardSocket, { onSlow, reopen, getsThrough = webSocketGetsThrough, patience = { young: 60_000, first: 30_000, cap: 16 * 60_000 } }: Options) {
  const manager = line.io
  let slow = false
  let openedAt = 0
  let cuts = 0
  let pause = patience.first
  let timer: ReturnType<typeof setTimeout> | null = null

  function begin(by: 'websocket' | 'polling', upgrade: boolean): void {
    manager.opts.transports = by === 'websocket' ? ['websocket', 'polling'] : ['polling', 'websocket']
    Object.assign(manager.opts, { tryAllTransports: true, upgrade })
    // A WebSocket that hangs is given up sooner than polling, which is the last resort.
    manager.timeout(by === 'websocket' ? 5000 : 20_000)
  }

  function report(name: string): void {
    if (timer) clearTimeout(timer)
    timer = name === 'polling' ? setTimeout(() => void climb(), pause) : null
    if (slow !== (name === 'polling')) onSlow(slow = !slow)
  }

  /** Returns to a WebSocket if one gets through; otherwise tries again later. */
  async function climb(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    if (!slow) return
    pause = Math.min(patience.cap, pause * 2)
    if (await getsThrough() && slow) {
      cuts = 0
      begin('websocket', true)
      return reopen()
    }
    report('polling')
  }

  manager.on('open', () => {
    openedAt = Date.now()
    report(manager.engine.transport.name)
    manager.engine.on('upgrade', ({ name }) => {
      openedAt = Date.now()
      report(name)
    })
  })
  line.on('connect_error', ({ message }) => {
    if (message === 'timeout') begin('polling', cuts < 2)
  })
  line.on('disconnect', (reason) => {
    if (timer) clearTimeout(timer)
    timer = null
    if (slow || reason === 'io server disconnect' || reason === 'io client disconnect') return
    cuts = Date.now() - openedAt < patience.young ? cuts + 1 : 0
    if (cuts >= 2) return begin('polling', false)
    pause = patience.first
    begin('websocket', true)
  })

  begin(typeof WebSocket === 'function' ? 'websocket' : 'polling', true)
  return {
    /** The network may have changed, so a WebSocket is tried at once. */
    climb: () => void climb(),
  }
}

/** Opens a bare WebSocket to the server, and closes it after the first message or after five seconds. */
function webSocketGetsThrough(): Promise<boolean> {
  if (typeof WebSocket !== 'function') return Promise.resolve(false)
  return new Promise((answer) => {
    const probe = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`)
    const done = (yes: boolean) => {
      clearTimeout(late)
      probe.close()
      answer(yes)
    }
    const late = setTimeout(done, 5000, false)
    probe.onmessage = () => done(true)
    probe.onerror = () => done(false)
  })
}

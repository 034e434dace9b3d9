import type { Facts } from '../shared/county.ts'
import type { Authority } from './authority.ts'
import type { Store } from './store.ts'
import { dueBulletins, dueCommands, freezing } from '../shared/due.ts'
import { replay } from './past.ts'

export const theServer = { id: 'system', role: 'system' } as const

interface Options { readonly facts: Facts, readonly now?: () => number, /** Milliseconds between two looks at the clock. */ readonly every?: number, /** What else is looked at each time, once what was due is done. */ readonly after?: () => Promise<void> }

/** The one clock of a board: once a minute it does what is due, through the same rules as everybody. */
export function scheduler(authority: Authority, store: Pick<Store, 'since'>, { facts, now = Date.now, every = 60_000, after = async () => {} }: Options) {
  let running: Promise<void> = Promise.resolve()

  /** From the log, so that a server that was down at the cut-off freezes what it would have frozen. */
  async function freeze(): Promise<void> {
    const spans = new Map(dueBulletins(authority.board, now(), facts).map(span => [span.until, span]))
    if (!spans.size) return
    for await (const { at, seq, board } of replay(store, [...spans.keys()])) {
      const span = spans.get(at)
      if (span) await authority.submit(freezing(board, seq, span, facts), theServer)
    }
  }

  async function look(): Promise<void> {
    await freeze()
    for (const command of dueCommands(authority.board, now(), facts)) await authority.submit(command, theServer)
    // A slow receiver outside must not make the next minute late.
    void after()
  }

  const timer = setInterval(() => running = look(), every)
  timer.unref()
  return {
    /** Looks now; resolves when what was due has been done. */
    look: () => running = look(),
    async stop(): Promise<void> {
      clearInterval(timer)
      await running
    },
  }
}

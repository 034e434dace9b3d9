import type { Facts } from '../../shared/core/county.ts'
import type { Authority } from './authority.ts'
import type { Store } from './store.ts'
import { dueBulletins, dueCommands, freezing } from '../../shared/incident/due.ts'
import { dueClearing } from '../../shared/settled.ts'
import { spare } from '../core/spare.ts'
import { replay } from './past.ts'

export const theServer = { id: 'system', role: 'system' } as const

interface Options { readonly facts: Facts, /** Milliseconds between two looks at the clock. */ readonly every?: number, /** What else is looked at each time, once what was due is done. */ readonly after?: () => Promise<void>, /** Told of what goes wrong: the next look comes all the same. */ readonly onBug?: (error: unknown) => void }

/** Once a minute, and whenever the incident's clock was moved, it does what is due, through the same rules as everybody. */
export function scheduler(authority: Authority, store: Pick<Store, 'since' | 'aside'>, { facts, every = 60_000, after = async () => {}, onBug = () => {} }: Options) {
  let running: Promise<void> = Promise.resolve()

  /** From the log, so that a server that was down at the cut-off freezes what it would have frozen. */
  async function freeze(): Promise<void> {
    const spans = new Map(dueBulletins(authority.board, authority.now(), facts).map(span => [span.until, span]))
    if (!spans.size) return
    for await (const { at, seq, board } of replay(store, [...spans.keys()])) {
      const span = spans.get(at)
      if (span) await authority.submit(freezing(board, seq, span, facts), theServer)
    }
  }

  async function give(): Promise<void> {
    for (const command of [...dueCommands(authority.board, authority.now(), facts), ...dueClearing(authority.board, authority.now(), facts)]) await authority.submit(command, theServer)
  }

  async function look(): Promise<void> {
    // A part that fails does not stop the others.
    await freeze().catch(onBug)
    await give().catch(onBug)
    // A slow receiver outside must not make the next minute late.
    spare(onBug, after)
  }

  const timer = setInterval(() => running = look(), every)
  timer.unref()
  const deaf = authority.onApplied((applied) => {
    if (applied.some(({ commit }) => commit.name === 'moveClock' || commit.name === 'runClock')) running = running.then(look)
  })
  return {
    /** Looks now; resolves when what was due has been done. */
    look: () => running = look(),
    async stop(): Promise<void> {
      clearInterval(timer)
      deaf()
      await running
    },
  }
}

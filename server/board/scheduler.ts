import type { Facts } from '../../shared/core/county.ts'
import type { Authority } from './authority.ts'
import type { Store } from './store.ts'
import { dueBulletins, dueCommands, freezing } from '../../shared/incident/due.ts'
import { dueClearing } from '../../shared/settled.ts'
import { spare } from '../core/spare.ts'
import { rememberFirst } from './first-to-settle.ts'
import { replay } from './past.ts'

export const theServer = { id: 'system', role: 'system' } as const

interface Options { readonly facts: Facts, /** Milliseconds between two rounds. */ readonly every?: number, /** Runs after each round. */ readonly after?: () => Promise<void>, /** Called with an error. The next round runs anyway. */ readonly onBug?: (error: unknown) => void }

/** A board rests only once its incident is over. What may still be due, for example a message that its receiver has not confirmed, is looked for in every sixtieth round. */
const atRest = 60

/** After these a round is due at once: a drill's clock was moved, or somebody asks for help. */
const hurrying: readonly string[] = ['moveClock', 'runClock', 'countHelp']

/** How long after the end of a day it is frozen where another server decides the commands (ms): by its clock, which may be a little behind, the day must be over, too. */
const clocksApart = 5000

/** Gives the commands that are due, once a minute and whenever one of the above was given. They go through the same rules as everybody's. */
export function scheduler(authority: Authority, store: Pick<Store, 'since' | 'aside'>, { facts, every = 60_000, after = async () => {}, onBug = () => {} }: Options) {
  let running: Promise<void> = Promise.resolve()
  const { first, stop: forget } = rememberFirst(authority)

  /** Freezes from the log, so that a server that was down at the cut-off gets the same figures. */
  async function freeze(): Promise<void> {
    const ends = authority.now() - (authority.decidesHere ? 0 : clocksApart)
    const spans = new Map(dueBulletins(authority.board, ends, facts).map(span => [span.until, span]))
    if (!spans.size) return
    for await (const { at, seq, board } of replay(store, [...spans.keys()])) {
      const span = spans.get(at)
      if (span) await authority.submit(freezing(board, seq, span, facts), theServer)
    }
  }

  async function give(): Promise<void> {
    for (const command of [...dueCommands(authority.board, authority.now(), facts), ...dueClearing(authority.board, authority.now(), facts, first)]) await authority.submit(command, theServer)
  }

  async function look(): Promise<void> {
    // If one part fails, the others must still run.
    if (!authority.decidesHere) await authority.refresh().catch(onBug)
    await freeze().catch(onBug)
    await give().catch(onBug)
    // A slow receiver of webhooks must not delay the next round.
    spare(onBug, after)
  }

  let rounds = 0
  const timer = setInterval(() => {
    if (!authority.board.resting || ++rounds % atRest === 0) running = look()
  }, every)
  timer.unref()
  const deaf = authority.onApplied((applied) => {
    if (applied.some(({ commit }) => hurrying.includes(commit.name))) running = running.then(look)
  })
  return {
    /** Runs a round now. Resolves when its commands have been answered. */
    look: () => running = look(),
    async stop(): Promise<void> {
      clearInterval(timer)
      deaf()
      forget()
      await running
    },
  }
}

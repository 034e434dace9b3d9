import type { chance } from '../support/random.ts'
import type { Nodes } from './nodes.ts'
import { setTimeout as wait } from 'node:timers/promises'

/** What may happen to a server: its process is killed, or paused for up to five seconds. */
export const nemeses = ['kill', 'pause'] as const
export type Nemesis = (typeof nemeses)[number]

/** Does one of these to any of the servers, and waits until it serves again. Answers what it did. */
export async function strike(nodes: Nodes, count: number, how: readonly Nemesis[], luck: ReturnType<typeof chance>): Promise<Nemesis> {
  const at = luck.below(count)
  const { child } = nodes.node(at)
  const done = luck.one(how)
  child.kill(done === 'kill' ? 'SIGKILL' : 'SIGSTOP')
  if (done === 'pause') {
    await wait(luck.below(5000))
    child.kill('SIGCONT')
  }
  await nodes.served(at)
  return done
}

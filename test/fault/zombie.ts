import type { Fault } from './fault.ts'
import type { Takeover } from './nodes.ts'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { nodePart, severalNodes, slowestOf } from './nodes.ts'
import { otherWrites } from './other-writes.ts'

/** The planted fault: PostgreSQL keeps the term when another server takes over, so that nothing tells the two apart. */
const sameTerm = `create function same_term() returns trigger language plpgsql as $$ begin new.term := old.term; return new; end $$;
  create trigger same_term before update on lease for each row execute function same_term();
  create trigger same_term before update on board_writer for each row execute function same_term()`

/** The writer is paused while commands, accounts, people for a register and photos are on their way to it. Another server takes over; the paused one wakes up, writes nothing, and ends. */
export const zombie: Fault = {
  size: { nodes: 3, rounds: 10, waiting: 200, within: 3000 },
  tiny: { nodes: 2, rounds: 1, waiting: 20, within: 60_000 },
  parts: { node: nodePart },
  async run({ nodes: count = 2, rounds = 1, waiting = 1, within = 1 }, { sabotage, spawnPart }) {
    const nodes = await severalNodes(count, spawnPart)
    const made = await nodes.people({ people: 0, shifts: 0, places: 1 })
    const { planner } = made
    const others = await otherWrites(nodes, made)
    if (sabotage) await nodes.sql.unsafe(sameTerm)
    let [stale, other, ended] = [0, 0, 0]
    const takeovers: Takeover[] = []
    for (let n = 0; n < rounds; n++) {
      const { at, term } = await nodes.writer()
      const { child, ends } = nodes.node(at)
      const began = performance.now()
      child.kill('SIGSTOP')
      // They are in its socket, and it reads them when it wakes up.
      const sent = Array.from({ length: waiting }, () => nodes.place(at, planner, randomUUID()))
      const beside = Array.from({ length: Math.ceil(waiting / 20) }, () => others.send(at))
      const taken = await nodes.takenOver({ at, term: sabotage ? Infinity : term }, began, planner)
      if (taken) takeovers.push(taken)
      child.kill('SIGCONT')
      const answers = await Promise.all(sent)
      // Whatever it has acknowledged as the writer after another had taken over.
      stale += answers.filter(answer => answer?.ok).length
      for (const { done } of beside) other += (await done).filter(Boolean).length
      // While it still runs it takes nothing: what is sent now is answered by this server alone.
      for (let left = 50; left > 0 && nodes.node(at).ends === ends; left--) {
        const done = await others.send(at).done
        if (nodes.node(at).ends === ends) other += done.filter(Boolean).length
        await wait(100)
      }
      ended += nodes.node(at).ends - ends
      if (!taken) stale++
      await nodes.served(at)
      other += await others.known((await nodes.writer()).at, beside.flatMap(({ called }) => called))
    }
    const log = await nodes.log()
    const order = log.every(({ seq }, i) => seq === i + 1)
    await nodes.close()
    const slowest = Math.max(...takeovers.map(one => one.answered))
    return { ok: stale === 0 && other === 0 && ended === rounds && order && slowest <= within, rounds, waiting: rounds * waiting, stale, other, ended, takeover_ms: slowest, slowest: slowestOf(takeovers) }
  },
}

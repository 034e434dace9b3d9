import type { Asked } from './checker.ts'
import type { Fault } from './fault.ts'
import process from 'node:process'
import { faults } from './checker.ts'
import { claimClient } from './claim-client.ts'
import { claimOverNodes } from './claim-nodes.ts'
import { claimServer, places } from './claim-server.ts'
import { heard } from './fault.ts'
import { nodePart, severalNodes } from './nodes.ts'

const lines = 16
const shifts = 12

/** Racing claims from several processes on the real server: nothing is oversold, and every answer is right at some moment. */
export const claim: Fault = {
  size: { procs: 4, n: 100_000, nodes: 3, rounds: 20, people: 24 },
  tiny: { procs: 2, n: 300, nodes: 2, rounds: 2, people: 6 },
  // On several servers, of which any is killed or paused.
  switches: ['nemesis'],
  parts: {
    node: nodePart,
    server: async (people = '', sabotage) => claimServer(Number(people), shifts, sabotage === 'sabotage'),
    client: async () => void process.once('message', job => void claimClient(job as never)),
  },
  async run({ procs = 1, n = 1, nodes: count = 1, rounds = 1, people = 1 }, { seed, sabotage, nemesis, spawnPart }) {
    if (nemesis.length) return claimOverNodes(await severalNodes(count, spawnPart, { careless: sabotage }), { count, rounds, people, shifts, seed, nemesis })
    const server = spawnPart('server', String(procs * lines), sabotage ? 'sabotage' : '')
    const { port, crowd, ids } = await heard<{ port: number, crowd: object[], ids: string[] }>(server)
    const began = performance.now()
    const histories = await Promise.all(Array.from({ length: procs }, async (_, i) => {
      const client = spawnPart('client')
      client.send({ port, ids, crowd: crowd.slice(i * lines, (i + 1) * lines), n: Math.ceil(n / procs), seed: seed * 100 + i })
      return heard<Asked[]>(client)
    }))
    const seconds = Number(((performance.now() - began) / 1000).toFixed(1))
    server.send('holders')
    const held = await heard<Record<string, string[]>>(server)

    const asked = histories.flat()
    const wrong = ids.flatMap((id) => {
      const history = asked.filter(one => one.shift === id)
      return [...faults(history, places), ...lost(id, history, held[id] ?? [])]
    })
    const answers: Record<string, number> = {}
    for (const { answer } of asked) answers[typeof answer === 'number' ? 'granted' : answer] = (answers[typeof answer === 'number' ? 'granted' : answer] ?? 0) + 1
    return { ok: wrong.length === 0, asked: asked.length, seconds, oversold: wrong.filter(line => line.includes('oversold')).length, wrong: wrong.length, first: wrong[0] ?? null, answers }
  },
}

/** The final records of the server must match its answers. */
function lost(id: string, history: readonly Asked[], held: readonly string[]): string[] {
  const end = new Set<string>()
  const granted = history.filter(one => typeof one.answer === 'number').sort((a, b) => Number(a.answer) - Number(b.answer))
  for (const { name, person } of granted) end[name === 'claimShift' ? 'add' : 'delete'](person)
  return [...end].filter(person => !held.includes(person)).map(person => `${id}: ${person} was granted a place and does not hold it`)
}

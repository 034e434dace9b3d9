import type { Outcome } from './fault.ts'
import type { Nemesis } from './nemesis.ts'
import type { Nodes } from './nodes.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { chance } from '../support/random.ts'
import { faults } from './checker.ts'
import { places } from './claim-server.ts'
import { strike } from './nemesis.ts'
import { nodeDevice } from './node-device.ts'

interface Wanted { readonly count: number, readonly rounds: number, readonly people: number, readonly shifts: number, readonly seed: number, readonly nemesis: readonly Nemesis[] }

/** Racing claims over several servers, of which any is killed or paused for up to five seconds again and again. */
export async function claimOverNodes(nodes: Nodes, { count, rounds, people, shifts, seed, nemesis }: Wanted): Promise<Outcome> {
  const luck = chance(seed)
  const { crowd, ids } = await nodes.people({ people, shifts, places, incidents: count - 1 })
  const end = new AbortController()
  const devices = crowd.map((one, i) => nodeDevice(nodes, one, { ids, end: end.signal, seed: seed * 1000 + i, hasty: false }))
  let [kills, pauses] = [0, 0]
  for (let n = 0; n < rounds; n++) {
    await wait(luck.below(2000))
    if (await strike(nodes, count, nemesis, luck) === 'kill') kills++
    else pauses++
  }
  end.abort()
  const done = await Promise.all(devices)
  const at = new Map((await nodes.log()).map(({ id, seq }) => [id, seq]))
  await nodes.close()
  const asked = done.flatMap(one => one.asked)
  const granted = done.flatMap(one => one.accepted)
  const lost = granted.filter(id => !at.has(id)).length
  const unanswered = done.filter(one => one.unanswered).length
  const wrong = ids.flatMap(id => faults(asked.filter(one => one.shift === id), places))
  return { ok: wrong.length === 0 && lost === 0 && unanswered === 0 && granted.length > 0, asked: asked.length, granted: granted.length, kills, pauses, lost, unanswered, oversold: wrong.filter(line => line.includes('oversold')).length, wrong: wrong.length, first: wrong[0] ?? null }
}

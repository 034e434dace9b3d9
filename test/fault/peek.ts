import type { Fault } from './fault.ts'
import { performance } from 'node:perf_hooks'
import { careWorld } from './care-world.ts'
import { likelier } from './likelier.ts'

const ways = ['id', 'phone', 'number'] as const
const nobody = (id: string) => `${id.slice(0, -1)}x`

/** Somebody without the right asks for people who are in the register of another township, and for nobody, by id, phone and number, in a random order; answers and times must be the same. */
export const peek: Fault = {
  size: { people: 400, tries: 4000 },
  tiny: { people: 40, tries: 900 },
  async run({ people: n = 1, tries = 1 }, { seed, sabotage }) {
    const world = await careWorld(n, seed, { minute: 1e9, hour: 1e9 })
    const { care, canaries, luck } = world
    await world.enter()
    const hidden = canaries.filter(one => one.township === 'south')
    const reader = care.rights.reader(world.people.north.actor)
    const lead = care.rights.reader(world.people.lead.actor)
    // Without the defence somebody is fetched first, and then it is asked who may see them.
    const first = (id: string) => void care.people.inScope(lead).filter(one => one.id === id).map(care.people.whole)
    const times = Object.fromEntries(ways.map(way => [way, { there: [] as number[], absent: [] as number[] }])) as Record<typeof ways[number], Record<'there' | 'absent', number[]>>
    const answers = new Map<string, Set<string>>()
    for (let i = 0; i < tries; i++) {
      const one = luck.one(hidden)
      const way = luck.one(ways)
      const kind = luck.maybe(0.5) ? 'there' as const : 'absent' as const
      const asked = kind === 'there' ? one[way] : way === 'id' ? nobody(one.id) : String(Number(one[way].slice(1)) + 1).padStart(one[way].length, '1')
      const began = performance.now()
      let answer = ''
      try {
        if (sabotage && way === 'id' && kind === 'there') first(one.id)
        answer = JSON.stringify(way === 'id' ? care.people.open(reader, asked, { reason: 'visit', words: '' }) : care.people.find(reader, asked))
      } catch (error) {
        answer = String(error)
      }
      times[way][kind].push(performance.now() - began)
      answers.set(way, (answers.get(way) ?? new Set()).add(answer))
    }
    const told = ways.map(way => likelier(times[way].there, times[way].absent))
    const same = [...answers.values()].every(one => one.size === 1)
    await world.end()
    return { ok: same && told.every(one => Math.abs(one - 0.5) < 0.2), people: n, tries, same_answers: same, told_apart: told.map(one => Math.round(one * 1000) / 1000) }
  },
}

import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import { chance } from '../support/random.ts'
import { fieldBoard } from './field-board.ts'
import { phone } from './phone.ts'

const day = 24 * 3_600_000
const people = 4

/** Connections are cut while a claim is on its way or its answer comes back: nobody is told that they failed at a place they hold, or the other way round. */
export const claimCut: Fault = {
  size: { n: 1000 },
  tiny: { n: 40 },
  async run({ n = 1 }, { seed, sabotage }) {
    const luck = chance(seed)
    const board = await fieldBoard()
    const shifts = Array.from({ length: Math.ceil(n / people) }, (_, i) => `s${i}`)
    for (const [i, shift] of shifts.entries()) {
      const startsAt = Date.now() + (i + 1) * 3 * day
      await board.plan('openShift', { shift, title: shift, township: 'north', lng: -20, lat: 64.5, startsAt, endsAt: startsAt + 4 * 3_600_000, needed: 2 })
    }
    let cuts = 0
    const phones = await Promise.all(Array.from({ length: people }, async () => {
      const came = board.come('volunteer')
      const device = phone({
        ...came,
        port: board.port,
        async way(commands, send, cut) {
          if (!luck.maybe(0.5)) return send(commands)
          cuts++
          const asked = send(commands)
          // Before it leaves, or when it may be there already.
          if (luck.maybe(0.5)) setImmediate(cut)
          else cut()
          // The planted fault: a device that takes an unknown outcome for a failure.
          return sabotage ? asked.catch(() => [{ ok: false, code: 'closed' }] as const) : asked
        },
      })
      await device.load()
      device.line.start()
      return { ...came, device, asked: new Map<string, string>() }
    }))
    await Promise.all(phones.map(async ({ device, asked }) => {
      for (const shift of shifts) {
        const id = randomUUID()
        asked.set(shift, id)
        // The place may be taken before this device asks for it.
        await device.give({ id, name: 'claimShift', args: { shift } }).catch(() => asked.delete(shift))
        device.line.flush()
        await device.settled(() => 0)
      }
      await device.settled(() => board.authority.board.seq)
    }))
    const wrong = phones.flatMap(({ actor, device, asked }) => shifts.filter((shift) => {
      const holds = board.authority.board.get('shift', shift)?.claimedBy.includes(actor.id) ?? false
      const shown = device.replica.get('shift', shift)?.claimedBy.includes(actor.id) ?? false
      const failed = device.refused.has(asked.get(shift) ?? '')
      return holds !== shown || (asked.has(shift) && holds === failed)
    }))
    for (const { device } of phones) device.end()
    await board.close()
    return { ok: wrong.length === 0 && cuts > 0, cuts, asked: phones.reduce((sum, one) => sum + one.asked.size, 0), wrong: wrong.length, first: wrong[0] ?? null }
  },
}

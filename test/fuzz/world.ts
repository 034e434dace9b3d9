import type { CommandName } from '../../shared/commands.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Answer } from '../../shared/core/protocol.ts'
import type { Host } from './host.ts'
import { setImmediate } from 'node:timers/promises'
import { vi } from 'vitest'
import { memoryStore } from '../../server/board/store-memory.ts'
import { noon, who } from '../support/given.ts'
import { chance } from '../support/random.ts'
import { host } from './host.ts'
import { person } from './person.ts'
import { whim } from './whims.ts'

export const actors: readonly Actor[] = [
  who.coordinator,
  who.inspector,
  who.officer,
  { id: 'sven', role: 'officer', township: 'south' },
  who.unit,
  who.volunteer,
  { id: 'cat', role: 'volunteer', approved: true },
  { id: 'dan', role: 'volunteer', approved: true },
]
const morning: readonly CommandName[] = ['openShift', 'openShift', 'openShift', 'reportIssue', 'reportIssue', 'postShortage', 'postShortage', 'addPlace', 'addPlace', 'addPlace', 'receiveStock', 'receiveStock', 'openPost', 'planShifts', 'formCrew']

/** Two hosts on one store, eight people who act as on the pages, and connections that break. All of it from one seed. */
export async function world(seed: number) {
  const luck = chance(seed)
  const mood = { calm: true }
  const store = memoryStore()
  const bugs: unknown[] = []
  const given: { readonly command: Command, readonly actor: Actor }[] = []
  const receipts: Extract<Answer, { ok: true }>[] = []
  let minutes = 0
  let ids = 0
  const fresh = () => `x${++ids}`
  const now = () => noon + minutes * 60_000
  const open = () => host(store, { luck, now, mood, onBug: bug => bugs.push(bug) })
  const hosts: Host[] = [await open(), await open()]
  const people = actors.map(actor => person(actor.id === 'dan' ? { ...actor, approved: false } : actor, {
    luck,
    now,
    fresh,
    hosts,
    everybody: actors,
    onGiven: (command, by) => given.push({ command, actor: by }),
    onReceipt: receipt => receipts.push(receipt),
  }))

  // A morning's work, so that people have records to conflict over.
  for (const name of morning) {
    const { authority } = luck.one(hosts)
    // Work that begins on one host continues on the other.
    await authority.catchUp()
    const command = { id: fresh(), ...whim(who.coordinator, authority.board, luck, fresh, [], [name]) }
    given.push({ command, actor: who.coordinator })
    await authority.submit(command, who.coordinator)
  }
  mood.calm = false

  const anybody = () => luck.one(people)
  const deeds: readonly (readonly [number, () => unknown])[] = [
    [200, () => anybody().act()],
    [240, () => anybody().up()],
    [360, () => anybody().down()],
    [100, () => anybody().knock()],
    [10, () => anybody().turnedAway()],
    [12, () => anybody().cut()],
    [10, () => anybody().again()],
    [10, () => anybody().link.wake()],
    [4, () => anybody().link.reconnect()],
    [6, () => anybody().reload()],
    [3, () => people.find(one => one.actor.approved === false)?.approve()],
    [15, () => {
      const late = luck.one(given)
      void luck.one(hosts).authority.submit(late.command, late.actor)
    }],
    [40, () => void luck.one(hosts).authority.catchUp()],
    [4, async () => {
      const i = luck.below(hosts.length)
      hosts[i]?.stop()
      const next = await open()
      for (const each of people) each.cut()
      hosts[i] = next
    }],
  ]
  const all = deeds.reduce((sum, [weight]) => sum + weight, 0)

  return {
    store,
    hosts,
    people,
    bugs,
    given,
    receipts,
    async step(): Promise<void> {
      let dice = luck.below(all)
      await deeds.find(([weight]) => (dice -= weight) < 0)?.[1]()
      minutes += luck.below(2)
      vi.advanceTimersByTime(luck.below(80))
      for (let i = luck.below(4); i >= 0; i--) await setImmediate()
    },
    /** An outsider sends another person's command under their own name. */
    forge(): Promise<Answer> {
      const { id, name, args, actor } = luck.one(store.log)
      return luck.one(hosts).authority.submit({ id, name, args }, luck.one(actors.filter(one => one.id !== actor)))
    },
    /** With working connections and free disks, runs until nothing is left to do; false when that does not happen. */
    async calm(done: () => boolean): Promise<boolean> {
      mood.calm = true
      for (let round = 0; round < 1000 && !done(); round++) {
        for (const one of people) {
          one.knock()
          while (one.busy()) {
            one.up()
            one.down()
          }
        }
        for (const { authority } of hosts) void authority.catchUp()
        vi.advanceTimersByTime(round > 20 ? 500 : 50)
        for (let i = 0; i < 12; i++) await setImmediate()
      }
      return done()
    },
    end(): void {
      for (const { stop } of hosts) stop()
      for (const one of people) one.link.end()
    },
  }
}

export type World = Awaited<ReturnType<typeof world>>

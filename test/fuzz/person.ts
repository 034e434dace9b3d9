import type { LinkState } from '../../client/sync/link.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Answer, Frame, Resume, Snapshot } from '../../shared/core/protocol.ts'
import type { Chance } from '../support/random.ts'
import type { Host } from './host.ts'
import { setImmediate } from 'node:timers/promises'
import { link } from '../../client/sync/link.ts'
import { Replica } from '../../client/sync/replica.ts'
import { commitsFor } from '../../server/line/frames.ts'
import * as rules from '../../shared/core/decide.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { audienceOf } from '../../shared/core/sight.ts'
import { ownParts } from '../../shared/own-parts.ts'
import { facts } from '../support/given.ts'
import { shelf } from '../support/shelf.ts'
import { take } from '../support/taken.ts'
import { wire } from '../support/wire.ts'
import { whim } from './whims.ts'

interface Around {
  readonly luck: Chance
  readonly now: () => number
  readonly fresh: () => string
  readonly everybody: readonly Actor[]
  readonly hosts: readonly Host[]
  readonly onGiven: (command: Command, actor: Actor) => void
  readonly onReceipt: (receipt: Extract<Answer, { ok: true }>) => void
}

/** A person with a device: the real replica and link, a vault in memory, a separate clock, and a connection that the test controls. */
export function person(self: Actor, { luck, now, fresh, everybody, hosts, onGiven, onReceipt }: Around) {
  let actor = self
  let audience = audienceOf(actor)
  const vault = shelf()
  const skew = (luck.below(120) - 60) * 1000
  const seen: Frame[] = []
  let host = luck.one(hosts)
  let state: LinkState = 'offline'
  let inbox: (() => void)[] = []
  let page = load()

  function load() {
    const line = wire()
    const screen = new Map<string, unknown>()
    const replica: Replica = new Replica({ rules, actor, facts, now: () => now() + skew, onChange: (keys) => {
      for (const key of keys) {
        const [kind, id] = key.split('/') as ['issue', string]
        screen.set(key, replica.get(kind, id))
      }
    } })
    replica.restore([...vault.kept.values()])
    const live = link({
      replica,
      vault,
      socket: line.socket,
      snapshot: async (): Promise<Snapshot> => {
        await setImmediate()
        return take(host.authority, audience)
      },
      onState: next => state = next,
      onRefused: () => {},
      random: luck.next,
      patience: { first: 100, cap: 1000, answer: 3000 },
    })
    live.start()
    return { line, replica, live, screen }
  }

  const send = (frame: Frame) => {
    seen.push(frame)
    inbox.push(() => page.line.tell('frame', frame))
  }
  function leave(): void {
    for (const { rooms, people } of hosts) {
      rooms.get(audience)?.delete(send)
      people.delete(actor.id)
    }
    inbox = []
  }

  return {
    get actor() {
      return actor
    },
    get audience() {
      return audience
    },
    vault,
    get screen() {
      return page.screen
    },
    get replica() {
      return page.replica
    },
    get link() {
      return page.live
    },
    state: () => `${state}, ${page.line.connected ? 'connected' : 'apart'}`,
    busy: () => inbox.length + page.line.sent.length > 0,
    cut(): void {
      leave()
      page.line.cut()
    },
    /** Approves the person: the connection is cut, and the next one has their new role. */
    approve(): void {
      leave()
      actor = { ...actor, approved: true }
      audience = audienceOf(actor)
      page.line.cut()
    },
    /** Closes or crashes the tab, and opens it again. */
    reload(): void {
      leave()
      page.live.end()
      page = load()
    },
    /** Connects the device to any host, if it is asking for a connection. */
    knock(): void {
      if (!page.line.wanted) return
      host = luck.one(hosts)
      leave()
      page.line.accept()
      const said = actor
      inbox.push(() => page.line.tell('actor', said))
    },
    turnedAway(): void {
      if (page.line.wanted) page.line.refuse()
    },
    /** The host reads one message, as `server/line/line.ts` does. */
    up(): void {
      const sent = page.line.sent.shift()
      if (!sent) return
      const { authority, rooms, people } = host
      const box = inbox
      if (sent.event === 'resume') {
        const { epoch, seq, audience: before } = sent.body as Resume
        const missed = epoch === authority.epoch && before === audience ? authority.since(seq) : null
        if (!missed) return void box.push(() => sent.answer({ ok: false, code: 'resync' }))
        const frame = { epoch, from: seq, to: authority.board.seq, commits: commitsFor(audience, missed) }
        rooms.set(audience, (rooms.get(audience) ?? new Set()).add(send))
        people.set(actor.id, { actor, send: news => box.push(() => page.line.tell('own', news)) })
        const own = structuredClone(ownParts(authority.board, actor))
        return void box.push(() => sent.answer({ ok: true, frame, own }))
      }
      void authority.submit(sent.body as Command, actor).then((answer) => {
        if (answer.ok) onReceipt(answer)
        box.push(() => sent.answer(answer))
      })
    },
    /** The page reads one message. */
    down: () => inbox.shift()?.(),
    /** Delivers an old frame again. */
    again(): void {
      if (page.line.connected && seen.length) page.line.tell('frame', luck.one(seen))
    },
    /** Does something that the rules allow on what this person sees, if there is anything. */
    async act(): Promise<void> {
      for (let tries = 0; tries < 4; tries++) {
        const command = { id: fresh(), ...whim(actor, page.replica, luck, fresh, everybody.map(one => one.id)) }
        try {
          await vault.keep(page.replica.dispatch(command))
          onGiven(command, actor)
          return page.live.flush()
        } catch (error) {
          if (!(error instanceof Rejection)) throw error
        }
      }
    },
  }
}

export type Person = ReturnType<typeof person>

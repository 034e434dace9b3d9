import type { LinkState } from '../../client/sync/link.ts'
import type { RefusedWork } from '../../client/sync/refused.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Frame, Snapshot } from '../../shared/core/protocol.ts'
import type { Sent } from './wire.ts'
import { afterEach, beforeEach, vi } from 'vitest'
import { link } from '../../client/sync/link.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { facts, noon, who } from './given.ts'
import { shelf } from './shelf.ts'
import { wire } from './wire.ts'

/** A real replica and link on a wire and a clock that the test controls. */

export const patience = { first: 500, cap: 30_000, answer: 10_000 }
export const empty = (from: number, to = from, epoch = 'e'): Frame => ({ epoch, from, to, commits: [] })
export const note = (id: string): Command => ({ id, name: 'announce', args: { announcement: id, text: id } })
/** The device of this test. */
export const stage = {} as ReturnType<typeof device>

function device(random = () => 0.5) {
  const line = wire()
  const vault = shelf()
  const states: LinkState[] = []
  const refused: RefusedWork[] = []
  const frames: Frame[] = []
  let snapshot: () => Promise<Snapshot> = async () => ({ epoch: 'e', seq: 5, records: {} })
  let fetched = 0
  const replica = new Replica({ rules, actor: who.coordinator, facts, now: () => noon })
  replica.load({ epoch: 'e', seq: 5, records: {} })
  const it = link({
    replica,
    vault,
    socket: line.socket,
    snapshot: () => {
      fetched++
      return snapshot()
    },
    onState: state => states.push(state),
    onFrame: frame => frames.push(frame),
    onRefused: one => refused.push(one),
    random,
    patience,
  })
  return {
    line,
    vault,
    states,
    refused,
    frames,
    replica,
    link: it,
    fetched: () => fetched,
    snapshots: (next: () => Promise<Snapshot>) => snapshot = next,
    async say(id: string) {
      await vault.keep(replica.dispatch(note(id)))
      it.flush()
    },
  }
}

/** Replaces the device by another one. */
export function begin(random?: () => number): void {
  Object.assign(stage, device(random))
}

/** Runs everything that is ready, without advancing the clock. */
export const settle = () => vi.advanceTimersByTimeAsync(0)

export async function next(event: string): Promise<Sent> {
  await settle()
  const sent = stage.line.sent.shift()
  if (sent?.event !== event) throw new Error(`expected ${event}, got ${sent?.event}`)
  return sent
}

/** Connects to a server that takes so many commands in one message; one of an earlier build does not say. */
export async function goLive(several?: number): Promise<void> {
  stage.link.start()
  stage.line.accept()
  const resume = await next('resume')
  resume.answer({ ok: true, frame: empty(5), own: [], several })
  await settle()
}

export const accept = (sent: Sent, seq: number, more = {}) => sent.answer({ ok: true, id: (sent.body as Command).id, seq, epoch: 'e', ...more })

/** Gives each test of the file its own device and clock. */
export function eachOnItsOwn(): void {
  beforeEach(() => {
    vi.useFakeTimers()
    begin()
  })
  afterEach(() => {
    stage.link.end()
    vi.useRealTimers()
  })
}

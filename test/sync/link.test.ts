import type { LinkState, Refused } from '../../client/sync/link.ts'
import type { Command } from '../../shared/command.ts'
import type { Frame, Snapshot } from '../../shared/protocol.ts'
import type { Sent } from '../support/wire.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { link } from '../../client/sync/link.ts'
import { Replica } from '../../client/sync/replica.ts'
import { facts, make, noon, who } from '../support/given.ts'
import { shelf } from '../support/shelf.ts'
import { wire } from '../support/wire.ts'

const patience = { first: 500, cap: 30_000, answer: 10_000 }
const empty = (from: number, to = from, epoch = 'e'): Frame => ({ epoch, from, to, commits: [] })
const note = (id: string): Command => ({ id, name: 'announce', args: { announcement: id, text: id } })
let stage: ReturnType<typeof device>

function device(random = () => 0.5) {
  const line = wire()
  const vault = shelf()
  const states: LinkState[] = []
  const refused: Refused[] = []
  const frames: Frame[] = []
  let snapshot: () => Promise<Snapshot> = async () => ({ epoch: 'e', seq: 5, records: {} })
  let fetched = 0
  const replica = new Replica({ actor: who.coordinator, facts, now: () => noon })
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

/** Lets everything that is ready happen, without time passing. */
const settle = () => vi.advanceTimersByTimeAsync(0)

async function next(event: string): Promise<Sent> {
  await settle()
  const sent = stage.line.sent.shift()
  if (sent?.event !== event) throw new Error(`expected ${event}, got ${sent?.event}`)
  return sent
}

async function goLive(): Promise<void> {
  stage.link.start()
  stage.line.accept()
  const resume = await next('resume')
  resume.answer({ ok: true, frame: empty(5) })
  await settle()
}

const accept = (sent: Sent, seq: number, more = {}) => sent.answer({ ok: true, id: (sent.body as Command).id, seq, epoch: 'e', ...more })

beforeEach(() => {
  vi.useFakeTimers()
  stage = device()
})
afterEach(() => {
  stage.link.end()
  vi.useRealTimers()
})

it('[D4] resume comes first, from where the board is; then the queue in order, each until answered', async () => {
  await stage.say('a')
  await stage.say('b')
  stage.link.start()
  stage.line.accept()
  const resume = await next('resume')
  expect(resume.body).toEqual({ epoch: 'e', seq: 5 })
  expect(stage.line.sent).toEqual([])
  resume.answer({ ok: true, frame: empty(5, 7) })
  const first = await next('command')
  expect([(first.body as Command).id, stage.line.sent.length, stage.replica.seq]).toEqual(['a', 0, 7])
  accept(first, 8)
  const second = await next('command')
  expect((second.body as Command).id).toBe('b')
  expect([...stage.vault.kept.keys()]).toEqual(['b'])
  accept(second, 9)
  await settle()
  expect(stage.vault.kept.size).toBe(0)
  expect(stage.states).toEqual(['catching', 'live'])
})

it('[D3] only our own receipt lets go: another id, another epoch, or none keeps the command and asks again', async () => {
  await goLive()
  await stage.say('a')
  for (const wrong of [{ id: 'b' }, { epoch: 'other' }, { id: undefined }, { epoch: undefined }]) {
    accept(await next('command'), 6, wrong)
    const resume = await next('resume')
    expect([...stage.vault.kept.keys()]).toEqual(['a'])
    resume.answer({ ok: true, frame: empty(5) })
  }
  accept(await next('command'), 6)
  await settle()
  expect(stage.vault.kept.size).toBe(0)
})

it('[D3] no answer in time, or a line that is cut: the outcome is unknown, and the same command is sent again', async () => {
  await goLive()
  await stage.say('a')
  await next('command')
  await vi.advanceTimersByTimeAsync(patience.answer)
  const resume = await next('resume')
  resume.answer({ ok: true, frame: empty(5) })
  await next('command')
  stage.line.cut()
  await vi.advanceTimersByTimeAsync(patience.cap)
  stage.line.accept()
  const again = await next('resume')
  again.answer({ ok: true, frame: empty(5) })
  accept(await next('command'), 6)
  await settle()
  expect(stage.vault.kept.size).toBe(0)
  expect(stage.replica.queue).toMatchObject([{ accepted: 6 }])
})

it('[D3] one\'s own commit is a receipt too, when the answer was lost with the line', async () => {
  await goLive()
  await stage.say('a')
  await next('command')
  const { changes, command } = { changes: stage.replica.preview(note('x')), command: note('a') }
  stage.line.tell('frame', { ...empty(5, 6), commits: [{ seq: 6, id: command.id, name: command.name, actor: 'ann', at: noon, changes }] })
  stage.line.cut()
  await settle()
  expect([stage.replica.queue.length, stage.vault.kept.size]).toEqual([0, 0])
})

it.each(['slow_down', 'busy', 'storage_full'] as const)('[D3] %s means later, not no: it waits as long as it was told', async (code) => {
  await goLive()
  await stage.say('a')
  const sent = await next('command')
  sent.answer({ ok: false, code, retryAfter: 3000 })
  await vi.advanceTimersByTimeAsync(2999)
  expect(stage.line.sent).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  accept(await next('command'), 6)
  await settle()
  expect([stage.refused, stage.vault.kept.size]).toEqual([[], 0])
})

it('[D2] what is refused goes from the view, is kept for its author, and does not block what follows', async () => {
  await goLive()
  await stage.say('a')
  await stage.say('b')
  const first = await next('command')
  first.answer({ ok: false, code: 'exists', detail: 'x' })
  const second = await next('command')
  expect(stage.replica.get('announcement', 'a')).toBeUndefined()
  expect(stage.refused).toMatchObject([{ command: { id: 'a' }, at: noon, refusal: { code: 'exists', detail: 'x' } }])
  expect([...stage.vault.refused.keys()]).toEqual(['a'])
  expect([...stage.vault.kept.keys()]).toEqual(['b'])
  accept(second, 6)
  await settle()
  expect(stage.vault.kept.size).toBe(0)
})

it('[D5] frames that come while catching up count, also when they are read before the answer', async () => {
  stage.link.start()
  stage.line.accept()
  const resume = await next('resume')
  stage.line.tell('frame', empty(6, 8))
  stage.line.tell('frame', empty(8, 9))
  expect(stage.replica.seq).toBe(5)
  resume.answer({ ok: true, frame: empty(5, 6) })
  await settle()
  expect([stage.replica.seq, stage.states.at(-1)]).toEqual([9, 'live'])
})

it('[D5] an early frame with a gap before it: asks again', async () => {
  stage.link.start()
  stage.line.accept()
  const resume = await next('resume')
  stage.line.tell('frame', empty(8, 9))
  resume.answer({ ok: true, frame: empty(5, 6) })
  const again = await next('resume')
  expect(again.body).toEqual({ epoch: 'e', seq: 6 })
  expect(stage.states.at(-1)).toBe('catching')
})

it('[FR2] a gap on the live line: resumes from where it is; a late duplicate does not', async () => {
  await goLive()
  stage.line.tell('frame', empty(5, 6))
  stage.line.tell('frame', empty(5, 6))
  await settle()
  expect(stage.line.sent).toEqual([])
  expect(stage.frames.map(one => one.to)).toEqual([6])
  stage.line.tell('frame', empty(8, 9))
  expect((await next('resume')).body).toEqual({ epoch: 'e', seq: 6 })
})

it('[FR2] [D7] [F80] another history: the whole board is fetched, then resumed from; the queue is kept and sent', async () => {
  await stage.say('a')
  stage.snapshots(async () => ({ epoch: 'new', seq: 2, records: { zone: [make('zone', { id: 'z1' })] } }))
  stage.link.start()
  stage.line.accept()
  const resume = await next('resume')
  resume.answer({ ok: false, code: 'resync' })
  const again = await next('resume')
  expect(again.body).toEqual({ epoch: 'new', seq: 2 })
  again.answer({ ok: true, frame: empty(2, 2, 'new') })
  const sent = await next('command')
  expect(stage.replica.get('announcement', 'a')).toBeDefined()
  accept(sent, 3, { epoch: 'new' })
  await settle()
  expect([stage.fetched(), stage.vault.kept.size, stage.replica.get('zone', 'z1')?.id]).toEqual([1, 0, 'z1'])
})

it('[D6] the board cannot be fetched: the line is let go and tried again later', async () => {
  stage.snapshots(async () => {
    throw new Error('no route')
  })
  stage.link.start()
  stage.line.accept()
  const resume = await next('resume')
  resume.answer({ ok: false, code: 'resync' })
  await settle()
  expect([stage.line.connected, stage.states.at(-1)]).toEqual([false, 'offline'])
  await vi.advanceTimersByTimeAsync(patience.cap)
  expect(stage.line.wanted).toBe(true)
})

it('[D6] a server that keeps saying no to resume is not asked without pause', async () => {
  stage.link.start()
  stage.line.accept()
  for (let i = 0; i < 50; i++) {
    await settle()
    stage.line.sent.shift()?.answer({ ok: false, code: 'internal' })
  }
  expect(stage.fetched()).toBeLessThanOrEqual(5)
  await vi.advanceTimersByTimeAsync(patience.cap)
  expect(stage.line.wanted || stage.line.sent.length > 0).toBe(true)
})

/** The pauses before each of `n` attempts, with this luck. */
async function pauses(n: number, luck: number): Promise<number[]> {
  stage.link.end()
  stage = device(() => luck)
  stage.link.start()
  const found: number[] = []
  for (let i = 0; i < n; i++) {
    stage.line.refuse()
    const from = Date.now()
    while (!stage.line.wanted) await vi.advanceTimersToNextTimerAsync()
    found.push(Date.now() - from)
  }
  return found
}

it('[D6] it tries for ever, later each time up to a cap, spread by half', async () => {
  const longest = await pauses(40, 1)
  const shortest = await pauses(40, 0)
  expect(longest.slice(0, 4).map(Math.round)).toEqual([500, 1000, 2000, 4000])
  expect(shortest.slice(0, 4).map(Math.round)).toEqual([250, 500, 1000, 2000])
  expect(Math.max(...longest)).toBeLessThanOrEqual(patience.cap)
  expect(Math.min(...shortest.slice(10))).toBe(patience.cap / 2)
})

it('[D6] once it is live again the next pause is short', async () => {
  await pauses(8, 0.5)
  stage.line.accept()
  const resume = await next('resume')
  resume.answer({ ok: true, frame: empty(5) })
  await settle()
  stage.line.cut()
  await vi.advanceTimersByTimeAsync(500)
  expect(stage.line.wanted).toBe(true)
})

it('[D6] [F83] looked at again it tries now; a line that is silent too long is replaced', async () => {
  await pauses(8, 0.5)
  stage.line.refuse()
  expect(stage.line.wanted).toBe(false)
  stage.link.wake()
  expect(stage.line.wanted).toBe(true)
  stage.line.accept()
  const resume = await next('resume')
  resume.answer({ ok: true, frame: empty(5) })
  await settle()
  stage.link.wake()
  expect(stage.line.connected).toBe(true)
  stage.link.reconnect()
  expect([stage.line.connected, stage.line.wanted]).toEqual([false, true])
})

it('[D4] an unanswered resume: the line is as good as cut', async () => {
  stage.link.start()
  stage.line.accept()
  await next('resume')
  await vi.advanceTimersByTimeAsync(patience.answer)
  expect(stage.states).toEqual(['catching', 'offline'])
  await vi.advanceTimersByTimeAsync(patience.cap)
  expect(stage.line.wanted).toBe(true)
})

it('[L4] signed out, by the server or at the door: it stops trying and keeps the work', async () => {
  await goLive()
  await stage.say('a')
  await next('command')
  stage.line.tell('signedOut')
  stage.line.cut('io server disconnect')
  await vi.advanceTimersByTimeAsync(10 * patience.cap)
  stage.link.wake()
  expect([stage.line.wanted, stage.states.at(-1)]).toEqual([false, 'signedOut'])
  expect([...stage.vault.kept.keys()]).toEqual(['a'])
  stage.link.end()
  stage = device()
  stage.link.start()
  stage.line.refuse('signed_out')
  await vi.advanceTimersByTimeAsync(10 * patience.cap)
  expect([stage.line.wanted, stage.states]).toEqual([false, ['signedOut']])
})

it('[D6] ended is ended', async () => {
  await goLive()
  stage.link.end()
  stage.link.wake()
  await vi.advanceTimersByTimeAsync(10 * patience.cap)
  expect([stage.line.connected, stage.line.wanted]).toEqual([false, false])
})

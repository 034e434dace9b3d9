import type { Notice, Shift } from '../../shared/records.ts'
import process from 'node:process'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { atEachStep, atTheEnd, unchanged } from './truths.ts'
import { world } from './world.ts'

// FUZZ_SEEDS=2000 npm run fuzz tells more stories; FUZZ_FROM=1234 FUZZ_SEEDS=1 tells one again.
const from = Number(process.env.FUZZ_FROM ?? 1)
const seeds = Number(process.env.FUZZ_SEEDS ?? 48)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Runs one story and returns its result. */
async function story(seed: number): Promise<Record<string, number>> {
  const it = await world(seed)
  for (let step = 0; step < 400; step++) {
    await it.step()
    // A person to whom nothing has happened is checked every tenth step: that is the rest of the work.
    for (const person of it.people) {
      if (!unchanged(person) || step % 10 === 9) atEachStep(person)
    }
    if (step % 100 === 50) expect((await it.forge()).ok).toBe(false)
  }
  const settled = () => it.people.every(({ replica }) => !replica.queue.length && replica.seq === it.store.log.length)
    && it.people.every(({ vault }) => !vault.kept.size) && it.hosts.every(({ authority }) => authority.board.seq === it.store.log.length)
  const calm = await it.calm(settled)
  if (!calm) {
    throw new Error(`no rest: ${JSON.stringify({
      log: it.store.log.length,
      hosts: it.hosts.map(one => one.authority.board.seq),
      people: it.people.map(one => ({ id: one.actor.id, seq: one.replica.seq, state: one.state(), queue: one.replica.queue.length, kept: one.vault.kept.size })),
    })}`)
  }
  for (const person of it.people) atEachStep(person)
  atTheEnd(it)
  it.end()
  const codes = it.people.flatMap(one => [...one.vault.refused.values()].map(({ refusal }) => refusal.code as string))
  const lively = ['checkInShift', 'tickPresence', 'writeHandover', 'acceptMember', 'acceptSwap', 'claimForCrew', 'planShifts', 'dispatchDelivery', 'receiveDelivery'].map(name => [name, it.store.log.filter(commit => commit.name === name).length])
  const asked = it.store.log.flatMap(commit => commit.changes).filter(({ kind, value }) => kind === 'notice' && (value as Notice).rule === 'offered').length
  // What a leader sees of others, and the parts of a handover, depend on other records.
  const parts = it.people.flatMap(one => (one.replica.snapshot().own ?? []).map(({ part }) => ({ who: one.actor.id, part: part as Partial<Shift> })))
  const led = parts.filter(({ who, part }) => Object.keys(part.presence ?? {}).some(person => person !== who)).length
  const handed = parts.filter(({ part }) => part.handover).length
  return Object.fromEntries([['commits', it.store.log.length], ['led', led], ['handed', handed], ['asked', asked], ...lively, ...[...new Set(codes)].map(code => [code, codes.filter(one => one === code).length])])
}

it(`[D1] [D5] [S2] [S3] [S6] [FR1] [V4] [V9] [V10] [H1] [H2] [H5] [H7] [H8] [H9] [K1] [K3] [K4] [F80] ${seeds} random stories of eight people and two servers all come out right`, async () => {
  const sums: Record<string, number> = {}
  for (let seed = from; seed < from + seeds; seed++) {
    try {
      for (const [what, n] of Object.entries(await story(seed))) sums[what] = (sums[what] ?? 0) + n
    } catch (error) {
      throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error })
    }
  }
  console.log(`${seeds} stories:`, JSON.stringify(sums))
  if (seeds >= 80) {
    for (const what of ['handed', 'checkInShift', 'writeHandover', 'shift_full', 'shift_clash', 'conflict', 'outside_area', 'claimForCrew', 'planShifts', 'receiveDelivery']) expect(sums[what], what).toBeGreaterThan(0)
  }
})

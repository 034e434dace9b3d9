import type { Actor } from '../../shared/core/actor.ts'
import type { Change, Reader } from '../../shared/core/board.ts'
import type { Snapshot } from '../../shared/core/protocol.ts'
import type { AnyRecord, Crew, Kind, Notice, Shift } from '../../shared/records.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'
import { expect } from 'vitest'
import { Replica } from '../../client/sync/replica.ts'
import { Board } from '../../shared/core/board.ts'
import * as rules from '../../shared/core/decide.ts'
import { decide } from '../../shared/core/decide.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { audienceOf, visible } from '../../shared/core/sight.ts'
import { codeFits } from '../../shared/duty/post-code.ts'
import { kinds } from '../../shared/kinds.ts'
import { ownParts } from '../../shared/own-parts.ts'
import { facts } from '../support/given.ts'
import { take } from '../support/taken.ts'
import { keptBooks } from './truths-books.ts'
import { keptDuty } from './truths-duty.ts'
import { actors } from './world.ts'

const listed = (of: Reader) => Object.fromEntries(kinds.flatMap(kind => [...of.all(kind)].map(value => [`${kind}/${value.id}`, value])))

function copy(of: Reader): Board {
  const board = new Board()
  for (const kind of kinds) {
    for (const value of of.all(kind)) board.set({ kind, id: value.id, value })
  }
  return board
}

const seen = new WeakMap<Replica, readonly unknown[]>()

/** Whether a person's board, queue and rights are those of the last time this was asked. */
export function unchanged({ replica }: Person): boolean {
  const now = [replica.epoch, replica.seq, replica.queue, replica.actor, replica.audience]
  const before = seen.get(replica)
  seen.set(replica, now)
  return before !== undefined && now.every((one, i) => one === before[i])
}

/** At every moment: view = confirmed + queue, the screen shows the view, and the view holds nothing that this person may not see. */
export function atEachStep({ replica, screen, actor }: Person): void {
  const expected = copy(replica.confirmed)
  for (const { command, at } of replica.queue) {
    try {
      decide(expected, command, { actor, facts, now: at, real: at, codeFits }).forEach(change => expected.set(change))
    } catch (error) {
      if (!(error instanceof Rejection)) throw error
    }
  }
  const view = listed(replica)
  expect(view).toEqual(listed(expected))
  expect(Object.fromEntries([...screen].filter(([, value]) => value !== undefined))).toEqual(view)
  for (const kind of kinds) {
    for (const value of replica.confirmed.all(kind)) expect(mayBeSeen(actor, replica.confirmed, kind, value), `${actor.id} sees ${kind}/${value.id}`).toBe(true)
  }
}

/** The rule written independently of the product: parts about other people are hidden, except from the leader of the post. */
function mayBeSeen(actor: Actor, board: Reader, kind: Kind, value: AnyRecord): boolean {
  if (kind === 'notice' && (value as Notice).to.person === actor.id) return true
  if (!visible(audienceOf(actor), kind, value)) return false
  if (actor.role !== 'volunteer') return true
  if (kind === 'crew') {
    const { leader, members, requests } = value as Crew
    return leader === actor.id || (members.every(({ skills, trained }) => !skills.length && !trained.length) && requests.every(({ person }) => person === actor.id))
  }
  if (kind !== 'shift') return true
  const { post, claimedBy, presence, overrides, swaps, handover, id, endsAt } = value as Shift
  if (post && board.get('post', post)?.leader === actor.id) return true
  const mine = (people: readonly string[]) => people.every(person => person === actor.id)
  const reads = !handover || handover.by === actor.id || claimedBy.includes(actor.id)
    || [...board.all('shift')].some(next => next.id !== id && post && next.post === post && next.claimedBy.includes(actor.id) && next.startsAt >= endsAt - 3_600_000)
  return mine(Object.keys(presence)) && mine(Object.keys(overrides)) && swaps.every(({ by, to }) => [by, to].includes(actor.id)) && reads
}

/** The log alone: every seq once, every id once, and each commit follows by the rules from the board before it. */
export function theLog({ store: { log } }: Pick<World, 'store'>): void {
  expect(log.map(commit => commit.seq)).toEqual(log.map((_, i) => i + 1))
  expect(new Set(log.map(commit => commit.id)).size).toBe(log.length)
  const board = new Board()
  for (const { id, name, args, actor, at, changes } of log) {
    const by = actors.find(one => one.id === actor)
    if (!by) throw new Error(`${actor} is nobody`)
    expect(decide(board, { id, name, args }, { actor: by, now: at, real: at, facts, codeFits })).toEqual(changes)
    const before = new Map([...board.all('shift')].map(shift => [shift.id, shift]))
    for (const change of changes as Change[]) board.set(change)
    if (changes.some(change => change.kind === 'shift')) keptDuty(board, before, name)
    if (changes.some(({ kind }) => kind === 'stock' || kind === 'shortage' || kind === 'delivery')) keptBooks(board)
  }
}

/** After everything has settled: everybody has the same records, as far as they may see them, and nothing was lost. */
export function atTheEnd(world: World): void {
  const { people, hosts, store, given, receipts, bugs } = world
  expect(bugs).toEqual([])
  theLog(world)
  const truth = new Board()
  for (const commit of store.log) commit.changes.forEach(change => truth.set(change))
  for (const { authority } of hosts) expect(listed(authority.board)).toEqual(listed(truth))
  for (const { replica, actor, audience, vault } of people) {
    truth.seq = store.log.length
    const fresh = new Replica({ rules, actor, facts })
    fresh.load(take({ board: truth, epoch: replica.epoch }, audience))
    fresh.own(ownParts(truth, actor))
    const owned = ({ own = [] }: Snapshot) => Object.fromEntries(own.map(one => [`${one.kind}/${one.id}`, one.part]))
    expect(replica.seq).toBe(fresh.seq)
    expect(replica.audience).toBe(audience)
    expect(owned(replica.snapshot())).toEqual(owned(fresh.snapshot()))
    expect(listed(replica)).toEqual(listed(fresh))
    expect(replica.queue).toEqual([])
    expect([...vault.kept.keys()]).toEqual([])
  }
  const refused = new Set(people.flatMap(one => [...one.vault.refused.keys()]))
  const kept = new Map(store.log.map(commit => [commit.id, commit]))
  for (const { command, actor } of given) {
    expect(kept.has(command.id) || refused.has(command.id), `${command.id} is lost`).toBe(true)
    if (kept.has(command.id)) expect(kept.get(command.id)?.actor).toBe(actor.id)
  }
  for (const { id, seq } of receipts) expect(kept.get(id)?.seq).toBe(seq)
  expect(store.log.every(commit => given.some(one => one.command.id === commit.id))).toBe(true)
}

import type { Others } from '../../server/board/authority-options.ts'
import type { Store } from '../../server/board/store.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { alone } from '../../server/board/authority-options.ts'
import { Authority } from '../../server/board/authority.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { openDatabase } from '../../server/database/database.ts'
import { facts, noon, who } from '../support/given.ts'
import { tempFolder } from '../support/temp.ts'

let n = 0
const add = (place = `p${++n}`, id = `c${++n}`): Command => ({ id, name: 'addPlace', args: { place, name: 'x', kind: 'school', township: 'north', lng: 1, lat: 2 } })
const open = (store: Store, more = {}) => Authority.open(store, { facts, now: () => noon, ...more })

/** A memory store whose appends can be watched and made to fail. */
function watched() {
  const store = memoryStore()
  const batches: number[] = []
  let failing: Error | null = null
  return {
    ...store,
    batches,
    fail: (error: Error | null) => failing = error,
    async append(commits: readonly Commit[]) {
      batches.push(commits.length)
      if (failing) throw failing
      return store.append(commits)
    },
  }
}

it('[S1] commands that wait together share one append: stored first, then applied and published, then answered', async () => {
  const store = watched()
  const authority = await open(store)
  const order: string[] = []
  authority.onApplied(applied => order.push(`published ${applied.map(one => one.commit.seq)} with ${authority.board.size('place')} and ${store.log.length} kept`))
  const answers = [1, 2, 3].map(i => authority.submit(add(), who.coordinator).then(answer => order.push(`answered ${i} ${answer.ok}`)))
  await Promise.all(answers)
  expect(store.batches).toEqual([3])
  expect(order).toEqual(['published 1,2,3 with 3 and 3 kept', 'answered 1 true', 'answered 2 true', 'answered 3 true'])
})

it('[CL2] a server that may be the writer no longer refuses nobody by what it knows: the command is to be sent again; what it has stored it acknowledges', async () => {
  let sure = true
  const authority = await open(watched(), { others: { ...alone, sure: () => sure } })
  const command = add('p')
  expect(await authority.submit(add('p'), who.coordinator)).toMatchObject({ ok: true })
  expect(await authority.submit(command, who.coordinator)).toMatchObject({ ok: false, code: 'exists' })
  sure = false
  expect(await authority.submit(command, who.coordinator)).toMatchObject({ ok: false, code: 'busy' })
  expect(await authority.submit(add(), who.coordinator)).toMatchObject({ ok: true })
})

/** A store that takes nothing from this server any more. */
const fenced = () => ({ ...watched(), append: async () => {
  throw Object.assign(new Error('fenced'), { code: 'FENCED' })
} })

it('[D17] [CL13] of a message whose board another server has by now only the first is decided there: its device sends the others again', async () => {
  let [holds, given] = [true, 0]
  const others: Others = { ...alone, holds: () => holds, lost: async () => void (holds = false), give: async ({ id }) => ({ ok: true, id, seq: ++given, epoch: 'theirs' }) }
  const authority = await open(fenced(), { others, batch: 2 })
  const answers = await authority.submitInOrder([add(), add(), add()], who.coordinator)
  expect(answers.map(answer => answer.ok || answer.code)).toEqual([true, 'busy'])
  expect(given).toBe(1)
})

it('[CL13] commands whose board another server has by now are decided there; while it is not known who has it they are to be sent again', async () => {
  const store = fenced()
  let [holds, given] = [true, 0]
  const others: Others = { ...alone, holds: () => holds, lost: async () => void (holds = given > 0), give: async ({ id }) => ({ ok: true, id, seq: ++given, epoch: 'theirs' }) }
  const authority = await open(store, { others })
  const answers = await Promise.all([add('p'), add('q')].map(command => authority.submit(command, who.coordinator)))
  expect(answers).toMatchObject([{ ok: true, seq: 1 }, { ok: true, seq: 2 }])
  expect(authority.board.get('place', 'p')).toBeUndefined()
  expect(await authority.submit(add('r'), who.coordinator)).toMatchObject({ ok: true, seq: 3 })
  holds = true
  expect(await authority.submit(add('s'), who.coordinator)).toMatchObject({ ok: false, code: 'busy' })
  expect(given).toBe(3)
})

it('[S1] a batch is bounded', async () => {
  const store = watched()
  const authority = await open(store, { batch: 4 })
  await Promise.all(Array.from({ length: 10 }, () => authority.submit(add(), who.coordinator)))
  expect(store.batches).toEqual([4, 4, 2])
})

it('[D17] the commands of one message share one append, decided in order up to the first that is refused; others beside them are not touched', async () => {
  const store = watched()
  const counted: boolean[] = []
  const authority = await open(store, { onAnswered: (_ms: number, ok: boolean) => counted.push(ok) })
  const [message, beside] = await Promise.all([
    authority.submitInOrder([add('a'), add('b'), add('a'), add('c'), add('d')], who.coordinator),
    authority.submit(add('e'), who.coordinator),
  ])
  expect(message.map(answer => answer.ok ? answer.seq : answer.code)).toEqual([1, 2, 'exists'])
  expect([beside, store.batches, [...authority.board.all('place')].map(({ id }) => id)]).toEqual([expect.objectContaining({ ok: true, seq: 3 }), [3], ['a', 'b', 'e']])
  expect(counted).toEqual([true, true, false, true])
})

it('[D17] [S5] where a message needs two appends, nothing is done behind the one that is refused or cannot be stored', async () => {
  const store = watched()
  const authority = await open(store, { batch: 2 })
  const told = async (...message: readonly Command[]) => (await authority.submitInOrder(message, who.coordinator)).map(answer => answer.ok ? answer.seq : answer.code)
  expect(await told(add('a'), add('a'), add('b'), add('c'))).toEqual([1, 'exists'])
  const message = [add(), add(), add()]
  store.fail(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }))
  expect(await told(...message)).toEqual(['storage_full'])
  store.fail(null)
  expect(await told(...message)).toEqual([2, 3, 4])
})

it('[S2] a repeated command acts once and gets its first answer, in the same batch and later', async () => {
  const store = watched()
  const authority = await open(store)
  const command = add()
  const answers = await Promise.all([authority.submit(command, who.coordinator), authority.submit(command, who.coordinator)])
  const later = await authority.submit(command, who.coordinator)
  expect(answers).toEqual([later, later])
  expect(later).toEqual({ ok: true, id: command.id, seq: 1, epoch: 'memory' })
  expect(store.log.length).toBe(1)
})

it('[S2] a command id used by another person is a forgery', async () => {
  const authority = await open(memoryStore())
  const command = add()
  await authority.submit(command, who.coordinator)
  expect(await authority.submit(command, who.inspector)).toMatchObject({ ok: false, code: 'forbidden' })
  expect(await authority.submit({ ...command, name: 'announce' }, who.viewer)).toMatchObject({ ok: false, code: 'forbidden' })
})

it('[S2] a command id reused with other arguments or another name is a forgery, even by the same person', async () => {
  const authority = await open(memoryStore())
  const command = add()
  const receipt = await authority.submit(command, who.coordinator)
  const args = command.args as object
  const others: readonly Command[] = [{ ...command, args: { ...args, name: 'y' } }, { ...command, args: { ...args, note: 'more' } }, { ...command, name: 'announce' }, { ...command, name: 'toString' }, { ...command, args: null }]
  for (const other of others) expect(await authority.submit(other, who.coordinator)).toMatchObject({ ok: false, code: 'forbidden' })
  // These are the same command: keys in another order, a default spelled out, spaces that are trimmed.
  const again = { ...Object.fromEntries(Object.entries(args).reverse()), note: '', name: ' x ' }
  expect(await authority.submit({ ...command, args: again }, who.coordinator)).toEqual(receipt)
})

it('[S2] two uses of one id in one batch: the first is done, the other is a forgery', async () => {
  const store = watched()
  const authority = await open(store)
  const command = add()
  const answers = await Promise.all([command, { ...command, args: { ...command.args as object, name: 'y' } }].map(one => authority.submit(one, who.coordinator)))
  expect(answers).toMatchObject([{ ok: true, seq: 1 }, { ok: false, code: 'forbidden' }])
  expect(store.log.length).toBe(1)
})

it('[S3] [F62] two authorities on one store: the one that loses the race decides again on the new state', async () => {
  const store = memoryStore()
  const [one, two] = await Promise.all([open(store), open(store)])
  await one.submit({ id: 'open', name: 'openShift', args: { shift: 's', title: 'x', township: 'north', lng: 1, lat: 2, startsAt: noon, endsAt: noon + 1000, needed: 1 } }, who.coordinator)
  await two.catchUp()
  const claim = (id: string) => ({ id, name: 'claimShift', args: { shift: 's' } })
  const answers = await Promise.all([one.submit(claim('a'), who.volunteer), two.submit(claim('b'), who.inspector)])
  expect(answers.filter(answer => answer.ok).length).toBe(1)
  expect(answers.find(answer => !answer.ok)).toMatchObject({ code: 'shift_full' })
  await Promise.all([one.catchUp(), two.catchUp()])
  expect(one.board.get('shift', 's')).toEqual(two.board.get('shift', 's'))
})

it('[S3] a store that always answers "taken" is not retried for ever', async () => {
  const store = { ...memoryStore(), append: async () => false }
  const authority = await open(store)
  expect(await authority.submit(add(), who.coordinator)).toMatchObject({ ok: false, code: 'busy' })
  expect(authority.board.seq).toBe(0)
})

it('[S4] a bug in one command answers internal to its sender and leaves the rest of the batch alone', async () => {
  const bugs: unknown[] = []
  const authority = await open(memoryStore(), { onBug: (error: unknown) => bugs.push(error) })
  const trap = { id: 'trap', name: 'addPlace', get args(): unknown {
    throw new Error('a bug')
  } }
  const answers = await Promise.all([authority.submit(add(), who.coordinator), authority.submit(trap, who.coordinator), authority.submit(add(), who.coordinator)])
  expect(answers.map(answer => answer.ok || answer.code)).toEqual([true, 'internal', true])
  expect(bugs).toHaveLength(1)
  expect(authority.board.seq).toBe(2)
})

it('[S5] a full disk answers storage_full and changes nothing; commands work again once there is room', async () => {
  const store = watched()
  const authority = await open(store)
  const command = add()
  store.fail(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }))
  expect(await authority.submit(command, who.coordinator)).toMatchObject({ ok: false, code: 'storage_full' })
  expect([authority.board.seq, authority.board.size('place')]).toEqual([0, 0])
  store.fail(null)
  expect(await authority.submit(command, who.coordinator)).toMatchObject({ ok: true, seq: 1 })
})

it('[S7] a lock held by another process is waited for, then answered busy; nothing changes, and commands work again once the lock is free', async () => {
  const file = path.join(tempFolder(), 'board.db')
  const [ours, other] = [openDatabase(file), openDatabase(file)]
  onTestFinished(() => [ours, other].forEach(one => one.close()))
  const bugs: unknown[] = []
  const authority = await open(sqliteStore(ours), { onBug: (bug: unknown) => bugs.push(bug) })
  const command = add()
  other.raw.exec('begin immediate')
  expect(await authority.submit(command, who.coordinator)).toEqual({ ok: false, code: 'busy', retryAfter: 1000 })
  expect([authority.board.seq, authority.board.size('place')]).toEqual([0, 0])
  const late = authority.submit(command, who.coordinator)
  await setTimeout(0)
  other.raw.exec('commit')
  expect(await late).toMatchObject({ ok: true, seq: 1 })
  expect(bugs).toEqual([])
})

it('[S8] a listener that fails affects neither the answer nor the other listeners', async () => {
  const bugs: unknown[] = []
  const authority = await open(memoryStore(), { onBug: (bug: unknown) => bugs.push(bug) })
  const heard: number[] = []
  authority.onApplied(() => {
    throw new Error('a bug')
  })
  authority.onApplied(applied => heard.push(applied.length))
  expect(await authority.submit(add(), who.coordinator)).toMatchObject({ ok: true, seq: 1 })
  expect(await authority.submit(add(), who.coordinator)).toMatchObject({ ok: true, seq: 2 })
  expect(heard).toEqual([1, 1])
  expect(bugs).toHaveLength(2)
})

it('[S6] [FR2] after a restart the tail is loaded again; a seq before it, or from the future, gets a whole board', async () => {
  const store = memoryStore()
  const first = await open(store)
  for (let i = 0; i < 9; i++) await first.submit(add(), who.coordinator)
  const second = await open(store, { tail: 5 })
  expect(second.board.seq).toBe(9)
  expect(second.since(9)).toEqual([])
  expect(second.since(6)?.map(one => one.commit.seq)).toEqual([7, 8, 9])
  expect(second.since(3)).toBe(null)
  expect(second.since(10)).toBe(null)
})

it('[I1] numbers are given in order of arrival, without gaps', async () => {
  const authority = await open(memoryStore())
  const report = (issue: string) => authority.submit({ id: `r${issue}`, name: 'reportIssue', args: { issue, title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 2 } }, who.inspector)
  await Promise.all(['a', 'b', 'c'].map(report))
  expect(['a', 'b', 'c'].map(id => authority.board.get('issue', id)?.no)).toEqual([1, 2, 3])
})

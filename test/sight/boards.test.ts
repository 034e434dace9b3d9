import type { Change } from '../../shared/core/board.ts'
import type { Own } from '../../shared/core/own.ts'
import type { Frame, LogPage, Seen, Snapshot } from '../../shared/core/protocol.ts'
import type { Kind } from '../../shared/records.ts'
import type { Letter } from './readers.ts'
import type { World } from './world.ts'
import { expect, it } from 'vitest'
import { until } from '../support/running-board.ts'
import { letters } from './readers.ts'
import { differences, keyOf, untold, world } from './world.ts'

type Line = Awaited<ReturnType<World['line']>>
type Told = Pick<Change, 'kind' | 'id' | 'value'>

const keys = (changes: readonly Told[]) => new Set(changes.filter(({ value }) => value).map(keyOf))
const gone = (changes: readonly Told[]) => changes.filter(({ value }) => !value).map(keyOf)
/** A private part belongs to a record that the reader also sees, or is a record itself. */
const owned = (parts: readonly Own[]) => parts.filter(({ part }) => part && 'id' in part).map(keyOf)

/** Frames and private parts that came over a connection, in order. */
const frames = ({ said }: Line) => said.filter(({ event }) => event === 'frame').map(({ body }) => body as Frame)
const parts = ({ said }: Line) => said.filter(({ event }) => event === 'own').flatMap(({ body }) => (body as { parts: readonly Own[] }).parts)

async function resumed({ board, line, people }: World, letter: Letter, seq: number): Promise<{ line: Line, frame: Frame, own: readonly Own[] }> {
  const open = await line(people[letter])
  const answer = await open.socket.timeout(10_000).emitWithAck('resume', { epoch: board.authority.epoch, seq }) as { ok: boolean, frame: Frame, own: readonly Own[] }
  expect(answer).toMatchObject({ ok: true })
  return { line: open, ...answer }
}

it('[V1] [V2] [V3] snapshot: the whole board is what the table says, for every reader', async () => {
  const it = await world()
  expect(await differences(it, async (letter) => {
    const { records } = await it.json<Snapshot>(letter, '/board')
    return new Set((Object.keys(records) as Kind[]).flatMap(kind => (records[kind] ?? []).map(({ id }) => `${kind}/${id}`)))
  })).toEqual([])
})

it('[V1] [V2] [V3] [V11] log, recent: they show what the table says, without removals or arguments', async () => {
  const it = await world()
  expect(await differences(it, async (letter) => {
    const { commits } = await it.json<LogPage>(letter, '/log?after=0')
    expect(gone(commits.flatMap(({ changes }) => changes))).toEqual([])
    return keys(commits.flatMap(({ changes }) => changes))
  })).toEqual([])
  expect(await differences(it, async (letter) => {
    const said = await it.text(letter, '/recent')
    expect(said).not.toContain(untold)
    const commits = JSON.parse(said) as Seen[]
    expect(gone(commits.flatMap(({ changes }) => changes))).toEqual([])
    return keys(commits.flatMap(({ changes }) => changes))
  }, { exactly: false })).toEqual([])
})

it.each(['', ' after a restart'])('[V1] [V2] [V3] [V11] [S6] resume: a returning reader%s receives what the table says, without removals', async (restart) => {
  const it = await world()
  if (restart) {
    const port = it.board.port()
    await it.board.stop()
    await it.board.again(port)
  }
  expect(await differences(it, async (letter) => {
    const { frame, own } = await resumed(it, letter, 0)
    const changes = frame.commits.flatMap(commit => commit.changes)
    expect(gone(changes)).toEqual([])
    expect(JSON.stringify(frame)).not.toContain(untold)
    return new Set([...keys(changes), ...owned(own)])
  }, { own: true })).toEqual([])
})

it('[V1] [V2] [V3] [V11] frame: every reader receives what the table says', async () => {
  const it = await world()
  const open = new Map<Letter, Line>()
  for (const letter of letters) open.set(letter, (await resumed(it, letter, it.board.authority.board.seq)).line)
  await it.write(it.table.map(({ kind, id, record }) => ({ kind, id, value: { ...record, touched: 1 } as never })))
  expect(await differences(it, async (letter) => {
    const line = open.get(letter)!
    await until(() => frames(line).at(-1)?.to === it.board.authority.board.seq, 20_000)
    const changes = frames(line).flatMap(({ commits }) => commits.flatMap(commit => commit.changes))
    expect(gone(changes)).toEqual([])
    expect(JSON.stringify(line.said)).not.toContain(untold)
    return new Set([...keys(changes), ...owned(parts(line))])
  }, { own: true })).toEqual([])
})

it('[V4] [V11] frame: when a record moves to a neighbour, its former readers learn only that it is removed, and others learn nothing', async () => {
  const it = await world()
  const open = new Map<Letter, Line>()
  for (const letter of letters) open.set(letter, (await resumed(it, letter, it.board.authority.board.seq)).line)
  const moved = it.table.flatMap((from) => {
    const to = it.table.find(({ kind, sort }) => kind === from.kind && sort === 'neighbour')
    return from.sort === 'own' && to ? [{ from, to, value: { ...to.record, id: from.id } }] : []
  })
  const [first] = moved
  await it.write(moved.map(({ from, value }) => ({ kind: from.kind, id: from.id, value })))
  const wrong: string[] = []
  for (const letter of letters) {
    const line = open.get(letter)!
    await until(() => frames(line).at(-1)?.to === it.board.authority.board.seq, 20_000)
    const commits = frames(line).flatMap(frame => frame.commits)
    for (const { from, to } of moved) {
      const told = commits.filter(({ changes }) => changes.some(change => keyOf(change) === keyOf(from)))
      const as = told.length === 0 ? 'nothing' : told[0]?.changes[0]?.value ? 'a record' : 'a removal'
      // A contact sees their place with its rooms, and a grid worker their grid, by its id, wherever it lies.
      const should = to.seen.includes(letter) || (letter === 'P' && (from.kind === 'place' || from.kind === 'quarantine')) || (letter === 'G' && from.kind === 'grid') ? 'a record' : from.seen.includes(letter) ? 'a removal' : 'nothing'
      if (as !== should) wrong.push(`${letter} is told ${as} of ${keyOf(from)}, not ${should}`)
      if (as === 'a removal') expect(Object.keys(told[0]!).sort()).toEqual(['changes', 'seq'])
    }
  }
  expect(first).toBeDefined()
  expect(wrong).toEqual([])
})

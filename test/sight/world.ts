import type { Change } from '../../shared/core/board.ts'
import type { Kind } from '../../shared/records.ts'
import type { Letter, Person } from './readers.ts'
import type { Case } from './records.ts'
import { expect } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { noon } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'
import { letters, readers } from './readers.ts'
import { cases } from './records.ts'

/** Text in arguments that no timeline may show. */
export const untold = 'x-untold-x'
export const keyOf = ({ kind, id }: Pick<Case, 'kind' | 'id'>) => `${kind}/${id}`

/** A command that timelines of this kind show, so that only visibility hides it from a reader. */
const nameFor = (kind: Kind) => Object.entries(commands).find(([, { tells }]) => tells && kind in tells)?.[0] ?? 'giveNotices'

/** The real server with the whole table on its board, and every reader signed in. */
export async function world() {
  // Each reader asks for everything at once, which is more than a person may.
  const board = await runningBoard({ now: () => noon, pace: { commands: 1e6, seconds: 1 } })
  const people = Object.fromEntries(letters.map(letter => [letter, board.person({ ...readers[letter], name: `x-name-${letter}-x` } as never)])) as Record<Letter, Person>
  const table = cases(Object.fromEntries(letters.map(letter => [letter, people[letter].actor.id])))

  /** Writes as another process on the same store would; later commits are made by this server. */
  async function write(changes: readonly Change[]): Promise<void> {
    const { authority } = board
    const [{ store } = { store: null }] = board.incidents.all()
    const seq = authority.board.seq
    const commits = changes.map((change, i) => ({ seq: seq + i + 1, id: `x-command-${seq + i + 1}`, name: nameFor(change.kind), args: { key: untold, places: [{ [change.kind]: change.id, name: untold }] }, actor: people.K.actor.id, at: noon, changes: [change] }))
    expect(await store?.append(commits)).toBe(true)
    await authority.catchUp()
  }
  await write(table.map(({ kind, id, record }) => ({ kind, id, value: record })))

  /** A connection of this reader, with everything it receives. */
  async function line(person: Person) {
    const said: { readonly event: string, readonly body: unknown }[] = []
    const socket = await board.line(person.cookie, {}, (event, body) => said.push({ event, body }))
    return { said, socket }
  }

  const text = async (letter: Letter, path: string) => await (await people[letter].fetch(`/api/i/first${path}`)).text()
  const json = async <T>(letter: Letter, path: string) => JSON.parse(await text(letter, path)) as T

  return { board, people, table, write, line, text, json }
}

export type World = Awaited<ReturnType<typeof world>>

/** Differences between the table and what a reader received, in words. `exactly`: they must also receive everything they may see. */
export async function differences({ table }: World, read: (letter: Letter) => Promise<ReadonlySet<string>>, { exactly = true, own = false, of = table } = {}): Promise<string[]> {
  const found: string[] = []
  for (const letter of letters) {
    const told = await read(letter)
    for (const one of of) {
      const may = one.seen.includes(letter) || (own && one.own.includes(letter))
      if (told.has(keyOf(one)) && !may) found.push(`${letter} reads ${keyOf(one)}`)
      if (exactly && may && !told.has(keyOf(one))) found.push(`${letter} does not read ${keyOf(one)}`)
    }
  }
  return found
}

/** The records of the table that a text mentions. */
export const spokenOf = ({ table }: World, said: string): Set<string> => new Set(table.filter(({ id }) => id.startsWith('x-') && said.includes(id)).map(keyOf))

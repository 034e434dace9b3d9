import type { CopiedDatabase } from './outbox.ts'
import type { CopiedRow, CopiedRows } from './rows.ts'
import type { SecretFiles } from './secret-files.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { fileName } from './outbox.ts'
import { keyName } from './secret-files.ts'
import { putRow, rowOf } from './tables.ts'

/** How many changes of a database are stored at a time. */
const most = 2000

/** A row that was changed here by what another server wrote, as JSON before and after; null if there is none. */
export interface Turn { readonly table: string, readonly id: string, readonly before: string | null, readonly after: string | null }

interface Options {
  readonly rows: CopiedRows
  readonly secrets: SecretFiles
  /** Opens a database that rows are for; null if there is no such database here, and none can be made. */
  readonly open: (name: string) => Promise<CopiedDatabase | null>
  /** Up to which seq the rows are here, written in the transaction of the rows of the first incident. */
  readonly cursor: { readonly read: () => number | null, readonly write: (seq: number) => void }
  readonly onTurned: (turns: readonly Turn[]) => void
}

/** The databases of this data folder as copies of the rows in PostgreSQL: the writer pushes what has changed here, the others fetch it. */
export function copies({ rows, secrets, open, cursor, onTurned }: Options) {
  const here = new Map<string, CopiedDatabase>()
  /** Those that are open: the folder of an incident whose opening failed is gone. */
  const inUse = () => [...here].filter(([, base]) => base.raw.open)

  /** Stores what has changed in one database. */
  async function pushOne(name: string, base: CopiedDatabase): Promise<void> {
    const { changed, done } = base.next(most)
    const entries: Omit<CopiedRow, 'seq'>[] = []
    for (const { name: table, id } of changed) {
      if (table === fileName) {
        const bytes = await fs.readFile(path.join(base.home, id)).catch(() => null)
        await rows.pushFile(name, id, bytes)
        entries.push({ database: name, name: fileName, id, value: bytes && secrets.sumOf(bytes) })
        continue
      }
      const known = base.tables.get(table)
      if (known) entries.push({ database: name, name: table, id, value: rowOf(base.raw, known, id) })
    }
    const keyFiles = secrets.changed(name, base.home)
    await rows.push([...keyFiles.keys, ...entries])
    keyFiles.done()
    done()
  }

  async function pushAll(): Promise<void> {
    for (const [name, base] of inUse()) {
      while (!base.isEmpty()) await pushOne(name, base)
    }
  }

  /** False once this server is the writer: what comes from PostgreSQL is then older than what is here. */
  let following = true

  /** Writes rows into their database, in one transaction. With `whole` they are all there are: rows that are not among them go. */
  function write(name: string, base: CopiedDatabase, found: readonly CopiedRow[], whole: boolean, upTo: number): Turn[] {
    const turns: Turn[] = []
    base.raw.pragma('secure_delete = ON')
    base.raw.transaction(() => {
      if (whole) {
        for (const table of base.tables.values()) base.raw.exec(`delete from "${table.name}"`)
        base.forget()
      }
      for (const { name: of, id, value } of found) {
        if (of === fileName) base.come(id, value ?? '')
        const table = base.tables.get(of)
        if (!table) continue
        const before = rowOf(base.raw, table, id)
        if (before === value) continue
        putRow(base.raw, table, id, value)
        turns.push({ table: of, id, before, after: value })
      }
      if (name === first) cursor.write(upTo)
    }).immediate()
    return turns
  }

  async function fetchNow(anew: boolean): Promise<void> {
    const known = anew ? null : cursor.read()
    const found = await rows.since(known ?? 0)
    const upTo = found.at(-1)?.seq ?? known ?? 0
    const names = new Set([...found.map(({ database }) => database), ...known === null ? here.keys() : []])
    names.delete(first)
    // The first one last: it says how far the rows are here. What an interruption leaves is written again.
    for (const name of [...names, first]) {
      const own = found.filter(({ database }) => database === name)
      if (!own.length && known !== null) continue
      const base = here.get(name) ?? await open(name)
      if (!base) continue
      here.set(name, base)
      if (!following) return
      for (const row of own.filter(({ name: of }) => of === keyName)) secrets.write(base.home, name, row)
      onTurned(write(name, base, own, known === null, upTo))
    }
  }

  let fetching: Promise<void> = Promise.resolve()
  let pushing: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  let nextFetch: Promise<void> | null = null

  return {
    here,

    /** True if everything that was changed here is in PostgreSQL. */
    isStored: (): boolean => inUse().every(([, base]) => base.isEmpty()),

    /** From now on what changes here is written down, to be stored; nothing is fetched any more. */
    lead(): void {
      following = false
      for (const [, base] of inUse()) base.watch()
    },

    /** Stores what has changed so far. Everybody who asks while something is being stored shares the next round. */
    store(): Promise<void> {
      return next ??= pushing.catch(() => {}).then(() => {
        next = null
        return pushing = pushAll()
      })
    },

    /** Fetches what others have changed. Everybody who asks while something is being fetched shares the next round. */
    fetch(): Promise<void> {
      return nextFetch ??= fetching.catch(() => {}).then(() => {
        nextFetch = null
        return fetching = fetchNow(false)
      })
    },

    /** Fetches the key files of an incident, which its databases need to be opened. */
    async fetchKeys(database: string, home: string): Promise<void> {
      for (const row of (await rows.named(keyName)).filter(one => one.database === database)) secrets.write(home, database, row)
    },

    /** Fetches everything, if this folder may differ: it is new, has what was never acknowledged, or PostgreSQL is older than it. */
    fetchAnew: (): Promise<void> => fetching = fetching.catch(() => {}).then(async () => {
      const known = cursor.read()
      await fetchNow(known === null || inUse().some(([, base]) => !base.isEmpty()) || known > await rows.head())
    }),
  }
}

export type Copies = ReturnType<typeof copies>

/** The database of the first incident also holds the people. */
export const first = 'first'

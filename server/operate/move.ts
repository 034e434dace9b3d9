import type { Home } from '../audit/boards.ts'
import type { PostgresStore } from '../board/store-postgres.ts'
import type { Store } from '../board/store.ts'
import type { Config } from '../core/config.ts'
import type { Database } from '../database/database.ts'
import type { Postgres } from '../postgres/postgres.ts'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { homesOf } from '../audit/boards.ts'
import { copyLog, differs } from '../board/same-log.ts'
import { movedAway, postgresStore } from '../board/store-postgres.ts'
import { replicatedStore } from '../board/store-replicated.ts'
import { sqliteStore } from '../board/store-sqlite.ts'
import { markOf, markStore } from '../board/stores.ts'
import { cursorIn } from '../cluster/cursor.ts'
import { CannotStart } from '../core/cannot-start.ts'
import { openDatabase } from '../database/database.ts'
import { checkDatabase } from '../disk/database-check.ts'
import { takeFolder } from '../disk/folder.ts'
import { onlyServer } from '../postgres/only-server.ts'
import { openPostgres, withoutPassword } from '../postgres/postgres.ts'

const usage = `用法：npm start -- move --to postgres://用户:密码@主机/库（移到 PostgreSQL），或 --from postgres://…（移回数据目录）
Usage: npm start -- move --to postgres://USER:PASSWORD@HOST/DATABASE (to PostgreSQL), or --from postgres://… (back into the data folder)`

/** One board on both sides. */
interface Both { readonly database: Database, readonly truth: PostgresStore, readonly home: string, readonly postgres: Postgres, readonly incident: string }

/**
 * `npm start -- move --to postgres://…` copies the logs of all boards of a stopped server, with their epochs, into PostgreSQL, and
 * `--from postgres://…` brings them back. Every row is compared before the folder says where its truth is. The folder keeps its copy,
 * its people and its photos. What was interrupted goes on where it ended when it is run again.
 */
export async function move(config: Config, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' }, from: { type: 'string' } } })
  const [url, ...more] = [values.to, values.from].filter(one => one?.startsWith('postgres'))
  if (!url || more.length) throw new Error(usage)
  const data = [values.to, values.from].find(one => one && one !== url) ?? config.DATA_DIR
  const { fresh, release } = takeFolder(data)
  try {
    if (fresh) throw new CannotStart('database_lost', data)
    const postgres = await openPostgres(url)
    try {
      const { release: leave } = await onlyServer(postgres, { onLost() {} })
      for (const home of homesOf(data)) await moveBoard(data, home, postgres, url === values.to ? there : back)
      await leave()
    } finally {
      await postgres.close()
    }
  } finally {
    release()
  }
  console.log(url === values.to
    ? `已移到 ${withoutPassword(url)}，逐条比对一致。请用 STORE=… 启动。\nMoved to ${withoutPassword(url)}; every row was compared. Start with STORE=…`
    : `已移回 ${data}，逐条比对一致。请去掉 STORE 再启动。\nMoved back to ${data}; every row was compared. Take STORE away and start.`)
}

async function moveBoard(data: string, { incident, at }: Home, postgres: Postgres, way: (both: Both) => Promise<number>): Promise<void> {
  const home = path.join(data, at)
  const file = path.join(home, 'board.db')
  checkDatabase(file, { depth: 'quick_check' })
  const database = openDatabase(file)
  try {
    const seq = await way({ database, truth: postgresStore(postgres, incident), home, postgres, incident })
    console.log(`${incident}: ${seq}`)
  } finally {
    database.close()
  }
}

const otherThan = ({ home, postgres, incident }: Both, seq: number) => new CannotStart('store_other', home, `${withoutPassword(postgres.url)}: ${incident}, ${seq}`)

/** Reads a whole log before any of it is copied: a commit that cannot be read cannot be copied as it is. Throws `CannotStart`: `damaged`. */
async function readWhole(log: Pick<Store, 'since' | 'aside'>, what: string): Promise<void> {
  for (let at = 0; ;) {
    const commits = await log.since(at, 500)
    const unread = log.aside.list()
    if (unread.length) throw new CannotStart('damaged', what, unread.slice(0, 5).map(one => `${one.kind} ${one.id}: ${one.problem}`).join('; '))
    if (!commits.length) return
    at += commits.length
  }
}

async function there(both: Both): Promise<number> {
  const { database, truth, home, postgres } = both
  const copy = sqliteStore(database)
  const { epoch } = await copy.load()
  const head = await truth.head()
  if (head && head.epoch !== epoch) throw otherThan(both, head.seq)
  await readWhole(copy, path.join(home, 'board.db'))
  const seq = await copyLog(copy, truth)
  const wrong = await differs(copy, truth, seq)
  if (wrong !== null) throw otherThan(both, wrong)
  const kept = database.raw.prepare('select substr(key, 6), value from meta where key like \'kept:%\'').raw().all() as [string, string][]
  for (const [name, value] of kept) await truth.remember(name, value)
  markStore(database, postgres.url)
  return seq
}

async function back(both: Both): Promise<number> {
  const { database, truth, postgres } = both
  const copy = sqliteStore(database)
  const { epoch, seq: had } = await copy.load()
  const head = await truth.head()
  // It came back before an interruption that stopped the boards after it.
  if (head?.epoch === movedAway(epoch) && markOf(database) === null) return had
  if (head?.epoch !== epoch) throw otherThan(both, had)
  await readWhole(truth, withoutPassword(postgres.url))
  const { seq } = await replicatedStore(copy, truth, had).load()
  const wrong = await differs(copy, truth, seq)
  if (wrong !== null) throw otherThan(both, wrong)
  for (const [name, value] of await truth.kept()) await copy.remember(name, value)
  // In this order: should it be interrupted here, the server in PostgreSQL is not started again, and this goes on.
  markStore(database, null)
  cursorIn(database).forget()
  await truth.leave()
  return seq
}

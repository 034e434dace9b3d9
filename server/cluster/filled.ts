import type { Database } from '../database/database.ts'
import type { Postgres } from '../postgres/postgres.ts'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { postgresStore } from '../board/store-postgres.ts'
import { sqliteStore } from '../board/store-sqlite.ts'
import { markStore } from '../board/stores.ts'
import { openDatabase } from '../database/database.ts'
import { meta } from '../database/schema.ts'
import { syncFolder } from '../disk/data-folder.ts'

/** How many commits are fetched at a time. */
const page = 500

/** Fills an empty database with the log of a board in PostgreSQL, as a copy of it. False if there is no such board. */
export async function fillFrom(postgres: Postgres, incident: string, base: Database): Promise<boolean> {
  const truth = postgresStore(postgres, incident)
  const head = await truth.head()
  if (!head?.seq) return false
  base.database.insert(meta).values({ key: 'epoch', value: head.epoch }).onConflictDoNothing().run()
  markStore(base, postgres.url)
  const copy = sqliteStore(base)
  for (let { seq } = await copy.load(); ;) {
    const commits = await truth.since(seq, page)
    if (!commits.length) return true
    if (!await copy.append(commits)) throw new Error(`The copy of ${incident} does not fit its log in PostgreSQL at ${seq}.`)
    seq += commits.length
  }
}

/** Makes the folder of a further incident from its log in PostgreSQL. It has another name until it is complete. False if there is no such board. */
export async function fillFolder(postgres: Postgres, incident: string, home: string): Promise<boolean> {
  const part = `${home}.${randomBytes(4).toString('hex')}.part`
  const base = openDatabase(path.join(part, 'board.db'))
  const filled = await fillFrom(postgres, incident, base).finally(() => base.close())
  if (filled) fs.renameSync(part, home)
  else fs.rmSync(part, { recursive: true, force: true })
  if (filled) syncFolder(path.dirname(home))
  return filled
}

import type { Home } from '../audit/boards.ts'
import type { BackupKey } from './backup-key.ts'
import type { BackedFile, Manifest } from './manifest.ts'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { extended, lasting } from '../audit/chain.ts'
import { chainKey, epochOf, headOf, headsFile, logsOf, readHeads } from '../audit/heads.ts'
import { markOf, readKey, sealWith } from '../core/seal.ts'
import { careKeyFile, destroyFile } from './care-keys.ts'
import { Refused } from './refused.ts'
import { sealFile } from './sealed-file.ts'

interface Order {
  readonly data: string
  readonly home: Home
  readonly first: boolean
  /** Where a database is copied to before it is sealed, in the data folder: nothing unsealed ever lies among the backups. */
  readonly staging: string
  readonly part: string
  /** Of the backup. */
  readonly id: string
  readonly key: BackupKey
  readonly onPart: (name: string, bytes: number) => void
  readonly onBytes: (bytes: number) => void
}

interface Copied {
  readonly board: Manifest['boards'][number]
  readonly files: readonly BackedFile[]
  /** The key of its register is in the backup, in a file of its own. */
  readonly careKey: boolean
  /** Logs that no longer fit their last mark. */
  readonly broken: readonly string[]
}

/** Copies the databases of one incident while others write to them, checks the copies, and seals them into the backup. */
export async function copyBoard({ data, home: { incident, at }, first, staging, part, id, key, onPart, onBytes }: Order): Promise<Copied> {
  const chain = chainKey(data)
  const read = readHeads(headsFile(data), chain)
  const known = typeof read === 'object' && read ? read : {}
  const files: BackedFile[] = []
  const heads: Record<string, Manifest['boards'][number]['heads'][string]> = {}
  const broken: string[] = []
  let [epoch, seq, careKey] = [null as string | null, 0, false]
  for (const file of ['board.db', 'care.db'] as const) {
    const source = path.join(data, at, file)
    if (!fs.existsSync(source)) continue
    const copy = path.join(staging, file)
    const careKeyAt = file === 'care.db' ? await copyWithKey(source, copy, incident) : await copyDatabase(source, copy)
    if (careKeyAt) {
      await sealFile({ key, name: `${id}/care-key-${incident}`, source: careKeyAt, target: careKeyFile(part, incident, markOf(careKeyAt) ?? ''), squeeze: false })
      destroyFile(careKeyAt)
      careKey = true
    }
    const raw = new SQLite(copy)
    try {
      // The copy must not need a second file.
      raw.pragma('journal_mode = DELETE')
      const found = raw.pragma('quick_check(3)') as { quick_check: string }[]
      if (found[0]?.quick_check !== 'ok') throw new Refused('damaged', source, found.map(one => one.quick_check).join('; ').replaceAll('\n', ' '))
      if (file === 'board.db') {
        epoch = epochOf(raw)
        seq = raw.prepare('select coalesce(max(seq), 0) from log').pluck().get() as number
      }
      for (const { name, log } of logsOf(incident, first).filter(one => one.file === file && lasting(raw, one.log))) {
        const head = await extended(raw, log, chain, headOf(known[name], epoch ?? ''))
        const now = 'last' in head ? { epoch: epoch ?? '', ...head } : known[name]
        if (now) heads[name] = now
        if (!('last' in head)) broken.push(name)
      }
    } finally {
      raw.close()
    }
    const at_ = path.posix.join(at, file)
    onPart(at_, fs.statSync(copy).size)
    const content = await sealFile({ key, name: `${id}/${at_}`, source: copy, target: path.join(part, at_.replaceAll('/', '~')), squeeze: true, onBytes })
    files.push({ path: at_, ...content, kept: false, changedAt: Math.round(fs.statSync(source).mtimeMs) })
    fs.rmSync(copy)
  }
  return { board: { incident, at, epoch, seq, heads }, files, careKey, broken }
}

/** All pages in one step: with more, each commit of the board in between would begin the copy anew. Its own reading holds nobody up. */
async function copyDatabase(source: string, target: string): Promise<null> {
  // Without a -wal, a read-only connection would leave an empty one behind.
  const raw = new SQLite(source, { readonly: fs.existsSync(`${source}-wal`), timeout: 10_000 })
  try {
    raw.pragma('query_only = on')
    await raw.backup(target, { progress: () => 2 ** 31 - 1 })
    return null
  } catch (error) {
    const { code = '', message } = error as { code?: string, message: string }
    if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) throw new Refused('damaged', source, `${code}: ${message}`)
    throw error
  } finally {
    raw.close()
  }
}

/** Copies a register, and the key that opens the copy: the key may be renewed in between. Answers where the key's copy is; null if there is none. */
async function copyWithKey(source: string, copy: string, incident: string): Promise<string | null> {
  for (let tries = 0; tries < 5; tries++) {
    await copyDatabase(source, copy)
    const raw = new SQLite(copy, { readonly: true })
    const wrapped = raw.prepare('select wrapped from care_key').pluck().get() as string | undefined
    raw.close()
    if (wrapped === undefined) return null
    for (const name of ['care.key', 'care.key.next']) {
      const file = path.join(path.dirname(source), name)
      if (!opens(file, wrapped, `care-key/${incident}`)) continue
      fs.copyFileSync(file, `${copy}.key`)
      return `${copy}.key`
    }
  }
  return null
}

function opens(keyFile: string, wrapped: string, owner: string): boolean {
  try {
    return sealWith(readKey(keyFile)).open(wrapped, owner) !== ''
  } catch {
    return false
  }
}

import type { Database } from '../database/database.ts'
import { Buffer } from 'node:buffer'
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { reject, Rejection } from '../../shared/core/rejection.ts'
import { writeKeyFile } from '../core/key-file.ts'
import { markOf, readKey, sealWith } from '../core/seal.ts'
import { closeDatabaseToOthers } from '../database/closed-to-others.ts'
import { openDatabase } from '../database/database.ts'
import { careKey } from './schema.ts'

/** Seals and opens the data of one incident, and makes its blind indexes. */
export interface Keys {
  readonly seal: (plain: string, owner: string) => string
  readonly open: (sealed: string, owner: string) => string
  /** A keyed digest by which equal values are found. Without the key nobody can make or check one. */
  readonly blind: (value: string) => string
}

interface Options {
  /** The folder of the incident. */
  readonly home: string
  readonly incident: string
  readonly now: () => number
  readonly onBug?: (error: unknown) => void
  /** Called with the database once it is open. */
  readonly onOpen?: (base: Database) => void
}

/**
 * The vault of one incident: `care.db`, apart from the board's database so that a backup of the board holds nobody, and `care.key`. Neither
 * exists before the first person is entered. The data key in `care.db` is sealed with the key in the file: without the file nothing can be read, whatever backups exist.
 */
export function careVault({ home, incident, now, onBug = () => {}, onOpen = () => {} }: Options) {
  const [file, keyFile] = [path.join(home, 'care.db'), path.join(home, 'care.key')]
  const owner = `care-key/${incident}`
  let base: Database | null = null
  let keys: Keys | null = null
  let closed = false

  function open(): Database {
    if (base) return base
    if (closed) reject('vault_closed')
    const fresh = !fs.existsSync(file)
    try {
      const one = openDatabase(file, path.resolve('server/care/migrations'))
      // What is deleted is overwritten on the disk.
      one.raw.pragma('secure_delete = ON')
      if (!fresh && one.raw.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('care.db is damaged')
      closeDatabaseToOthers(file)
      base = one
      onOpen(one)
      return one
    } catch (error) {
      return unusable(error)
    }
  }

  function unusable(error: unknown): never {
    // Said once; the board goes on without its register.
    if (!closed) onBug(error)
    closed = true
    throw new Rejection('vault_closed')
  }

  /** Reads the data key with the key in the file, or with one that an interrupted renewal has left. */
  function unwrapped(wrapped: string): Buffer {
    try {
      return Buffer.from(sealWith(readKey(keyFile)).open(wrapped, owner), 'hex')
    } catch (error) {
      if (!fs.existsSync(`${keyFile}.next`)) return unusable(error)
      const data = Buffer.from(sealWith(readKey(`${keyFile}.next`)).open(wrapped, owner), 'hex')
      fs.renameSync(`${keyFile}.next`, keyFile)
      return data
    }
  }

  function using(data: Buffer): Keys {
    const index = Buffer.from(hkdfSync('sha256', data, '', 'blind index of the care register', 32))
    return { ...sealWith(data), blind: value => createHmac('sha256', index).update(value).digest('base64url').slice(0, 24) }
  }

  return {
    incident,
    /** False before anybody was entered: then there is nothing to read. */
    exists: (): boolean => base !== null || fs.existsSync(file),
    base: open,

    /** The keys; null before the first person and after the destruction. Rejects with `vault_closed` if the key file is missing or wrong. */
    keys(): Keys | null {
      if (closed) reject('vault_closed')
      if (keys) return keys
      const row = open().database.select().from(careKey).get()
      return row ? keys = using(unwrapped(row.wrapped)) : null
    },

    /** The keys, made now if there are none. */
    made(): Keys {
      const known = this.keys()
      if (known) return known
      const data = randomBytes(32)
      if (!fs.existsSync(keyFile)) writeKeyFile(keyFile)
      open().database.insert(careKey).values({ id: 1, wrapped: sealWith(readKey(keyFile)).seal(data.toString('hex'), owner), createdAt: now() }).run()
      return keys = using(data)
    },

    /** Replaces the key in the file. The data stays as it is; copies of the former file open nothing made from now on, nor this database. */
    renewKey(): void {
      const row = open().database.select().from(careKey).get()
      if (!row) return
      const data = unwrapped(row.wrapped)
      writeKeyFile(`${keyFile}.next`)
      open().database.update(careKey).set({ wrapped: sealWith(readKey(`${keyFile}.next`)).seal(data.toString('hex'), owner) }).run()
      fs.renameSync(`${keyFile}.next`, keyFile)
    },

    /** Makes new keys, lets `seal` seal everything anew in one transaction, and forgets the former ones. */
    replaceKeys(seal: (keys: Keys) => void): void {
      const data = randomBytes(32)
      writeKeyFile(`${keyFile}.next`)
      const made = using(data)
      const { database } = open()
      database.transaction(() => {
        seal(made)
        database.update(careKey).set({ wrapped: sealWith(readKey(`${keyFile}.next`)).seal(data.toString('hex'), owner), createdAt: now() }).run()
      }, { behavior: 'immediate' })
      fs.renameSync(`${keyFile}.next`, keyFile)
      keys = made
    },

    /** By what the keys in the files are known, before they are destroyed. */
    marks: (): string[] => [keyFile, `${keyFile}.next`].flatMap(one => markOf(one) ?? []),

    /** Destroys the key: overwrites and removes its file. What was sealed, in every copy, can never be read again. */
    shred(): void {
      keys = null
      for (const one of [keyFile, `${keyFile}.next`]) {
        if (!fs.existsSync(one)) continue
        const handle = fs.openSync(one, 'r+')
        fs.writeSync(handle, randomBytes(64).toString('hex').slice(0, fs.fstatSync(handle).size))
        fs.fsyncSync(handle)
        fs.closeSync(handle)
        fs.rmSync(one)
      }
      // After the key was missing, the vault may begin afresh.
      closed = false
    },

    /** Rewrites the file without what was deleted, and empties the log beside it. */
    compact(): void {
      open().raw.exec('vacuum')
      open().raw.pragma('wal_checkpoint(TRUNCATE)')
    },

    close(): void {
      base?.close()
      base = null
      keys = null
    },
  }
}

export type Vault = ReturnType<typeof careVault>

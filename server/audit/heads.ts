import type SQLite from 'better-sqlite3'
import type { Head, Witnessed } from './chain.ts'
import { Buffer } from 'node:buffer'
import { createHmac, hkdfSync } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { readKey } from '../core/seal.ts'
import { witnessed } from './chain.ts'

const Mark = v.object({ id: v.number(), mac: v.string() })
/** What is known of one log, in the history that the epoch names. */
export const KnownHead = v.object({ epoch: v.string(), marks: v.pipe(v.array(Mark), v.readonly()), last: Mark })
const File = v.object({ check: v.string(), mac: v.string(), logs: v.record(v.string(), KnownHead) })

export type Known = v.InferOutput<typeof KnownHead>
/** The heads of all logs of a data folder, by incident and log, as `first/log`. */
export type Heads = Readonly<Record<string, Known>>

/** The file in the data folder that holds the heads, outside of the databases they are about. */
export const headsFile = (data: string) => path.join(data, 'heads.json')

/** The key of the chains. It comes from the key of the data folder, so that who can write to a database only cannot make a mark. */
export const chainKey = (data: string): Buffer => Buffer.from(hkdfSync('sha256', readKey(path.join(data, 'key')), '', 'chain of the logs', 32))

const macOf = (key: Uint8Array, logs: Heads) => createHmac('sha256', key).update(`heads ${JSON.stringify(logs)}`).digest('base64url')
const checkOf = (key: Uint8Array) => createHmac('sha256', key).update('check').digest('base64url')

/** Reads the heads: null if there is no file, `other_key` if they were made with another key, `changed` if the file was changed by others. */
export function readHeads(file: string, key: Uint8Array): Heads | null | 'other_key' | 'changed' {
  if (!fs.existsSync(file)) return null
  let written: unknown
  try {
    written = JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return 'changed'
  }
  const parsed = v.safeParse(File, written)
  if (!parsed.success) return 'changed'
  if (parsed.output.check !== checkOf(key)) return 'other_key'
  return parsed.output.mac === macOf(key, parsed.output.logs) ? parsed.output.logs : 'changed'
}

/** The text of a file of heads. */
export const headsText = (logs: Heads, key: Uint8Array): string => JSON.stringify({ check: checkOf(key), mac: macOf(key, logs), logs })

/** The logs of one incident, with the file that each is in: readings of names are in the database of the first. */
export function logsOf(incident: string, first: boolean): readonly { readonly name: string, readonly file: 'board.db' | 'care.db', readonly log: Witnessed }[] {
  return [
    { name: `${incident}/log`, file: 'board.db', log: witnessed.log },
    ...first ? [{ name: `${incident}/readings`, file: 'board.db', log: witnessed.readings } as const] : [],
    { name: `${incident}/care`, file: 'care.db', log: witnessed.care },
  ]
}

/** The epoch of a board; null before its first start. */
export const epochOf = (raw: SQLite.Database): string | null => (raw.prepare('select value from meta where key = \'epoch\'').pluck().get() as string | undefined) ?? null

export const headOf = (known: Known | undefined, epoch: string): Head => known?.epoch === epoch ? known : { marks: [], last: { id: 0, mac: '' } }

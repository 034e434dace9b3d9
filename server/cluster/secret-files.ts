import type { Seal } from '../core/seal.ts'
import type { CopiedRow } from './rows.ts'
import { hash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { markOf } from '../core/seal.ts'

/** The name under which key files are among the rows, sealed with the key of the deployment, which is never there itself. */
export const keyName = '/key'
/** The key files that a server makes while it runs, by the database that they belong to. */
const keyFilesOf = (database: string): readonly string[] => database.endsWith('/care') ? ['care.key'] : database === 'first' ? ['push-keys'] : []

/**
 * The key files of a data folder, which every server needs and nobody who reads PostgreSQL may have. `forget` takes the keys with these
 * marks out of the backups of this server, when a register is destroyed.
 */
export function secretFiles(seal: Seal, forget: (incident: string, marks: readonly string[]) => void) {
  /** What is stored, by file. */
  const last = new Map<string, string | null>()
  const read = (file: string) => fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null

  return {
    sumOf: (bytes: Uint8Array): string => hash('sha256', bytes),

    /** The rows of the key files that have changed since they were stored last. `done` is called when they are stored. */
    changed(database: string, home: string): { readonly keys: readonly Omit<CopiedRow, 'seq'>[], readonly done: () => void } {
      const changed = keyFilesOf(database).flatMap((name) => {
        const file = path.join(home, name)
        const text = read(file)
        return last.get(file) === text ? [] : [{ file, name, text }]
      })
      return {
        keys: changed.map(({ name, text }) => ({ database, name: keyName, id: name, value: text === null ? null : seal.seal(text, `${database}/${name}`) })),
        done: () => changed.forEach(({ file, text }) => last.set(file, text)),
      }
    },

    /** Writes a key file as it is elsewhere. One that is gone there was destroyed: it is overwritten here, and taken out of the backups of this server. */
    write(home: string, database: string, { id: name, value }: Pick<CopiedRow, 'id' | 'value'>): void {
      if (!keyFilesOf(database).includes(name)) return
      const file = path.join(home, name)
      const [text, before] = [value === null ? null : seal.open(value, `${database}/${name}`), read(file)]
      if (text === before) return
      if (text === null && before !== null) {
        const mark = markOf(file)
        if (mark !== null) forget(database.slice(0, -'/care'.length), [mark])
      }
      if (before !== null) overwrite(file, text === null ? '0'.repeat(before.length) : text)
      if (text === null) fs.rmSync(file)
      else if (before === null) overwrite(file, text)
      last.set(file, text)
    },
  }
}

/** The former bytes are gone from the disk when this returns. */
function overwrite(file: string, text: string): void {
  const handle = fs.openSync(file, fs.existsSync(file) ? 'r+' : 'wx', 0o600)
  try {
    fs.ftruncateSync(handle, text.length)
    fs.writeSync(handle, text, 0)
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

export type SecretFiles = ReturnType<typeof secretFiles>

import type SQLite from 'better-sqlite3'
import type { Seal } from '../core/seal.ts'
import type { Database } from '../database/database.ts'
import fs from 'node:fs'
import { CannotStart } from '../core/cannot-start.ts'
import { openSeal } from '../core/seal.ts'

/** Throws `CannotStart` unless this is the key of the database. Changes nothing. */
export function checkKey(raw: SQLite.Database, keyFile: string): void {
  const known = raw.prepare('select value from meta where key = \'key_check\'').pluck().get()
  const people = known === undefined ? raw.prepare('select account, sealed from person').all() as { account: string, sealed: string }[] : []
  // Without people no name needs the old key.
  if (!fs.existsSync(keyFile) && known === undefined && !people.length) return
  const seal = openSeal(keyFile)
  const fits = known === undefined ? !people.length || people.some(one => opens(seal, one)) : known === seal.check
  if (!fits) throw new CannotStart('key_wrong', keyFile)
}

function opens(seal: Seal, { account, sealed }: { readonly account: string, readonly sealed: string }): boolean {
  try {
    return seal.open(sealed, account) !== ''
  } catch {
    return false
  }
}

/** Stores by what the database will recognise its key. */
export function keepKeyCheck({ raw }: Pick<Database, 'raw'>, seal: Seal): void {
  raw.prepare('insert into meta (key, value) values (\'key_check\', ?) on conflict do nothing').run(seal.check)
}

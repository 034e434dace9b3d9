import fs from 'node:fs'
import path from 'node:path'
import { homesOf } from '../../server/audit/boards.ts'
import { openDatabase } from '../../server/database/database.ts'
import { earlierMigrations, migrationTimes } from '../support/earlier-migrations.ts'
import { faultFolder } from './built-board.ts'

/** The fifth migration took the keys of posts out of the log. */
const keysLeaked = 4
export const leaked = 'a'.repeat(64)

/** Copies what a database of today has to one with the tables of an earlier version, whose rows are then as that version wrote them. */
function bringDown(file: string, target: string, migrations: string, leaks: boolean): void {
  const { raw, close } = openDatabase(target, migrations)
  raw.prepare('attach ? as today').run(file)
  const tables = raw.prepare('select name from main.sqlite_schema where type = \'table\' and name not like \'sqlite_%\' and name not like \'\\_\\_%\' escape \'\\\'').pluck().all() as string[]
  raw.transaction(() => {
    for (const table of tables) {
      const known = new Set((raw.pragma(`today.table_info("${table}")`) as { name: string }[]).map(({ name }) => name))
      const columns = (raw.pragma(`main.table_info("${table}")`) as { name: string, notnull: number, dflt_value: unknown }[]).filter(({ name, notnull, dflt_value: usual }) => known.has(name) || (notnull && usual === null))
      // A column that has gone since is 1 in each row.
      raw.exec(`insert into main."${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) select ${columns.map(({ name }) => known.has(name) ? `"${name}"` : '1').join(', ')} from today."${table}"`)
    }
    if (leaks) raw.prepare('update main.log set args = json_set(args, \'$.key\', ?) where name = \'cutPostKey\'').run(leaked)
    if (leaks) raw.prepare('update main.record set value = json_set(value, \'$.key\', ?) where kind = \'postKey\'').run(leaked)
  })()
  raw.exec('detach today')
  close()
}

/** A data folder of the version that ended with the migration `step` (1 for the first), with what the folder `today` has and that version could keep. */
export function oldFolder(today: string, data: string, step: number): void {
  const ended = migrationTimes('database')[step - 1] ?? 0
  const care = migrationTimes('care').filter(when => when <= ended).length
  const [boards, registers] = [earlierMigrations('database', step, faultFolder()), earlierMigrations('care', care, faultFolder())]
  fs.mkdirSync(data, { recursive: true, mode: 0o700 })
  fs.copyFileSync(path.join(today, 'key'), path.join(data, 'key'))
  fs.cpSync(path.join(today, 'photos'), path.join(data, 'photos'), { recursive: true })
  for (const { at } of homesOf(today)) {
    const [from, to] = [path.join(today, at), path.join(data, at)]
    bringDown(path.join(from, 'board.db'), path.join(to, 'board.db'), boards, step <= keysLeaked)
    if (care === 0 || !fs.existsSync(path.join(from, 'care.db'))) continue
    bringDown(path.join(from, 'care.db'), path.join(to, 'care.db'), registers, false)
    fs.copyFileSync(path.join(from, 'care.key'), path.join(to, 'care.key'))
  }
}

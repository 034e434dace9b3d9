import fs from 'node:fs'
import SQLite from 'better-sqlite3'

/** What the destruction of a register removes. Without their key these rows are unreadable anyway. */
const gone = ['care_need', 'care_done', 'care_person', 'care_key', 'help_code', 'help_request']

/** Does to a restored register what the destruction did to the one of that time: the rows go, the log of openings and the plans stay. */
export function emptyRegister(file: string): void {
  if (!fs.existsSync(file)) return
  const raw = new SQLite(file)
  try {
    raw.pragma('secure_delete = ON')
    raw.transaction(() => {
      // Not every version has all of them.
      const there = new Set(raw.prepare('select name from sqlite_schema').pluck().all())
      for (const table of gone) {
        if (there.has(table)) raw.exec(`delete from "${table}"`)
      }
      raw.exec('update care_access set sealed = null')
    })()
    raw.exec('vacuum')
  } finally {
    raw.close()
  }
}

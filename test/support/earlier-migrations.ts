import fs from 'node:fs'
import path from 'node:path'

/** When each migration of a database was made, oldest first. */
export const migrationTimes = (room: 'database' | 'care'): number[] => (JSON.parse(fs.readFileSync(`server/${room}/migrations/meta/_journal.json`, 'utf8')) as { entries: { when: number }[] }).entries.map(({ when }) => when)

/** The first `steps` migrations of a database, written to a folder: what a version that ended there had. */
export function earlierMigrations(room: 'database' | 'care', steps: number, folder: string): string {
  fs.cpSync(`server/${room}/migrations`, folder, { recursive: true })
  const journal = path.join(folder, 'meta', '_journal.json')
  const { entries, ...rest } = JSON.parse(fs.readFileSync(journal, 'utf8')) as { entries: unknown[] }
  fs.writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, steps) }))
  return folder
}

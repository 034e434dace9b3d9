import fs from 'node:fs'
import path from 'node:path'

/** How many backups stay: the newest of each of so many hours, days and weeks in which one was made. */
export interface Keep { readonly hours: number, readonly days: number, readonly weeks: number }

const hour = 3_600_000
const idForm = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/

/** The id of a backup that was begun at `at` (epoch ms): its folder's name, in UTC. */
export const idAt = (at: number): string => new Date(at).toISOString().replace(/[:.]/g, '-')
export const timeOf = (id: string): number => Date.parse(id.replace(idForm, '$1T$2:$3:$4.$5Z'))

/** The backups in a folder, oldest first. Only what has its manifest counts: it is written last. */
export function backupsIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder).filter(name => idForm.test(name) && fs.existsSync(path.join(folder, name, 'manifest.json'))).sort()
}

/** The backups that stay. The newest always does. */
export function staying(ids: readonly string[], { hours, days, weeks }: Keep): ReadonlySet<string> {
  const newestFirst = [...ids].sort().reverse()
  const kept = new Set(newestFirst.slice(0, 1))
  // Weeks begin on Monday; the first of January 1970 was a Thursday.
  for (const [most, span, shift] of [[hours, hour, 0], [days, 24 * hour, 0], [weeks, 168 * hour, 72 * hour]] as const) {
    const seen = new Set<number>()
    for (const id of newestFirst) {
      const period = Math.floor((timeOf(id) + shift) / span)
      if (seen.has(period)) continue
      if (seen.size === most) break
      seen.add(period)
      kept.add(id)
    }
  }
  return kept
}

/** Removes a backup: its manifest first, so that a half removed one is never taken for whole. */
export function removeBackup(folder: string, id: string): void {
  fs.rmSync(path.join(folder, id, 'manifest.json'), { force: true })
  fs.rmSync(path.join(folder, id), { recursive: true, force: true })
}

/** Removes what interrupted backups and removals have left. */
export function sweep(folder: string): void {
  for (const name of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    const half = idForm.test(name) && !fs.existsSync(path.join(folder, name, 'manifest.json'))
    if (half || name.endsWith('.part')) fs.rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

import fs from 'node:fs'
import path from 'node:path'

/** A file of a data folder that is copied as it is: its path within the folder with /, its length and when it changed. */
export interface Found { readonly path: string, readonly size: number, readonly changedAt: number }

/**
 * What no backup holds: databases (they are copied by SQLite), the keys of the register (they are kept apart, to be removed by
 * themselves), heads (they are in the manifest), the locks, the note of the last backup, what is half written, and what the board makes again: halves of
 * uploads and stamped photos.
 */
const left = /(?:^|\/)(?:lock|backup\.lock|restoring|halves|heads\.json|last-backup\.json|care\.key(?:\.next)?|backup\.part|lost\+found|[^/]+\.part)(?:$|\/)|(?:\.db(?:-wal|-shm|-journal)?|\.stamped\.jpg)$/

/** The files of a data folder that belong into a backup, besides its databases; and what is left `out` although a board may read it, as a link to another disk. */
export function filesOf(data: string): { readonly found: readonly Found[], readonly out: readonly string[] } {
  const found: Found[] = []
  const out: string[] = []
  function look(at: string): void {
    for (const entry of fs.readdirSync(path.join(data, at), { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1)) {
      const here = at ? `${at}/${entry.name}` : entry.name
      if (left.test(here)) continue
      if (entry.isDirectory()) look(here)
      else if (!entry.isFile()) out.push(here)
      if (!entry.isFile()) continue
      // It may have been removed since the folder was read.
      const stat = fs.statSync(path.join(data, here), { throwIfNoEntry: false })
      if (stat) found.push({ path: here, size: stat.size, changedAt: Math.round(stat.mtimeMs) })
    }
  }
  look('')
  return { found, out }
}

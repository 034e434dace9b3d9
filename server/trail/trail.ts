import type { AuditCursor, AuditEntry, AuditPage } from '../../shared/audit/entries.ts'
import type { Part, Stretch, Wanted } from './stretch.ts'
import { auditBounds } from '../../shared/audit/entries.ts'

/**
 * One page of several logs as one list, newest first. Of each log a bounded stretch is read, so a page may be short, even empty, though
 * there is more: then it says down to when it looked, and where the next one goes on. Nothing is left out and nothing comes twice.
 */
export async function trailPage(parts: readonly Part[], wanted: Wanted, cursor: AuditCursor | null): Promise<AuditPage> {
  const read: { readonly part: Part, readonly before: number, readonly found: Stretch }[] = []
  for (const part of parts) {
    if (!part.has(wanted)) continue
    const before = cursor ? cursor[part.log] : await part.top(wanted.to)
    if (before > 1) read.push({ part, before, found: await part.read(wanted, before) })
  }
  // Older than this, a log that was not read so far may still have entries.
  const horizon = Math.max(0, ...read.filter(({ found }) => !found.ends).map(({ found }) => found.at))
  const ready = read.flatMap(({ found }) => falling(found.entries)).filter(({ at }) => at >= horizon).sort((a, b) => b.at - a.at)
  const entries = ready.slice(0, auditBounds.page).map(({ entry }) => entry)
  const given = new Set(entries)
  const next = { board: 0, accounts: 0, care: 0 }
  for (const { part, found } of read) {
    const waits = found.entries.find(one => !given.has(one))
    next[part.log] = waits ? waits.id + 1 : found.ends ? 0 : found.downTo
  }
  const more = Object.values(next).some(before => before > 1)
  return { entries, next: more ? next : null, upTo: more ? entries.length === auditBounds.page ? entries.at(-1)!.at : horizon : null }
}

/** Each entry of a log, newest first, with a time that never rises, so that a clock that was set back changes the order of no log. */
function falling(entries: readonly AuditEntry[]): { readonly at: number, readonly entry: AuditEntry }[] {
  let at = Infinity
  return entries.map(entry => ({ at: at = Math.min(at, entry.at), entry }))
}

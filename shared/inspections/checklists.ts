import type { Reader } from '../core/board.ts'
import type { CheckItem, Facts } from '../core/county.ts'
import type { Worded } from '../core/worded.ts'
import type { Checklist, Phase } from '../records.ts'

/** A checklist, from the county folder or the board. Its id contains its version, so that old inspections stay readable. */
export type Listing = Pick<Checklist, 'id' | 'kind' | 'recovery' | 'version' | 'items'>

export const listId = (kind: string, recovery: boolean, version: number): string => `${kind}${recovery ? '-recovery' : ''}-${version}`

const mark = '-recovery'

/** How a failed item is reported. An item without a `fault`, as in older versions, states the fault itself. */
export const faultOf = (item: CheckItem): Worded => item.fault ?? item

/** The versions of a checklist in the county folder, newest first. Checklists for the recovery are named `kind-recovery` there. */
export function folderVersions(lists: Facts['checklists'], kind: string, recovery: boolean): Listing[] {
  const name = recovery ? `${kind}${mark}` : kind
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined
  return (list ? [list, ...list.earlier ?? []] : []).map(({ version, items }) => ({ id: listId(kind, recovery, version), kind, recovery, version, items: items.map(item => ({ fault: null, ...item })) }))
}

/** All versions of a place kind's checklist, newest first. `recovery` chooses the one for the recovery phase. A version made on the board replaces the folder's of that number. */
export function versions(board: Reader, lists: Facts['checklists'], kind: string, recovery: boolean): Listing[] {
  const made = [...board.by('checklist', 'kind', kind)].filter(one => one.recovery === recovery)
  const own = folderVersions(lists, kind, recovery).filter(one => !made.some(({ version }) => version === one.version))
  return [...made, ...own].sort((a, b) => b.version - a.version)
}

/** The current checklist of a place kind: in the recovery phase the one for the recovery, if there is one. */
export function currentChecklist(board: Reader, lists: Facts['checklists'], kind: string, phase: Phase): Listing | null {
  const recovery = phase === 'recovery' ? versions(board, lists, kind, true)[0] : undefined
  return recovery ?? versions(board, lists, kind, false)[0] ?? null
}

/** The checklist with this id, of whatever version; null if there is none. */
export function listing(board: Reader, lists: Facts['checklists'], id: string | null): Listing | null {
  if (id === null) return null
  const name = id.slice(0, Math.max(0, id.lastIndexOf('-')))
  return board.get('checklist', id) ?? folderVersions(lists, name.replace(mark, ''), name.endsWith(mark)).find(one => one.id === id) ?? null
}

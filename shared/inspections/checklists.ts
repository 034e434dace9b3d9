import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Checklist, Phase } from '../records.ts'

/** A checklist, from the county folder or the board. Its id contains its version, so that old inspections stay readable. */
export type Listing = Pick<Checklist, 'id' | 'kind' | 'recovery' | 'version' | 'items'>

export const listId = (kind: string, recovery: boolean, version: number): string => `${kind}${recovery ? '-recovery' : ''}-${version}`

const mark = '-recovery'

/** The first version of a checklist, from the county folder. Checklists for the recovery are named `kind-recovery` there. */
export function firstVersion(lists: Facts['checklists'], kind: string, recovery: boolean): Listing | null {
  const name = recovery ? `${kind}${mark}` : kind
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined
  return list ? { id: listId(kind, recovery, list.version), kind, recovery, version: list.version, items: [...list.items] } : null
}

/** All versions of a place kind's checklist, newest first. `recovery` chooses the one for the recovery phase. */
export function versions(board: Reader, lists: Facts['checklists'], kind: string, recovery: boolean): Listing[] {
  const made = [...board.by('checklist', 'kind', kind)].filter(one => one.recovery === recovery)
  const first = firstVersion(lists, kind, recovery)
  return [...made, ...first ? [first] : []].sort((a, b) => b.version - a.version)
}

/** The current checklist of a place kind: in the recovery phase the one for the recovery, if there is one. */
export function currentChecklist(board: Reader, lists: Facts['checklists'], kind: string, phase: Phase): Listing | null {
  const recovery = phase === 'recovery' ? versions(board, lists, kind, true)[0] : undefined
  return recovery ?? versions(board, lists, kind, false)[0] ?? null
}

/** The checklist with this id, of whatever version; null if there is none. */
export function listing(board: Reader, lists: Facts['checklists'], id: string | null): Listing | null {
  if (id === null) return null
  const made = board.get('checklist', id)
  return made ?? Object.keys(lists).map(name => firstVersion(lists, name.replace(mark, ''), name.endsWith(mark))).find(one => one?.id === id) ?? null
}

import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Checklist, Phase } from '../records.ts'

/** The checklist of an inspection. A list's id carries its version, so old inspections stay readable. */
export type Listing = Pick<Checklist, 'id' | 'kind' | 'recovery' | 'version' | 'items'>

export const listId = (kind: string, recovery: boolean, version: number): string => `${kind}${recovery ? '-recovery' : ''}-${version}`

const mark = '-recovery'

/** The lists of the county folder, those of the recovery under `kind-recovery`: version one of each. */
export function own(lists: Facts['checklists'], kind: string, recovery: boolean): Listing | null {
  const name = recovery ? `${kind}${mark}` : kind
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined
  return list ? { id: listId(kind, recovery, list.version), kind, recovery, version: list.version, items: [...list.items] } : null
}

/** Every version of a kind's list for one phase, newest first. */
export function versions(board: Reader, lists: Facts['checklists'], kind: string, recovery: boolean): Listing[] {
  const made = [...board.by('checklist', 'kind', kind)].filter(one => one.recovery === recovery)
  const first = own(lists, kind, recovery)
  return [...made, ...first ? [first] : []].sort((a, b) => b.version - a.version)
}

/** The current list: in recovery the recovery's list if there is one, else that of the emergency. */
export function currentChecklist(board: Reader, lists: Facts['checklists'], kind: string, phase: Phase): Listing | null {
  const recovery = phase === 'recovery' ? versions(board, lists, kind, true)[0] : undefined
  return recovery ?? versions(board, lists, kind, false)[0] ?? null
}

/** One version by its id, as an inspection keeps it. */
export function listing(board: Reader, lists: Facts['checklists'], id: string | null): Listing | null {
  if (id === null) return null
  const made = board.get('checklist', id)
  return made ?? Object.keys(lists).map(name => own(lists, name.replace(mark, ''), name.endsWith(mark))).find(one => one?.id === id) ?? null
}

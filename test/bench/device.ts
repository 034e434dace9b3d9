import type { Authority } from '../../server/board/authority.ts'
import type { Change } from '../../shared/core/board.ts'
import process from 'node:process'
import { Confirmed } from '../../client/sync/confirmed.ts'
import { shown } from '../../shared/core/sight.ts'
import { kinds } from '../../shared/kinds.ts'
import { hasLeft } from '../../shared/settled.ts'
import { median } from './row.ts'
import { sized } from './size.ts'

const heap = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

/** Bytes of memory of a device of this audience for its board, read from text as sent over the wire. */
export function deviceMemory({ board }: Authority, audience: string): number {
  const incident = board.get('incident', 'incident')
  const text = JSON.stringify(kinds.flatMap(kind => [...board.all(kind)].flatMap((record): Change[] => {
    const value = hasLeft(incident, kind, record) ? null : shown(audience, kind, record)
    return value ? [{ kind, id: record.id, value }] : []
  })))
  const held: Confirmed[] = []
  return median(Array.from({ length: sized(5, 1) }, () => {
    const before = heap()
    const confirmed = new Confirmed()
    for (const change of JSON.parse(text) as Change[]) confirmed.share(change)
    held.push(confirmed)
    return heap() - before
  }))
}

import type { Buffer } from 'node:buffer'
import type { Snapshot } from '../shared/protocol.ts'
import type { Authority } from './authority.ts'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { kinds } from '../shared/records.ts'
import { visible } from '../shared/sight.ts'

const zip = promisify(gzip)

export interface Packed { readonly seq: number, readonly body: Promise<Buffer> }

/**
 * The whole board for an audience, compressed once and shared by everyone who asks. A snapshot a little behind is
 * as good as new, since its reader goes on from its seq; `slack` is how many commits behind.
 */
export function snapshots(authority: Authority, slack = 500): (audience: string) => Packed {
  const packed = new Map<string, Packed>()
  return (audience) => {
    const last = packed.get(audience)
    if (last && authority.board.seq - last.seq <= slack) return last
    const { seq } = authority.board
    const next = { seq, body: zip(JSON.stringify(take(authority, audience)), { level: 6 }) }
    packed.set(audience, next)
    return next
  }
}

/** What this audience may see of the board now. */
export function take({ board, epoch }: Pick<Authority, 'board' | 'epoch'>, audience: string): Snapshot {
  const seen = kinds.map(kind => [kind, [...board.all(kind)].filter(record => visible(audience, kind, record))] as const)
  return { epoch, seq: board.seq, records: Object.fromEntries(seen.filter(([, records]) => records.length)) }
}

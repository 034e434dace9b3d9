import type { Buffer } from 'node:buffer'
import type { Snapshot } from '../../shared/core/protocol.ts'
import type { Authority } from './authority.ts'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { shown } from '../../shared/core/sight.ts'
import { kinds } from '../../shared/records.ts'

const zip = promisify(gzip)

export interface Packed { readonly seq: number, readonly body: Promise<Buffer> }

/**
 * The whole board for an audience, compressed once and shared by everyone who asks. A snapshot a little behind is
 * as good as new, since its reader goes on from its seq: as long as memory reaches back to it. `slack` is how many
 * commits behind.
 */
export function snapshots(authority: Authority, slack = 500): (audience: string) => Packed {
  const packed = new Map<string, Packed>()

  function fresh(audience: string): Packed {
    const next = { seq: authority.board.seq, body: zip(JSON.stringify(take(authority, audience)), { level: 6 }) }
    packed.set(audience, next)
    return next
  }

  return (audience) => {
    const last = packed.get(audience)
    const near = last && authority.board.seq - last.seq <= slack && authority.since(last.seq)
    const given = near ? last : fresh(audience)
    authority.hold(given.seq)
    return given
  }
}

/** What this audience sees of the board now. What each person sees beyond it is in no snapshot: `resume` answers it. */
export function take({ board, epoch }: Pick<Authority, 'board' | 'epoch'>, audience: string): Snapshot {
  const seen = kinds.map(kind => [kind, [...board.all(kind)].flatMap(record => shown(audience, kind, record) ?? [])] as const)
  return { epoch, seq: board.seq, audience, records: Object.fromEntries(seen.filter(([, records]) => records.length)) }
}

import type { Role } from './actor.ts'
import type { Reader } from './board.ts'
import { isKind } from '../kinds.ts'
import { visible } from './sight.ts'

/**
 * True if this audience may know that a person of that role looks at `kind/id`: only if it sees the record itself. An inspector
 * looks at the place or township they will visit, so only teams and headquarters learn of that.
 */
export function mayKnowLook(board: Reader, audience: string, role: Role, looking: string | null): boolean {
  if (!looking) return true
  const [kind = '', id = ''] = looking.split('/')
  // Headquarters and teams see every record but the tables that others keep to themselves.
  if (audience === 'staff' && kind !== 'table') return true
  if (role === 'inspector' && (kind === 'place' || kind === 'township')) return false
  if (!isKind(kind)) return kind === 'township'
  const record = board.get(kind, id)
  return record !== undefined && visible(audience, kind, record)
}

import type { Reader } from '../core/board.ts'
import { posterWorth } from './place-code.ts'

/** What anybody who opens a poster's address may read: name, kind, township and incident of the place, and whether the poster is valid. */
export interface PublicLine { readonly name: string, readonly kind: string, readonly township: string, readonly incident: string, readonly drill: boolean, /** True if the poster's code is valid. */ readonly holds: boolean }

export function publicLine(board: Reader, id: string, code: string): PublicLine | null {
  const [place, incident] = [board.get('place', id), board.get('incident', 'incident')]
  if (!place || place.retired || !incident) return null
  return { name: place.name, kind: place.kind, township: place.township, incident: incident.name, drill: incident.drill, holds: posterWorth(place, code, board.get('placeKey', id)?.key) === 'current' }
}

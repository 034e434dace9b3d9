import type { Reader } from '../core/board.ts'

/** What anybody may read about exposure places: the text that headquarters wrote, and when. */
export interface PublicLines { readonly incident: string, readonly drill: boolean, readonly lines: readonly { readonly text: string, readonly at: number }[] }

/** The lines that are released now, the newest first; null before the incident was opened. */
export function publicLines(board: Reader): PublicLines | null {
  const incident = board.get('incident', 'incident')
  if (!incident) return null
  const lines = [...board.by('exposure', 'public', 'yes')].flatMap(({ line }) => line ? [{ text: line.text, at: line.at }] : [])
  return { incident: incident.name, drill: incident.drill, lines: lines.sort((a, b) => b.at - a.at) }
}

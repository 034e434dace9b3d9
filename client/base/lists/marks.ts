import type { Issue, Place } from '../../../shared/records.ts'
import type { Row } from './row.ts'
import { record } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { due } from './issue-row.ts'

/** A record of a list on the drawing beside it. Position in WGS-84 degrees. */
export interface Mark { readonly key: string, readonly title: string, readonly lng: number, readonly lat: number, readonly tone?: Row['tone'] }

export const issueMark = (issue: Issue): Mark => ({ key: `issue/${issue.id}`, title: issue.title, lng: issue.lng, lat: issue.lat, tone: due(issue, minute.value).tone })

export const placeMark = ({ id, name, lng, lat }: Place, tone?: Mark['tone']): Mark => ({ key: `place/${id}`, title: name, lng, lat, tone })

/** The mark of another record lies at its place. Without one that this person sees there is none. */
export function marksAt(key: string, place: string | null, tone?: Mark['tone']): Mark[] {
  const at = place && record('place', place)
  return at ? [{ ...placeMark(at, tone), key }] : []
}

import type { Issue, Letter, Notice } from '../../shared/records.ts'
import { letterNumber } from '../../shared/issues/letters.ts'
import { totalOnBoard } from '../../shared/issues/totals.ts'
import { act } from '../core/act.ts'
import { reactive, record } from '../core/board.ts'
import { shortUnit, townshipName } from '../core/county-names.ts'
import { dotted } from '../core/isolate.ts'
import { nameOf } from '../core/names.ts'
import { county } from '../core/session.ts'
import { staffNotice } from '../deeds.ts'
import { noticeWords } from './words.ts'

/** What the list says of a notice. It comes when the bell is pressed. */

/** The key of the record a notice is about, or null if it is gone or not visible to this person. */
export function subjectOf({ issue, shift, letter, place, plan }: Notice): string | null {
  // An issue that has left the board can still be opened: it is fetched then.
  if (issue) return record('issue', issue) || totalOnBoard(reactive) ? `issue/${issue}` : null
  if (letter) return `letter/${letter}`
  if (plan) return record('workPlan', plan) ? `workPlan/${plan}` : null
  if (place && record('place', place)) return `place/${place}`
  return shift && record('shift', shift) ? `shift/${shift}` : null
}

const placeOf = ({ place, township }: Pick<Issue, 'place' | 'township'>): string => record('place', place ?? '')?.name ?? townshipName(township)

/** The places of a letter's issues: the first, and how many there are. */
function placesOf({ items }: Letter): string {
  const places = [...new Set(items.map(one => one.place || townshipName(one.township)))]
  return noticeWords.value.places(places[0] ?? '', places.length)
}

export function wordsOf(notice: Notice): { readonly title: string, readonly why: string } {
  const issue = notice.issue ? record('issue', notice.issue) : undefined
  const letter = notice.letter ? record('letter', notice.letter) : undefined
  // An alarm names the person whose reading was stopped, to those who may know the name.
  const title = issue?.title || (notice.rule === 'careAlarm' ? nameOf(notice.about) : '') || (letter && county.value ? letterNumber(county.value, letter) : '') || notice.about
  const shift = notice.shift ? record('shift', notice.shift) : undefined
  // An issue that has left the board is named by what the notice says about it.
  const parts = [(noticeWords.value.rules as Readonly<Record<string, string>>)[notice.rule] ?? staffNotice(notice.rule), issue ? placeOf(issue) : letter ? placesOf(letter) : shift ? placeOf(shift) : townshipName(notice.township ?? ''), shortUnit(issue?.unit ?? letter?.unit ?? notice.to.unit)]
  return { title, why: dotted(parts) }
}

/** Marks notices as read, 200 at a time, the most that one command accepts. */
export async function markRead(notices: readonly Notice[]): Promise<void> {
  for (let from = 0; from < notices.length; from += 200) await act('readNotices', { notices: notices.slice(from, from + 200).map(one => one.id) })
}

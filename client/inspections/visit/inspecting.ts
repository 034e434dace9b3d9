import type { CheckItem } from '../../../shared/core/county.ts'
import type { Listing } from '../../../shared/inspections/checklists.ts'
import type { Inspection, Issue } from '../../../shared/records.ts'
import type { Preset } from '../../base/forms/forms.ts'
import { currentChecklist, faultOf, listing } from '../../../shared/inspections/checklists.ts'
import { openForm } from '../../base/forms/forms.ts'
import { reactive, record } from '../../core/board.ts'
import { dispatch } from '../../core/dispatch.ts'
import { county } from '../../core/session.ts'

/** Shared by the screens of an inspection: its checklist, and the reports made from its items. */

const reader = reactive
const lists = () => county.value?.checklists ?? {}

/** The checklist in force for a kind of place in the current phase. */
export const listFor = (kind: string): Listing | null => currentChecklist(reader, lists(), kind, record('incident', 'incident')?.phase ?? 'emergency')

export function listAt(placeId: string | null | undefined): Listing | null {
  const place = placeId ? record('place', placeId) : undefined
  return place ? listFor(place.kind) : null
}

/** An inspection's checklist. It keeps the version it began with, even when a newer one is in force. */
export const listOf = (id: string | null): Listing | null => listing(reader, lists(), (id && record('inspection', id)?.checklist) || null)

/** The fields a report from this inspection starts with. A sweep's report covers all shops that failed. */
export function foundIn({ id, place, township, lng, lat, mode, swept, checklist }: Inspection, item?: string): Preset {
  if (mode !== 'sweep') return { inspection: id, item, township, ...place ? { place } : { lng, lat } }
  const places = swept.filter(one => !one.ok).map(one => one.place)
  return { inspection: id, item: item ?? listing(reader, lists(), checklist)?.items[0]?.id, places, township, lng, lat }
}

/** An open issue at this place about the same item, from another inspection. */
export const knownFault = ({ id, place }: Inspection, item: CheckItem): Issue | undefined => place === null
  ? undefined
  : [...reader.by('issue', 'place', place)].find(issue => issue.state !== 'closed' && issue.inspection !== id && (issue.item === item.id || issue.title.includes(faultOf(item).zh) || issue.title.includes(faultOf(item).en)))

/** Answers an item with "fail" and opens a report that is filled in. */
export async function fail(inspection: Inspection, item: string): Promise<void> {
  const refusal = await dispatch('answerItem', { inspection: inspection.id, item, answer: 'fail', note: inspection.results[item]?.note })
  if (!refusal) openForm('reportIssue', foundIn(inspection, item))
}

/** Records on the failed items which issue reports them. The server refuses this for a signed inspection, which must not change. */
export async function linkIssue(id: string | null, items: readonly string[], issue: string): Promise<void> {
  const inspection = id ? record('inspection', id) : undefined
  if (!inspection || inspection.mode === 'sweep') return
  const known = new Set(listOf(id)?.items.map(item => item.id))
  for (const item of items.filter(one => known.has(one))) {
    await dispatch('answerItem', { inspection: inspection.id, item, answer: 'fail', note: inspection.results[item]?.note, issue })
  }
}

import type { Draft } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Issue } from '../records.ts'

const hour = 3_600_000
type Given = Pick<Issue, 'id' | 'title' | 'aspect' | 'severity' | 'township' | 'lng' | 'lat'> & Partial<Issue>

/** Puts a new issue. It gets the next number, and its severity sets the deadline. */
export function makeIssue(draft: Draft, given: Given, { actor, now, facts }: Context): void {
  // A device does not see the counter, so its number is provisional until the server answers, and screens do not show it.
  const no = (draft.get('counter', 'issue')?.value ?? 0) + 1
  draft.put('counter', { id: 'issue', value: no })
  draft.put('issue', {
    note: '',
    accuracy: null,
    source: 'map',
    place: null,
    places: [],
    inspection: null,
    item: null,
    unit: null,
    keeper: '',
    keeperPost: '',
    deviceAt: null,
    photos: [],
    ...given,
    no,
    state: 'found',
    deadline: now + facts.hours[given.severity] * hour,
    assignedAt: null,
    dueFrom: now,
    nextDate: null,
    foundBy: actor.id,
    foundAt: now,
    rectifiedBy: null,
    fixedAt: null,
    closedBy: null,
    relapses: 0,
    relapsedAt: null,
    since: now,
    comments: 0,
    after: [],
    afterOld: 0,
    returns: [],
    returnsRead: {},
    findings: [],
    notedAt: null,
  })
}

import type { BulletinSource, Lists } from './bulletin-source.ts'

/** An invented day with an entry in every list, with which a template is tried out. */
export function specimen(lists: Lists): BulletinSource {
  const part = { found: 9, foundToday: 1, closed: 8, closedToday: 1, followed: 1, overdue: 1 }
  const [ranked, unranked] = lists.units
  const issue = { id: 'specimen', no: 1, title: 'specimen', township: lists.townships[0]?.code ?? '', aspect: '', severity: 'day', unit: null, state: 'told', foundAt: 2, since: 2, place: '', due: 2, late: true } as const
  return {
    lists,
    incident: { id: 'incident', code: '000', name: 'specimen', phase: 'emergency', drill: true, startedAt: 0, openedAt: 0, clock: { offset: 0, stoppedAt: null }, cleared: {}, ended: null },
    bulletin: {
      id: 'specimen',
      day: '2022-05-23',
      from: 1,
      until: 2,
      seq: 1,
      figures: {
        ...part,
        relapsedToday: 1,
        byAspect: {},
        byTownship: {},
        bySeverity: {},
        byUnit: { [ranked?.id ?? 'a']: { ...part, closed: 1e6, relapses: 0, pace: 50, late: 1 }, [unranked?.id ?? 'b']: { ...part, closed: 0, relapses: 0, pace: null, late: 1 } },
        inspections: 1,
        placesSeen: 1,
        silentTeams: [],
        shortages: 1,
        gaps: 1,
        missing: 1,
        zones: 1,
      },
      sample: [],
      held: {},
      no: 1,
      issuedBy: null,
      issuedAt: 2,
      cases: 'specimen',
      requirements: 'specimen',
      readBy: [],
      withdrawn: [],
    },
    corrections: [{ id: 'specimen', no: 1, day: '2022-05-22', issue: 'specimen', township: '', unit: null, field: 'title', was: 'a', is: 'b', by: 'specimen', at: 2, issueNo: 1, title: 'specimen' }],
    silent: ['specimen'],
    issues: [issue],
  }
}

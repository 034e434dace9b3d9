const counts = ['name', 'found', 'today', 'closed', 'followed', 'overdue'] as const
const issue = ['no', 'title', 'where', 'unit', 'state', 'due'] as const

/** The tags that a bulletin template may use in braces: on their own, inside a list, or to ask whether a list has any rows. */
export const bulletinTags = {
  plain: ['office', 'title', 'no', 'mark', 'incident', 'day', 'from', 'until', 'signed', 'found', 'foundToday', 'closed', 'closedToday', 'followed', 'overdue', 'relapsed', 'rate', 'inspections', 'places', 'shortages', 'gaps', 'missing', 'zones', 'silent', 'unranked', 'cases', 'requirements'],
  lists: {
    townships: counts,
    aspects: counts,
    units: ['place', 'name', 'found', 'pace', 'relapse', 'overdue'],
    today: issue,
    late: issue,
    corrections: ['line'],
  },
  questions: ['anyUnits', 'anyToday', 'anyLate', 'anyRemarks'],
} as const

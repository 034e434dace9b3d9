import type { BulletinWords } from '../../core/bulletin-words.ts'

export const bulletin: BulletinWords = {
  title: 'Daily situation report',
  no: 'Sitrep IB/{year}/{no}',
  unsigned: '(not signed)',
  intro: 'From {from} to {until} the teams made {inspections} inspections at {places} places, found {foundToday} problems and closed {closedToday}; {relapsed} came back. By {until}, {found} problems were found and {closed} closed ({rate}); {followed} are followed, {overdue} of them overdue. Open: {shortages} shortages, {gaps} shifts short of {missing} people, {zones} zones.',
  silent: 'No report today from: {silent}.',
  nobodySilent: 'nobody is missing',
  headings: { townships: '1. Communes', aspects: '2. Aspects', units: '3. Offices', today: '4. Found today', late: '5. Overdue', corrections: '6. Corrections', cases: '7. Cases', requirements: '8. To do' },
  none: 'None.',
  columns: {
    counts: ['Name', 'Found', 'Today', 'Closed', 'Followed', 'Overdue'],
    units: ['Rank', 'Office', 'Problems', 'Time used', 'Came back', 'Overdue'],
    issues: ['No.', 'Problem', 'Place', 'Office', 'State', 'Due'],
    all: ['No.', 'Problem', 'Aspect', 'Time', 'Commune', 'Place', 'Office', 'State', 'Found', 'Due', 'Since'],
  },
  total: 'Total',
  noUnit: 'No office yet',
  unranked: { one: '{unit} ({closed})', all: 'Not ranked, with fewer than {from} closed: {units}.', between: ', ' },
  correction: 'Correction {no}: in the report of {day}, the {field} of {issue} “{title}” was “{was}” and is “{is}”.',
  fields: { title: 'title', aspect: 'aspect', severity: 'time', township: 'commune', unit: 'office' },
  states: { found: 'found', told: 'told', rectifying: 'being put right', awaiting: 'to be re-checked', closed: 'closed', relapsed: 'came back', deferred: 'deferred' },
  severities: { immediate: 'at once', day: '24 hours', threeDays: '3 days' },
  sheets: ['Figures', 'Problems'],
  figures: { found: 'Found', foundToday: 'Found today', closed: 'Closed', closedToday: 'Closed today', followed: 'Followed', overdue: 'Overdue', relapsedToday: 'Came back today', inspections: 'Inspections', placesSeen: 'Places seen', shortages: 'Shortages', gaps: 'Shifts short', missing: 'People missing', zones: 'Zones' },
}

import type { BulletinWords } from '../../shared/core/bulletin-words.ts'
import type { County } from '../../shared/core/county.ts'
import type { BoardDays, DutyRules } from '../../shared/core/rules.ts'
import type { CountyFolder } from '../../shared/county/county-folder.ts'
import { factsOf } from '../../shared/core/county.ts'

const square = (west: number, south: number) => [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]
const area = (code: string, west: number, south: number) =>
  ({ type: 'Feature' as const, properties: { code }, geometry: { type: 'Polygon' as const, coordinates: [square(west, south)] } })
const named = (id: string) => ({ id, zh: id, en: id })

const duty: DutyRules = {
  hoursIn24: 12,
  rest: 8,
  join: 2,
  nightsInRow: 2,
  daysInRow: 10,
  warnDays: 6,
  night: [22, 6],
  nightFrom: 3,
  travel: 60,
  gapAhead: 24,
  early: 60,
  late: 10,
  missing: 30,
  offline: 48,
  offer: 60,
  offerSoon: 10,
  callOut: 3,
  bring: { low: { zh: '水', en: 'water' }, high: { zh: '换洗衣物', en: 'clothes' } },
  riskLevels: ['lockdown'],
  trainings: { low: [], high: ['suit'] },
}

const bulletin: BulletinWords = {
  title: 'Bulletin',
  no: 'B {year}-{no}',
  unsigned: 'draft',
  intro: 'Found {found}, closed {closed} ({rate}), followed {followed}.',
  silent: 'Silent: {silent}.',
  nobodySilent: 'nobody',
  headings: { townships: 'Townships', aspects: 'Aspects', units: 'Units', today: 'Today', late: 'Late', corrections: 'Corrections', cases: 'Cases', requirements: 'Requirements' },
  none: 'None.',
  columns: {
    counts: ['name', 'found', 'today', 'closed', 'followed', 'late'],
    units: ['place', 'name', 'found', 'pace', 'relapse', 'late'],
    issues: ['no', 'title', 'where', 'unit', 'state', 'due'],
    all: ['no', 'title', 'aspect', 'severity', 'township', 'place', 'unit', 'state', 'found', 'due', 'since'],
  },
  total: 'total',
  noUnit: 'nobody',
  unranked: { one: '{unit} ({closed})', all: 'Fewer than {from}: {units}', between: ', ' },
  correction: '{no}: {field} of {issue} "{title}" in {day} was {was}, is {is}',
  fields: { title: 'title', aspect: 'aspect', severity: 'severity', township: 'township', unit: 'unit' },
  states: { found: 'found', told: 'told', rectifying: 'rectifying', awaiting: 'awaiting', closed: 'closed', relapsed: 'relapsed', deferred: 'deferred' },
  severities: { immediate: 'now', day: 'day', threeDays: '3 days' },
  sheets: ['figures', 'issues'],
  figures: { found: 'found', foundToday: 'found today', closed: 'closed', closedToday: 'closed today', followed: 'followed', overdue: 'late', relapsedToday: 'relapsed', inspections: 'inspections', placesSeen: 'places', shortages: 'shortages', gaps: 'gaps', missing: 'missing', zones: 'zones' },
}

/** Settled records of every kind stay on the board for four days. */
const boardDays: BoardDays = {
  issue: 4,
  bulletin: 4,
  inspection: 4,
  delivery: 4,
  notice: 4,
  shift: 4,
  move: 4,
  shortage: 4,
  pledge: 4,
  marketDay: 4,
  briefing: 4,
  dayReport: 4,
  announcement: 4,
  letter: 4,
  slip: 4,
  correction: 4,
  zone: 4,
  selfReport: 4,
  workPlan: 4,
  round: 4,
  sampling: 4,
  tube: 4,
  batch: 4,
  transfer: 4,
  exposure: 4,
}

/** An invented county of two townships, far from the real one: the rules must not depend on the real county. */
export const county: County = {
  code: '000001',
  name: 'Shore',
  nameEn: 'Shore',
  timeZone: 'Atlantic/Reykjavik',
  leftOut: [],
  townships: [
    { code: 'north', name: 'North', short: 'N', nameEn: 'North', seat: [-20, 64.5], label: [-20, 64.5] },
    { code: 'south', name: 'South', short: 'S', nameEn: 'South', seat: [-20, 63.5], label: [-20, 63.5] },
  ],
  outline: { type: 'FeatureCollection', features: [] },
  water: { type: 'FeatureCollection', features: [] },
  cells: { type: 'FeatureCollection', features: [area('north', -20.5, 64), area('south', -20.5, 63)] },
  cellsNote: null,
  surroundings: [],
  placeKinds: [{ ...named('school'), icon: 'school' }, { ...named('shop'), icon: 'shop' }],
  sweptKinds: ['shop'],
  guardedKinds: [],
  recoveryKinds: ['school', 'works'],
  schoolKinds: ['school'],
  grades: [named('g9'), named('g12')],
  reopeningSource: { zh: '本县', en: 'The county' },
  aspects: [named('safety'), named('supplies')],
  units: [
    { ...named('health'), short: 'health' },
    { ...named('civil'), short: 'civil' },
    { ...named('gov-north'), short: 'N', township: 'north' },
  ],
  routes: [{ unit: 'health' }],
  hours: { immediate: 6, day: 24, threeDays: 72 },
  ruleSources: {},
  rules: { dayEndsAt: '18:00', recheckNotByFinder: false, recheckHours: 12, afterPhoto: false, sampleShare: 0.5, unseenDays: 2, boardDays, nearMetres: 100, coarseMetres: 1000, route: { unseen: 1, open: 2, late: 5, relapsed: 4, kilometre: 0, stops: 2 }, teams: 2, rankFrom: 2, quietHours: [23, 6], supplyHours: [48, 24], deliveryHours: 4, overAllocation: 0.1, priceRise: [0.1, 0.3], priceKinds: ['shop'], priceIssue: { title: 'price', aspect: 'supplies', severity: 'day', unit: 'health' }, reportMissingDays: 2, reportIssue: { title: 'report differs:', aspect: 'safety', severity: 'day' }, photosADay: { count: 20, bytes: 10_000_000 }, duty },
  supplies: [
    { ...named('glove'), measure: { zh: 'pair', en: 'pair' }, perDay: { duty: 10 }, shelfDays: null },
    { ...named('formula'), measure: { zh: 'tin', en: 'tin' }, perDay: { infant: 0.5 }, shelfDays: 365 },
  ],
  staples: [{ ...named('rice'), measure: { zh: 'kg', en: 'kg' } }, { ...named('egg'), measure: { zh: 'kg', en: 'kg' } }],
  groups: [named('guest'), named('infant')],
  skills: [named('swab'), named('drive')],
  trainings: [named('suit')],
  testing: { siteKinds: ['school'], sitePeople: [2000, 3000], tablePeople: [600, 800], staff: { table: 2, site: 4 }, first: 1, silent: 2, tubeHours: 6, sources: { sites: { zh: '本县', en: 'The county' }, staff: { zh: '本县', en: 'The county' }, pace: { zh: '本县', en: 'The county' }, tubes: { zh: '本县', en: 'The county' } } },
  quarantine: { kinds: ['school'], guests: 'guest', needs: ['infant'], lateMinutes: 15, sources: { needs: { zh: '本县', en: 'The county' }, late: { zh: '本县', en: 'The county' } } },
  exposure: { near: 200, origins: [named('case'), named('sample')], lists: { closing: [named('sealed')], disinfection: [named('cleaned'), named('sampled')] }, source: { zh: '本县', en: 'The county' } },
  checklists: {
    'works-recovery': { version: 1, items: [{ id: 'works-recovery-1', zh: 'no plan', en: 'no plan', aspect: 'safety', severity: 'day' }, { id: 'works-recovery-2', zh: 'no room', en: 'no room', aspect: 'safety', severity: 'day' }] },
    'school': {
      version: 1,
      items: [
        { id: 'school-1', zh: 'no gloves', en: 'no gloves', aspect: 'supplies', severity: 'immediate' },
        { id: 'school-2', zh: 'door locked', en: 'door locked', aspect: 'safety', severity: 'day' },
      ],
    },
  },
  office: { name: 'Shore Office', locale: 'en-GB', drillMark: 'DRILL', letterColumns: ['', 'no', 'what', 'where', 'due'], letterTitle: 'Reminder', letterNo: 'S {year}-{no}', letterIntro: '{unit}:\nplease act by {due}.', letterClose: 'Or else.', bulletin, serviceRule: { zh: '实际时长', en: 'Time really given.' } },
  liftConditions: [
    { id: 'quiet-1', rule: 'quiet', version: 1, asks: 'case', levels: ['lockdown', 'control'], days: 14, zh: '14天无病例', en: 'No case for 14 days', source: { zh: '本县', en: 'The county' }, validFrom: 0, validTo: null, by: null },
    { id: 'round-1', rule: 'round', version: 1, asks: 'round', levels: ['lockdown'], days: 2, zh: '2天内一轮全阴', en: 'A negative round within 2 days', source: { zh: '本县', en: 'The county' }, validFrom: 0, validTo: null, by: null },
    { id: 'last-1', rule: 'last', version: 1, asks: 'stricter', levels: ['precaution'], days: 0, zh: '封控区、管控区全部解除', en: 'No stricter zone', source: { zh: '本县', en: 'The county' }, validFrom: 0, validTo: null, by: null },
  ],
  requirements: [
    { id: 'tests-1', rule: 'tests', version: 1, act: 'test', kinds: ['school'], levels: ['precaution', 'outside'], phases: ['emergency', 'control'], every: 84, first: 84, zh: '一周两检', en: 'Test twice a week', source: { zh: '本县', en: 'The county' }, validFrom: 0, validTo: null, by: null },
    { id: 'daily-1', rule: 'daily', version: 1, act: 'test', kinds: ['school'], levels: ['lockdown', 'control'], phases: ['emergency', 'control'], every: 24, first: 24, zh: '每日一检', en: 'Test every day', source: { zh: '本县', en: 'The county' }, validFrom: 0, validTo: null, by: null },
  ],
  care: {
    groups: [named('infant'), named('elder')],
    groupsSource: { zh: '本县', en: 'The county' },
    needs: [{ ...named('call'), every: 24, rises: [0, 24] }, { ...named('drug'), every: 48, rises: [12, 24] }, { ...named('birth'), every: null, rises: [0, 2] }],
    calls: [{ ...named('often'), need: 'call', levels: ['lockdown', 'control'], every: 12, source: { zh: '本县', en: 'The county' } }, { ...named('oftener'), need: 'call', levels: ['lockdown'], every: 6, source: { zh: '本县', en: 'The county' } }],
    reasons: [named('visit'), named('other')],
    help: { kinds: [{ ...named('medical'), urgent: true, rises: [0, 5] }, { ...named('food'), urgent: false, rises: [60, 120] }], source: { zh: '本县', en: 'The county' }, most: 5 },
    keepDays: 10,
    keepDaysSource: { zh: '假', en: 'invented' },
    opens: { minute: 5, hour: 8 },
    exportsADay: 2,
    confirmMinutes: 15,
  },
  credits: [],
}

export const folder: CountyFolder = { county }
export const facts = factsOf(county)

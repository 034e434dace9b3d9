import type { County } from '../../core/county.ts'
import { parts } from '../../core/left-out.ts'
import { cells, outline, townships, water } from './areas.ts'
import { care } from './care.ts'
import { checklists } from './checklists.ts'
import { aspects, placeKinds } from './lists.ts'
import { bulletin } from './papers.ts'
import { liftConditions, requirements } from './requirements.ts'
import { rules } from './rules.ts'
import { groups, supplies } from './supplies.ts'
import { routes, unitsOf } from './units.ts'

const ours = { zh: '本岛自定（虚构，供演练）', en: 'The island’s choice (invented for the drill)' }
/** This county leaves the part out. */
const none = { zh: '本岛未启用', en: 'Not used on the island' }

export const county: County = {
  code: 'BR',
  name: '雾岛',
  nameEn: 'Isla Bruma',
  // Summer time from September to April.
  timeZone: 'America/Santiago',
  leftOut: Object.values(parts).flat(),
  townships,
  outline,
  water,
  cells,
  cellsNote: null,
  surroundings: [{ zh: '太 平 洋', en: 'Pacific Ocean', at: [-82.9, -46.5], sea: true }],
  placeKinds,
  sweptKinds: ['kitchen'],
  guardedKinds: ['ferry', 'rehydration'],
  recoveryKinds: [],
  schoolKinds: [],
  grades: [],
  reopeningSource: none,
  aspects,
  units: unitsOf(townships),
  routes,
  hours: { immediate: 4, day: 24, threeDays: 72 },
  rules,
  ruleSources: {},
  supplies,
  staples: [],
  groups,
  skills: [
    { id: 'nursing', zh: '护理', en: 'Nursing' },
    { id: 'boat', zh: '驾船', en: 'Boat licence' },
    { id: 'plumbing', zh: '水管', en: 'Plumbing' },
  ],
  trainings: [{ id: 'hygiene', zh: '卫生培训', en: 'Hygiene training' }],
  checklists,
  requirements,
  liftConditions,
  care,
  testing: { siteKinds: [], sitePeople: [2000, 3000], tablePeople: [600, 800], staff: { table: 2, site: 4 }, first: 1, silent: 3, tubeHours: 6, sources: { sites: none, staff: none, pace: none, tubes: none } },
  quarantine: { kinds: [], guests: 'patient', needs: [], lateMinutes: 15, sources: { needs: none, late: none } },
  exposure: { near: 200, origins: [], lists: { closing: [], disinfection: [] }, source: none },
  office: {
    name: 'Isla Bruma Emergency Committee',
    locale: 'en-GB',
    drillMark: 'DRILL · ALL DATA INVENTED',
    letterTitle: 'Reminder',
    letterNo: 'IB/{year}/{no}',
    letterIntro: '{unit}:\nthe problems below are yours to put right, and their time is over. Please act at once and report by {due}.',
    letterClose: 'The committee will read the list of overdue problems at its next meeting.',
    letterColumns: ['', 'No.', 'Problem', 'Place', 'Due'],
    serviceRule: ours,
    bulletin,
  },
  credits: ['Drawn by hand, invented'],
}

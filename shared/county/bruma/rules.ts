import type { BoardDays, Rules } from '../../core/rules.ts'

/** Settled records of every kind stay on the live boards for a week: the incident is small. */
const week: BoardDays = { issue: 7, bulletin: 7, inspection: 7, delivery: 7, shift: 8, move: 7, shortage: 7, pledge: 7, marketDay: 7, briefing: 7, dayReport: 7, announcement: 7, notice: 7, letter: 7, slip: 7, correction: 7, zone: 7, selfReport: 7, workPlan: 7, round: 7, sampling: 7, tube: 7, batch: 7, transfer: 7, exposure: 7 }

/** All values are the island's choice, invented for the drill. */
export const rules: Rules = {
  dayEndsAt: '18:00',
  recheckNotByFinder: false,
  recheckHours: 48,
  afterPhoto: true,
  sampleShare: 0.2,
  unseenDays: 2,
  boardDays: week,
  nearMetres: 150,
  coarseMetres: 1000,
  route: { unseen: 2, open: 3, late: 5, relapsed: 4, kilometre: 0.5, stops: 4 },
  teams: 2,
  rankFrom: 3,
  quietHours: [23, 6],
  supplyHours: [72, 36],
  // By boat around the island.
  deliveryHours: 9,
  overAllocation: 0,
  priceRise: [0.1, 0.3],
  priceKinds: [],
  priceIssue: { title: 'Price', aspect: 'supplies', severity: 'day', unit: 'health' },
  reportMissingDays: 2,
  reportIssue: { title: 'Report differs', aspect: 'sanitation', severity: 'day' },
  photosADay: { count: 200, bytes: 100_000_000 },
  duty: {
    hoursIn24: 10,
    rest: 12,
    join: 1,
    nightsInRow: 2,
    warnDays: 5,
    daysInRow: 6,
    night: [21, 7],
    nightFrom: 3,
    travel: 20,
    gapAhead: 12,
    early: 45,
    late: 15,
    missing: 45,
    offline: 48,
    offer: 90,
    offerSoon: 15,
    callOut: 10,
    bring: { low: { zh: '饮用水、雨衣', en: 'Drinking water, a raincoat' }, high: { zh: '饮用水、胶靴、换洗衣物；手套到岗领取', en: 'Drinking water, rubber boots, a change of clothes; gloves are given there' } },
    riskLevels: ['lockdown', 'control'],
    trainings: { low: [], high: ['hygiene'] },
  },
}

import type { Records } from '../../shared/records.ts'

/** One record of each kind that testing sites and quarantine sites have. */
export const sitesGiven = (noon: number, hour: number): Pick<Records, 'round' | 'sampling' | 'tube' | 'quarantine' | 'batch' | 'transfer'> => ({
  round: { id: 'rd1', no: 1, name: '', startsAt: noon, endsAt: noon + 12 * hour, targets: { north: 3000 }, openedBy: 'ann', openedAt: noon, closedBy: null, closedAt: null, result: null, reason: '' },
  sampling: { id: 'rd1_p1', round: 'rd1', place: 'p1', township: 'north', unit: null, target: 600, entries: [], closedAt: null },
  quarantine: { id: 'p1', township: 'north', unit: null, rooms: ['301', '302', '303', '304'], batches: 1, by: 'olaf', at: noon },
  batch: { id: 'ba1', no: 1, place: 'p1', township: 'north', unit: null, at: noon, heads: 3, rooms: [{ room: '301', heads: 1 }, { room: '302', heads: 2 }], from: { place: null, township: 'south', text: '' }, needs: {}, note: '', transfer: null, tests: [], departures: [], leftAt: null, by: 'olaf' },
  transfer: { id: 'tr1', no: 1, vehicle: '粤GD1234', phone: '', from: { place: null, township: null, text: '村委会' }, fromTownship: null, target: 'p1', township: 'north', unit: null, seats: 20, heads: 3, departBy: noon + hour, arriveBy: noon + 2 * hour, departedAt: null, arrivedAt: null, handedOver: null, takenOver: null, disinfectedAt: null, disinfectedBy: null, state: 'planned', reason: '', cancelledAt: null, batch: null, by: 'olaf', at: noon },
  tube: { id: 'tb1', round: 'rd1', place: 'p1', township: 'north', unit: null, code: 'A-1', people: 10, state: 'open', by: 'olaf', at: noon, dueAt: noon + 6 * hour, settledBy: null, settledAt: null },
})

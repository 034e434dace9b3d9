import type { Role } from '../../shared/actor.ts'
import type { CommandName } from '../../shared/commands/all.ts'
import { board, hour, noon, who } from './given.ts'

const at = { township: 'north', lng: 110, lat: 21 }
const ring: [number, number][] = [[0, 0], [1, 0], [1, 1]]

/** One call of every command that a listed role is granted, on the board below. A new command without one does not compile. */
export const calls: Record<CommandName, object> = {
  announce: { announcement: 'a2', text: 'x' },
  endAnnouncement: { announcement: 'a1' },
  openIncident: { code: '1', name: 'x', phase: 'emergency', drill: false, startedAt: noon },
  reportIssue: { issue: 'i9', title: 'x', aspect: 'safety', severity: 'day', ...at },
  editIssue: { issue: 'i1', set: { title: 'y' }, base: { title: 'no gloves' } },
  moveIssue: { issue: 'i1', set: { lng: 111 }, base: { lng: 110 } },
  commentIssue: { issue: 'i1', text: 'x' },
  attachPhoto: { issue: 'i1', photo: 'f1' },
  assignIssue: { issue: 'i1', set: { unit: 'civil' }, base: { unit: 'health' } },
  extendIssue: { issue: 'i1', set: { deadline: noon + 90 * hour }, base: { deadline: noon + 24 * hour }, reason: 'x' },
  advanceIssue: { issue: 'i1', from: 'rectifying', to: 'awaiting', reason: 'x' },
  addPlace: { place: 'p9', name: 'x', kind: 'school', ...at },
  importPlaces: { places: [{ place: 'p9', name: 'x', kind: 'school', ...at }] },
  editPlace: { place: 'p1', set: { name: 'y' }, base: { name: 'North school' } },
  movePlace: { place: 'p1', set: { lng: 111 }, base: { lng: 110 } },
  retirePlace: { place: 'p1' },
  restorePlace: { place: 'p2' },
  openShift: { shift: 's9', title: 'x', ...at, startsAt: noon, endsAt: noon + hour, needed: 1 },
  editShift: { shift: 's1', set: { title: 'y' }, base: { title: 'night' } },
  claimShift: { shift: 's1' },
  releaseShift: { shift: 's2' },
  closeShift: { shift: 's1' },
  reopenShift: { shift: 's3' },
  postShortage: { shortage: 'n9', item: 'x', quantity: 1, ...at },
  editShortage: { shortage: 'n1', set: { item: 'y' }, base: { item: 'gloves' } },
  coverShortage: { shortage: 'n1', quantity: 1 },
  withdrawShortage: { shortage: 'n1' },
  reopenShortage: { shortage: 'n2' },
  drawZone: { zone: 'z9', name: 'x', level: 'control', ring, validFrom: noon },
  editZone: { zone: 'z1', set: { name: 'y' }, base: { name: 'market' } },
  liftZone: { zone: 'z1' },
  restoreZone: { zone: 'z2' },
  receiveStock: { move: 'm9', place: 'p1', supply: 'glove', quantity: 5 },
  useStock: { move: 'm9', place: 'p1', supply: 'glove', quantity: 5 },
  countStock: { move: 'm9', place: 'p1', supply: 'glove', counted: 90, seen: 100, reason: 'x' },
  importStock: { rows: [{ move: 'm9', place: 'p1', supply: 'glove', quantity: 5 }] },
  countHeads: { place: 'p1', groups: { guest: 5 } },
  allocateSupplies: { delivery: 'd9', shortage: 'n3', supply: 'glove', quantity: 10, store: 'p1' },
  dispatchDelivery: { delivery: 'd1', driver: 'van 1' },
  receiveDelivery: { delivery: 'd2', received: 9, signedBy: 'head' },
  cancelDelivery: { delivery: 'd1' },
  explainDifference: { delivery: 'd3', reason: 'x' },
  pledgeSupplies: { pledge: 'g9', shortage: 'n1', donor: 'x', quantity: 1 },
  receivePledge: { pledge: 'g1' },
  withdrawPledge: { pledge: 'g1' },
  recordPrices: { place: 'p1', day: '2030-05-06', staples: { rice: { price: 300, stock: 'ample' } } },
}
const everybody = Object.values(who).map(actor => actor.id)
/** The board on which those calls are granted. */
export const givenFor = (name: string) => board({
  ...name !== 'openIncident' && { incident: [{ id: 'incident' }] },
  issue: [{ id: 'i1', state: 'rectifying' }, { id: 'i2', state: 'awaiting' }],
  place: [{ id: 'p1' }, { id: 'p2', retired: true }, { id: 'p3' }],
  shift: [{ id: 's1', needed: 9 }, { id: 's2', needed: 9, claimedBy: everybody, startsAt: noon + 20 * hour, endsAt: noon + 22 * hour }, { id: 's3', open: false }],
  shortage: [{ id: 'n1', allocated: 10 }, { id: 'n2', state: 'withdrawn' }, { id: 'n3', place: 'p3' }],
  stock: [{ id: 'p1_glove', quantity: 100 }],
  delivery: [{ id: 'd1' }, { id: 'd2', state: 'onTheWay' }, { id: 'd3', state: 'received', received: 7 }],
  pledge: [{ id: 'g1' }],
  zone: [{ id: 'z1' }, { id: 'z2', liftedAt: noon }],
  announcement: [{ id: 'a1' }],
})

const headquarters: readonly Role[] = ['coordinator', 'admin']
const planners: readonly Role[] = ['coordinator', 'officer', 'admin']
const keepers: readonly Role[] = ['coordinator', 'inspector', 'officer', 'admin']
const workers: readonly Role[] = ['coordinator', 'inspector', 'officer', 'unit', 'admin']
const suppliers: readonly Role[] = ['coordinator', 'officer', 'unit', 'admin']
const onIssues: readonly Role[] = [...workers, 'overseer']

/** Who may do what, said a second time: a role that slips into a command by mistake is found here. */
export const may: Record<CommandName, readonly Role[]> = {
  announce: headquarters,
  endAnnouncement: headquarters,
  openIncident: ['admin'],
  reportIssue: keepers,
  editIssue: keepers,
  moveIssue: keepers,
  commentIssue: onIssues,
  attachPhoto: onIssues,
  assignIssue: keepers,
  extendIssue: headquarters,
  advanceIssue: onIssues,
  addPlace: keepers,
  importPlaces: keepers,
  editPlace: keepers,
  movePlace: keepers,
  retirePlace: keepers,
  restorePlace: keepers,
  openShift: planners,
  editShift: planners,
  claimShift: ['coordinator', 'inspector', 'officer', 'volunteer', 'admin'],
  releaseShift: ['coordinator', 'inspector', 'officer', 'volunteer', 'admin'],
  closeShift: planners,
  reopenShift: planners,
  postShortage: workers,
  editShortage: workers,
  coverShortage: ['coordinator', 'officer', 'unit', 'admin'],
  withdrawShortage: workers,
  reopenShortage: workers,
  drawZone: headquarters,
  editZone: headquarters,
  liftZone: headquarters,
  restoreZone: headquarters,
  receiveStock: suppliers,
  useStock: suppliers,
  countStock: suppliers,
  importStock: suppliers,
  countHeads: workers,
  allocateSupplies: suppliers,
  dispatchDelivery: suppliers,
  receiveDelivery: workers,
  cancelDelivery: suppliers,
  explainDifference: suppliers,
  pledgeSupplies: suppliers,
  receivePledge: suppliers,
  withdrawPledge: suppliers,
  recordPrices: workers,
}

import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { suppliers, workers } from './roles.ts'

const at = { township: 'north', lng: 110, lat: 21 }

export const calls = {
  postShortage: { shortage: 'n9', item: 'x', quantity: 1, ...at },
  editShortage: { shortage: 'n1', set: { item: 'y' }, base: { item: 'gloves' } },
  coverShortage: { shortage: 'n1', quantity: 1 },
  withdrawShortage: { shortage: 'n1' },
  reopenShortage: { shortage: 'n2' },
  receiveStock: { move: 'm9', place: 'p1', supply: 'glove', quantity: 5 },
  useStock: { move: 'm9', place: 'p1', supply: 'glove', quantity: 5 },
  countStock: { move: 'm9', place: 'p1', supply: 'glove', counted: 90, seen: 100, reason: 'x' },
  receiveGoods: { note: 'q9', place: 'p1', lines: [{ supply: 'glove', quantity: 5 }] },
  issueGoods: { note: 'q9', place: 'p1', lines: [{ supply: 'glove', quantity: 5 }] },
  sendGoods: { note: 'q9', place: 'p1', to: 'p3', driver: 'van 1', lines: [{ supply: 'glove', quantity: 5, shortage: 'n3' }] },
  receiveDeliveries: { deliveries: [{ delivery: 'd2', received: 9 }], signedBy: 'head' },
  takeStock: { note: 'q9', place: 'p1', lines: [{ supply: 'glove', counted: 90, seen: 100, reason: 'x' }] },
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
} satisfies Partial<Record<CommandName, object>>

export const may = {
  postShortage: workers,
  editShortage: workers,
  coverShortage: ['coordinator', 'officer', 'unit', 'admin'],
  withdrawShortage: workers,
  reopenShortage: workers,
  receiveStock: suppliers,
  useStock: suppliers,
  countStock: suppliers,
  receiveGoods: suppliers,
  issueGoods: suppliers,
  sendGoods: suppliers,
  receiveDeliveries: workers,
  takeStock: suppliers,
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
} satisfies Partial<Record<CommandName, readonly Role[]>>

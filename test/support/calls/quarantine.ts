import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import type { Records } from '../../../shared/records.ts'
import { hour, noon } from '../given.ts'
import { suppliers } from './roles.ts'

const departure = { id: 'dp1', at: noon, by: 'olaf', heads: 1, rooms: [{ room: '303', heads: 1 }], to: '' }
/** What the batch and the transfer must be for these commands. */
export const batchFor: Readonly<Record<string, Partial<Records['batch']>>> = {
  withdrawBatchTest: { tests: [{ id: 'te1', at: noon, by: 'olaf', heads: 3 }] },
  returnBatch: { departures: [departure], heads: 4 },
}
const underWay = { state: 'underWay', departedAt: noon - hour } as const
const arrived = { state: 'arrived', departedAt: noon - hour, arrivedAt: noon } as const
export const tripFor: Readonly<Record<string, Partial<Records['transfer']>>> = {
  arriveTransfer: underWay,
  disinfectTransfer: arrived,
  backTransfer: arrived,
  restoreTransfer: { state: 'cancelled', cancelledAt: noon },
}

export const calls = {
  setRooms: { place: 'p5', rooms: ['301', '302', '303', '304', 'A-501'] },
  receiveBatch: { batch: 'ba9', place: 'p5', at: noon, heads: 3, rooms: [{ room: '303', heads: 1 }, { room: '304', heads: 2 }], needs: { infant: 1 } },
  withdrawBatch: { batch: 'ba1' },
  testBatch: { batch: 'ba1', test: 'te9', at: noon, heads: 3 },
  withdrawBatchTest: { batch: 'ba1', test: 'te1' },
  leaveBatch: { batch: 'ba1', departure: 'dp9', at: noon, rooms: [{ room: '301', heads: 1 }] },
  returnBatch: { batch: 'ba1', departure: 'dp1' },
  moveRoom: { batch: 'ba1', from: '301', to: '304' },
  noteNeeds: { batch: 'ba1', needs: { infant: 2 } },
  planTransfer: { transfer: 'tr9', vehicle: '粤G·D5678', phone: '0759-0010-0506', seats: 20, heads: 12, departBy: noon + hour, arriveBy: noon + 2 * hour, from: { township: 'north' }, target: 'p5' },
  changeTransfer: { transfer: 'tr1', vehicle: '粤GD1234', phone: '', seats: 20, heads: 4, departBy: noon + hour, arriveBy: noon + 3 * hour },
  cancelTransfer: { transfer: 'tr1', reason: 'x' },
  restoreTransfer: { transfer: 'tr1' },
  departTransfer: { transfer: 'tr1', at: noon, heads: 3, post: 'x' },
  arriveTransfer: { transfer: 'tr1', at: noon, post: 'x' },
  disinfectTransfer: { transfer: 'tr1', at: noon },
  backTransfer: { transfer: 'tr1', step: 'arrive' },
} satisfies Partial<Record<CommandName, object>>

const keepers = [...suppliers, 'contact'] as const
export const may = {
  setRooms: keepers,
  receiveBatch: keepers,
  withdrawBatch: keepers,
  testBatch: [...keepers, 'inspector'],
  withdrawBatchTest: [...keepers, 'inspector'],
  leaveBatch: keepers,
  returnBatch: keepers,
  moveRoom: keepers,
  noteNeeds: keepers,
  planTransfer: suppliers,
  changeTransfer: suppliers,
  cancelTransfer: suppliers,
  restoreTransfer: suppliers,
  departTransfer: keepers,
  arriveTransfer: keepers,
  disinfectTransfer: keepers,
  backTransfer: keepers,
} satisfies Partial<Record<CommandName, readonly Role[]>>

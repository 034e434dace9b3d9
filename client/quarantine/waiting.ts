import type { Transfer } from '../../shared/records.ts'
import { computed } from 'vue'
import { isLateTransfer } from '../../shared/quarantine/transfers.ts'
import { record, records } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { county } from '../core/session.ts'
import { dues, late } from '../requirements/dues.ts'

/** What waits on the page: batches whose test is overdue, and transfers that are late or whose people are not in their rooms yet. */
const lateTests = computed(() => dues.value.filter(due => due.batch && late(due)))
export const lateBatches = computed(() => lateTests.value.length)
/** The sites of these batches, by the id of their place. */
export const lateSites = computed(() => new Set(lateTests.value.map(due => due.place.id)))
export const tripLate = (trip: Transfer): boolean => county.value !== null && isLateTransfer(trip, minute.value, county.value.quarantine)
/** True for people who arrived at a site and are not a batch of it yet. */
export const toReceive = ({ state, batch, target }: Transfer): boolean => state === 'arrived' && batch === null && record('quarantine', target) !== undefined
export const tripsWaiting = computed(() => records('transfer').filter(trip => tripLate(trip) || (trip.state === 'arrived' && trip.disinfectedAt === null)).length)
export const quarantineWaiting = computed(() => lateBatches.value + tripsWaiting.value)

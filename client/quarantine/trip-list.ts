import type { Transfer } from '../../shared/records.ts'
import { plateText } from '../../shared/quarantine/transfers.ts'
import { listOut } from '../base/transfer/write-list.ts'
import { records } from '../core/board.ts'
import { wallClock } from '../core/time.ts'
import { siteName, whereFrom } from './quarantine.ts'
import { tripLate } from './waiting.ts'
import { quarantineWords as words } from './words.ts'

export const tripState = (trip: Transfer): keyof typeof words.value.states => tripLate(trip) ? 'late' : trip.state === 'arrived' && trip.disinfectedAt !== null ? 'done' : trip.state

/** The transfers on the board as a list for Excel. */
export function tripList() {
  const { tripColumns: columns, states, views } = words.value
  const time = (at: number | null) => at === null ? null : wallClock(at)
  return listOut(views.transfers, [...records('transfer')].sort((a, b) => b.no - a.no), [
    { title: columns.no, holds: 'number', of: trip => trip.no },
    { title: columns.state, holds: 'text', of: trip => states[tripState(trip)] },
    { title: columns.vehicle, holds: 'text', of: trip => plateText(trip.vehicle) },
    { title: columns.phone, holds: 'text', of: trip => trip.phone },
    { title: columns.from, holds: 'text', of: trip => whereFrom(trip.from) },
    { title: columns.to, holds: 'text', of: trip => siteName(trip.target) },
    { title: columns.heads, holds: 'number', of: trip => trip.heads },
    { title: columns.seats, holds: 'number', of: trip => trip.seats },
    { title: columns.departBy, holds: 'time', of: trip => time(trip.departBy) },
    { title: columns.departed, holds: 'time', of: trip => time(trip.departedAt) },
    { title: columns.arriveBy, holds: 'time', of: trip => time(trip.arriveBy) },
    { title: columns.arrived, holds: 'time', of: trip => time(trip.arrivedAt) },
    { title: columns.disinfected, holds: 'time', of: trip => time(trip.disinfectedAt) },
  ])
}

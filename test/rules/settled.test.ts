import type { CountyFolder } from '../../shared/county/county-folder.ts'
import type { Records } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { reachOf } from '../../shared/duty/fatigue.ts'
import { upgrade } from '../../shared/records.ts'
import { dueClearing, hasLeft, settledAt } from '../../shared/settled.ts'
import { after, board, facts, hour, make, noon, when, who } from '../support/given.ts'

const day = 24 * hour
const inspection = (more: Partial<Records['inspection']> = {}) => make('inspection', { state: 'done', finishedAt: noon - 10 * day, ...more })
const delivery = (more: Partial<Records['delivery']> = {}) => make('delivery', { state: 'received', quantity: 5, received: 5, explained: '', receivedAt: noon - 10 * day, ...more })
const notice = (more: Partial<Records['notice']> = {}) => make('notice', { at: noon - 10 * day, readBy: ['una'], ...more })
/** Four days of the test county have been cleared at noon. */
const cleared = make('incident', { cleared: { inspection: noon - 4 * day, delivery: noon - 4 * day, notice: noon - 4 * day } })

it('[SE1] an inspection is settled when it is signed, or with its day; a delivery when it is signed for and explained, or cancelled; a notice when it is read', () => {
  const at = noon - 10 * day
  expect(settledAt('inspection', inspection())).toBe(at)
  const midnight = Date.parse('2030-05-07T00:00:00Z')
  for (const state of ['planned', 'onSite', 'cancelled'] as const) expect(settledAt('inspection', inspection({ state, finishedAt: null }))).toBe(midnight)
  const checkIn = { at: noon + 30 * hour, lng: null, lat: null, accuracy: null, how: 'gps' as const, proven: false, metres: null, deviceAt: null, reason: '' }
  expect(settledAt('inspection', inspection({ state: 'onSite', finishedAt: null, checkIn }))).toBe(checkIn.at)
  expect(settledAt('delivery', delivery())).toBe(at)
  expect(settledAt('delivery', delivery({ received: 4 }))).toBeNull()
  expect(settledAt('delivery', delivery({ received: 4, explained: 'broken' }))).toBe(at)
  expect(settledAt('delivery', delivery({ state: 'cancelled', receivedAt: null, cancelledAt: noon }))).toBe(noon)
  for (const state of ['allocated', 'onTheWay'] as const) expect(settledAt('delivery', delivery({ state, receivedAt: null }))).toBeNull()
  expect(settledAt('notice', notice())).toBe(at)
  expect(settledAt('notice', notice({ readBy: [] }))).toBeNull()
  expect(settledAt('place', make('place', {}))).toBeNull()
})

it('[SE5] a shift is settled at its end, a line of the ledger when written, prices, a briefing and a report with their day, an announcement when it ends', () => {
  const midnight = Date.parse('2030-05-07T00:00:00Z')
  expect(settledAt('shift', make('shift', { endsAt: noon + 9 * hour }))).toBe(noon + 9 * hour)
  expect(settledAt('move', make('move', { at: noon }))).toBe(noon)
  for (const kind of ['marketDay', 'briefing', 'dayReport'] as const) expect(settledAt(kind, make(kind, {}))).toBe(midnight)
  expect(settledAt('bulletin', make('bulletin', { until: noon }))).toBe(noon)
  expect([null, noon].map(until => settledAt('announcement', make('announcement', { until })))).toEqual([null, noon])
  expect(settledAt('shortage', make('shortage', {}))).toBeNull()
  expect(settledAt('pledge', make('pledge', {}))).toBeNull()
})

it('[SE5] a shortage and a pledge are dated by the act that settles them; a reopened shortage is open again; older ones count from when they were made', () => {
  const on = board({ shortage: [{ quantity: 10, place: 'p3' }], pledge: [{ quantity: 10 }], place: [{ id: 'p1' }, { id: 'p3' }], stock: [{ quantity: 10 }] })
  const promised = board({ shortage: [{ quantity: 10, allocated: 10 }], pledge: [{ quantity: 10 }] })
  const later = noon + day
  const withdrawn = after('shortage', on, who.coordinator, 'withdrawShortage', { shortage: 'n1', reason: '' }, later)
  expect(settledAt('shortage', withdrawn)).toBe(later)
  expect(settledAt('shortage', after('shortage', board({ shortage: [withdrawn] }), who.coordinator, 'reopenShortage', { shortage: 'n1' }, later))).toBeNull()
  expect(settledAt('shortage', after('shortage', on, who.coordinator, 'coverShortage', { shortage: 'n1', quantity: 10, from: '' }, later))).toBe(later)
  expect(settledAt('shortage', after('shortage', board({ shortage: [{ quantity: 10, covered: 4 }] }), who.coordinator, 'editShortage', { shortage: 'n1', set: { quantity: 4 }, base: { quantity: 10 } }, later))).toBe(later)
  expect(settledAt('shortage', after('shortage', on, who.coordinator, 'receivePledge', { pledge: 'g1' }, later))).toBe(later)
  for (const name of ['receivePledge', 'withdrawPledge'] as const) expect(settledAt('pledge', after('pledge', promised, who.coordinator, name, { pledge: 'g1' }, later))).toBe(later)
  expect(settledAt('delivery', after('delivery', board({ delivery: [{}] }), who.coordinator, 'cancelDelivery', { delivery: 'd1', reason: '' }, later))).toBe(later)
  for (const [kind, old] of [['shortage', { state: 'covered', postedAt: noon }], ['pledge', { state: 'received', at: noon }], ['delivery', { state: 'cancelled', allocatedAt: noon }]] as const) {
    const { settledAt: _, cancelledAt: __, ...record } = make(kind, old as never) as unknown as Record<string, unknown>
    expect(settledAt(kind, upgrade(kind, record))).toBe(noon)
  }
})

it('[SE5] rules that a device must answer like the server ask for no shift that has left: who takes part, and who relieves', () => {
  const gone = { id: 's0', startsAt: noon - 9 * day, endsAt: noon - 9 * day + 8 * hour, claimedBy: ['ivy'], post: 'g1', handover: { text: 'keys', by: 'ivy', at: noon - 9 * day, acknowledgedBy: null, acknowledgedAt: null } }
  const next = { id: 's2', startsAt: noon - 9 * day + 8 * hour, endsAt: noon - 9 * day + 16 * hour, claimedBy: ['ben'], post: 'g1' }
  const mine = { id: 's1', claimedBy: ['ben'] }
  const offer = { shift: 's1', to: 'ivy', for: null }
  const before = board({ incident: [{}], shift: [gone, next, mine] })
  expect(when(before, who.volunteer, 'offerSwap', offer)).toHaveLength(2)
  expect(when(before, who.volunteer, 'acknowledgeHandover', { shift: 's0' })).toHaveLength(1)
  const since = { incident: [{ cleared: { shift: noon - 4 * day } }] }
  expect(when(board({ ...since, shift: [gone, next, mine] }), who.volunteer, 'offerSwap', offer)).toBe('not_found')
  expect(when(board({ ...since, shift: [mine] }), who.volunteer, 'offerSwap', offer)).toBe('not_found')
  // As on a device that has opened it by its link, and as on the server.
  for (const shift of [[gone], [gone, next]]) expect(when(board({ ...since, shift }), who.volunteer, 'acknowledgeHandover', { shift: 's0' })).toBe('over')
})

it('[SE1] what was settled before the boards were cleared has left them; what is open, or was settled later, has not', () => {
  expect(hasLeft(cleared, 'inspection', inspection())).toBe(true)
  expect(hasLeft(cleared, 'inspection', inspection({ finishedAt: noon - 4 * day }))).toBe(false)
  expect(hasLeft(cleared, 'inspection', inspection({ state: 'onSite', finishedAt: null }))).toBe(false)
  expect(hasLeft(cleared, 'delivery', delivery({ received: 4 }))).toBe(false)
  expect(hasLeft(cleared, 'place', make('place', {}))).toBe(false)
  expect(hasLeft(make('incident', {}), 'inspection', inspection())).toBe(false)
  expect(hasLeft(undefined, 'inspection', inspection())).toBe(false)
})

it('[SE1] a letter is settled with its new deadline, a slip and a correction when made, a zone when lifted or expired, whichever is first', () => {
  expect(settledAt('letter', make('letter', { at: noon, dueAt: noon + hour }))).toBe(noon + hour)
  for (const kind of ['slip', 'correction'] as const) expect(settledAt(kind, make(kind, { at: noon }))).toBe(noon)
  const zone = (liftedAt: number | null, validTo: number | null) => settledAt('zone', make('zone', { liftedAt, validTo }))
  expect([zone(null, null), zone(noon, null), zone(null, noon), zone(noon, noon + 1), zone(noon + 1, noon)]).toEqual([null, noon, noon, noon, noon])
})

it('[SE2] the boards are cleared once a day, when something would leave, by the days of the county', () => {
  const on = board({ incident: [{ id: 'incident' }], inspection: [inspection({ finishedAt: noon })] })
  const look = (at: number): number => {
    const due = dueClearing(on, at, facts)
    for (const { name, args } of due) on.set({ kind: 'incident', id: 'incident', value: after('incident', on, who.system, name as 'clearBoards', args as never, at) })
    return due.length
  }
  expect(look(noon + 4 * day)).toBe(0)
  expect(look(noon + 4 * day + 1)).toBe(1)
  expect(hasLeft(on.get('incident', 'incident'), 'inspection', on.get('inspection', inspection().id) as never)).toBe(true)
  on.set({ kind: 'inspection', id: 'v9', value: inspection({ id: 'v9', finishedAt: noon + hour }) })
  // It would leave, but the boards were cleared today.
  expect([look(noon + 4 * day + 2 * hour), look(noon + 5 * day), look(noon + 5 * day + 1)]).toEqual([0, 0, 1])
  // Nothing leaves: nothing is written, however long.
  expect(look(noon + 9 * day)).toBe(0)
  on.set({ kind: 'notice', id: 'n9', value: notice({ id: 'n9', at: noon + 2 * day }) })
  expect([look(noon + 9 * day), look(noon + 9 * day)]).toEqual([1, 0])
})

it('[SE2] only the server clears, never what is still to come, and what has left stays away', () => {
  const on = board({ incident: [cleared] })
  expect(when(on, who.admin, 'clearBoards', { before: {} })).toBe('forbidden')
  expect(when(on, who.system, 'clearBoards', { before: { notice: noon + 1 } })).toBe('invalid')
  expect(after('incident', on, who.system, 'clearBoards', { before: { notice: noon - 9 * day, inspection: noon - day } }).cleared).toEqual({ ...cleared.cleared, inspection: noon - day })
})

it('[SE2] an incident of an earlier version has cleared nothing', () => {
  const { cleared: _, ...old } = make('incident', {})
  expect(upgrade('incident', old)).toMatchObject({ cleared: {} })
})

it.each(Object.entries(import.meta.glob<{ folder: CountyFolder }>('../../shared/county/*/index.ts', { eager: true })))('[H5] [SE5] shifts stay on the boards as long as the limits of rest look back, so that a device knows who is tired: %s', (_, { folder: { county } }) => {
  expect(county.rules.boardDays.shift * day).toBeGreaterThanOrEqual(reachOf(county.rules.duty))
})

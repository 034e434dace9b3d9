import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { owed } from '../../shared/notices/owed.ts'
import { plateOf, plateText } from '../../shared/quarantine/transfers.ts'
import { hasLeft } from '../../shared/settled.ts'
import { after, board, facts, hour, noon, when, who } from '../support/given.ts'

const minute = 60_000
const trip = (more: Partial<Records['transfer']> = {}) => ({ id: 'tr1', no: 1, target: 'p5', departBy: noon + hour, arriveBy: noon + 2 * hour, ...more })
const underWay = { state: 'underWay', departedAt: noon - hour, departBy: noon - hour, arriveBy: noon + hour } as const
const arrived = { state: 'arrived', departBy: noon - 2 * hour, departedAt: noon - 2 * hour, arriveBy: noon - hour, arrivedAt: noon - hour } as const
const given = (...trips: Partial<Records['transfer']>[]) => board({ incident: [{}], place: [{ id: 'p5' }, { id: 'p1' }], quarantine: [{ id: 'p5' }], transfer: trips })
const plan = { transfer: 'tr9', vehicle: '粤G·D1234', phone: '0759-0010-0506', seats: 20, heads: 12, departBy: noon + hour, arriveBy: noon + 2 * hour, from: { township: 'south' }, target: 'p5' }

describe('the plan of a transfer', () => {
  it('[TF1] [F43] has a vehicle, its duty phone, both ends and times, and no more people than seats', () => {
    expect(after('transfer', given(), who.officer, 'planTransfer', plan)).toMatchObject({ no: 1, vehicle: '粤GD1234', fromTownship: 'south', township: 'north', state: 'planned', heads: 12 })
    expect(after('transfer', given(), who.officer, 'planTransfer', { ...plan, from: { place: 'p1' } })).toMatchObject({ fromTownship: 'north' })
    expect(when(given(), who.officer, 'planTransfer', { ...plan, heads: 21 })).toBe('over_seats')
    expect(when(given(), who.officer, 'planTransfer', { ...plan, arriveBy: noon + hour })).toBe('ends_before_start')
    expect(when(given(), who.officer, 'planTransfer', { ...plan, target: 'none' })).toBe('not_found')
    expect(when(given(), who.officer, 'planTransfer', { ...plan, from: { text: '13812345678' } })).toBe('personal_data')
    for (const vehicle of ['张三', '粤G', '120', 'ABCDEFG', '粤G D1234 5678']) expect(when(given(), who.officer, 'planTransfer', { ...plan, vehicle }), vehicle).toBe('plate_number')
    expect([plateText('粤GD1234'), plateText('A1234')]).toEqual(['粤G·D1234', 'A1234'])
    for (const vehicle of ['粤G·D1234', '粤g d1234', '粤Ｇ-Ｄ１２３４']) expect(plateOf(vehicle)).toBe('粤GD1234')
  })

  it('[TF2] is made by headquarters, the township of either end and the department of the site; its contact takes the steps', () => {
    expect(when(given(), who.contact, 'planTransfer', plan)).toBe('forbidden')
    expect(when(given(), { ...who.officer, township: 'south' }, 'planTransfer', plan)).toHaveLength(2)
    expect(when(given(trip({ fromTownship: null })), { ...who.officer, township: 'south' }, 'departTransfer', { transfer: 'tr1', at: noon, heads: 3 })).toBe('outside_area')
    expect(when(given(trip(underWay)), who.contact, 'arriveTransfer', { transfer: 'tr1', at: noon })).toHaveLength(1)
    expect(when(given(trip(underWay)), { ...who.contact, place: 'p1' }, 'arriveTransfer', { transfer: 'tr1', at: noon })).toBe('outside_area')
    for (const actor of [who.inspector, who.viewer, who.volunteer]) expect(when(given(), actor, 'planTransfer', plan), actor.role).toBe('forbidden')
  })

  it('[TF3] is changed until it arrives, cancelled with a reason before it begins, and restored', () => {
    const change = { transfer: 'tr1', vehicle: '粤GD9', phone: '', seats: 9, heads: 9, departBy: noon + 3 * hour, arriveBy: noon + 4 * hour }
    expect(when(given(trip()), who.officer, 'changeTransfer', change)).toBe('plate_number')
    expect(after('transfer', given(trip()), who.officer, 'changeTransfer', { ...change, vehicle: '粤GD9999' })).toMatchObject({ vehicle: '粤GD9999', heads: 9, arriveBy: noon + 4 * hour })
    expect(after('transfer', given(trip(underWay)), who.officer, 'changeTransfer', { ...change, vehicle: '粤GD9999' })).toMatchObject({ vehicle: '粤GD1234', heads: 3, arriveBy: noon + 4 * hour })
    expect(when(given(trip(arrived)), who.officer, 'changeTransfer', { ...change, vehicle: '粤GD9999' })).toBe('illegal_step')
    expect(when(given(trip()), who.officer, 'cancelTransfer', { transfer: 'tr1', reason: ' ' })).toBe('needs_reason')
    expect(when(given(trip(underWay)), who.officer, 'cancelTransfer', { transfer: 'tr1', reason: 'x' })).toBe('illegal_step')
    expect(after('transfer', given(trip()), who.officer, 'cancelTransfer', { transfer: 'tr1', reason: '车辆故障' })).toMatchObject({ state: 'cancelled', reason: '车辆故障', cancelledAt: noon })
    expect(after('transfer', given(trip({ state: 'cancelled', cancelledAt: noon, reason: 'x' })), who.officer, 'restoreTransfer', { transfer: 'tr1' })).toMatchObject({ state: 'planned', reason: '', cancelledAt: null })
  })
})

describe('a vehicle is never in two places', () => {
  const other = trip({ id: 'tr2', no: 2 })

  it('[TF4] [F43] two plans that overlap are refused, those that follow each other are not', () => {
    const at = (from: number, to: number) => when(given(other), who.officer, 'planTransfer', { ...plan, departBy: noon + from * minute, arriveBy: noon + to * minute })
    for (const [from, to] of [[60, 120], [30, 61], [119, 200], [70, 80], [0, 300]] as const) expect(at(from, to), `${from}-${to}`).toBe('vehicle_busy')
    for (const [from, to] of [[0, 60], [120, 150]] as const) expect(at(from, to), `${from}-${to}`).toHaveLength(2)
    expect(when(given(other), who.officer, 'planTransfer', { ...plan, vehicle: '粤GD1235' })).toHaveLength(2)
    expect(when(given(trip({ ...other, state: 'cancelled', cancelledAt: noon })), who.officer, 'planTransfer', plan)).toHaveLength(2)
  })

  it('[TF4] [F43] neither by a change, nor by undo, nor by a restored plan', () => {
    expect(when(given(trip({ vehicle: '粤GD7777' }), other), who.officer, 'changeTransfer', { transfer: 'tr1', vehicle: '粤G D1234', phone: '', seats: 9, heads: 3, departBy: noon + hour, arriveBy: noon + 2 * hour })).toBe('vehicle_busy')
    expect(when(given(trip({ state: 'cancelled', cancelledAt: noon }), other), who.officer, 'restoreTransfer', { transfer: 'tr1' })).toBe('vehicle_busy')
    const back = trip({ state: 'underWay', departedAt: noon })
    expect(when(given(back, other), who.officer, 'backTransfer', { transfer: 'tr1', step: 'depart' })).toBe('vehicle_busy')
    const later = trip({ id: 'tr2', no: 2, state: 'underWay', departedAt: noon - 10 * minute })
    expect(when(given(trip(arrived), later), who.officer, 'backTransfer', { transfer: 'tr1', step: 'arrive' })).toBe('vehicle_busy')
  })

  it('[TF4] [F43] it leaves only when it is back, at the moment it really left', () => {
    const elsewhere = trip({ id: 'tr2', no: 2, ...underWay, arriveBy: noon - 30 * minute })
    expect(when(given(trip(), elsewhere), who.officer, 'departTransfer', { transfer: 'tr1', at: noon, heads: 3 })).toBe('vehicle_busy')
    const done = { id: 'tr2', no: 2, ...arrived, disinfectedAt: noon - 30 * minute, disinfectedBy: 'con' }
    expect(when(given(trip(), trip(done)), who.officer, 'departTransfer', { transfer: 'tr1', at: noon - 90 * minute, heads: 3 })).toBe('vehicle_busy')
    expect(after('transfer', given(trip(), trip(done)), who.officer, 'departTransfer', { transfer: 'tr1', at: noon, heads: 3 })).toMatchObject({ state: 'underWay', departedAt: noon })
  })

  it('[TF4] what has happened is never refused for what is only planned', () => {
    expect(when(given(trip(underWay), trip({ id: 'tr2', no: 2, departBy: noon - minute, arriveBy: noon + hour })), who.officer, 'arriveTransfer', { transfer: 'tr1', at: noon })).toHaveLength(1)
  })

  it('[TF5] and leaves only when it was disinfected after the trip before', () => {
    expect(when(given(trip(), trip({ id: 'tr2', no: 2, ...arrived })), who.officer, 'departTransfer', { transfer: 'tr1', at: noon, heads: 3 })).toBe('not_disinfected')
  })
})

describe('the steps of a transfer', () => {
  it('[TF5] [F43] it is handed over at both ends by whom and when, then disinfected', () => {
    expect(after('transfer', given(trip()), who.officer, 'departTransfer', { transfer: 'tr1', at: noon - minute, heads: 5, post: '村委会值班员' })).toMatchObject({ state: 'underWay', heads: 5, departedAt: noon - minute, handedOver: { by: 'olaf', at: noon - minute, post: '村委会值班员' } })
    expect(when(given(trip()), who.officer, 'departTransfer', { transfer: 'tr1', at: noon, heads: 21 })).toBe('over_seats')
    expect(when(given(trip()), who.officer, 'departTransfer', { transfer: 'tr1', at: noon, heads: 3, post: '13812345678' })).toBe('personal_data')
    expect(after('transfer', given(trip(underWay)), who.contact, 'arriveTransfer', { transfer: 'tr1', at: noon, post: '隔离点负责人' })).toMatchObject({ state: 'arrived', arrivedAt: noon, takenOver: { by: 'con', at: noon, post: '隔离点负责人' } })
    expect(when(given(trip(underWay)), who.contact, 'arriveTransfer', { transfer: 'tr1', at: noon - 2 * hour })).toBe('ends_before_start')
    expect(when(given(trip()), who.contact, 'arriveTransfer', { transfer: 'tr1', at: noon })).toBe('illegal_step')
    expect(after('transfer', given(trip(arrived)), who.contact, 'disinfectTransfer', { transfer: 'tr1', at: noon })).toMatchObject({ disinfectedAt: noon, disinfectedBy: 'con' })
    expect(when(given(trip(arrived)), who.contact, 'disinfectTransfer', { transfer: 'tr1', at: noon - 2 * hour })).toBe('ends_before_start')
    expect(when(given(trip({ ...arrived, disinfectedAt: noon })), who.contact, 'disinfectTransfer', { transfer: 'tr1', at: noon })).toBe('illegal_step')
  })

  it('[TF6] [F43] the people who arrived become one batch of the site', () => {
    const arrival = { batch: 'ba9', place: 'p5', at: noon, heads: 3, rooms: [{ room: '303', heads: 3 }], transfer: 'tr1' }
    const changes = when(given(trip(arrived)), who.contact, 'receiveBatch', arrival)
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'transfer', value: expect.objectContaining({ batch: 'ba9' }) }))
    expect(when(given(trip({ ...arrived, batch: 'ba8' })), who.contact, 'receiveBatch', arrival)).toBe('illegal_step')
    expect(when(given(trip(underWay)), who.contact, 'receiveBatch', arrival)).toBe('illegal_step')
    expect(when(given(trip({ ...arrived, target: 'p1' })), who.coordinator, 'receiveBatch', arrival)).toBe('illegal_step')
    expect(when(given(trip({ ...arrived, batch: 'ba9' })), who.contact, 'backTransfer', { transfer: 'tr1', step: 'arrive' })).toBe('batch_in_use')
  })

  it('[TF3] only the last step is taken back', () => {
    expect(when(given(trip(arrived)), who.contact, 'backTransfer', { transfer: 'tr1', step: 'depart' })).toBe('illegal_step')
    expect(after('transfer', given(trip({ ...arrived, disinfectedAt: noon })), who.contact, 'backTransfer', { transfer: 'tr1', step: 'disinfect' })).toMatchObject({ state: 'arrived', disinfectedAt: null })
    expect(after('transfer', given(trip(arrived)), who.contact, 'backTransfer', { transfer: 'tr1', step: 'arrive' })).toMatchObject({ state: 'underWay', arrivedAt: null, takenOver: null })
    expect(after('transfer', given(trip(underWay)), who.contact, 'backTransfer', { transfer: 'tr1', step: 'depart' })).toMatchObject({ state: 'planned', departedAt: null, handedOver: null })
  })

  it('[TF7] one is settled when it was cancelled, or has arrived and its vehicle is disinfected', () => {
    const gone = (more: Partial<Records['transfer']>) => hasLeft({ cleared: { transfer: noon + 1 } }, 'transfer', given(trip(more)).get('transfer', 'tr1')!)
    expect([{}, underWay, arrived, { ...arrived, disinfectedAt: noon }, { state: 'cancelled', cancelledAt: noon } as const].map(gone)).toEqual([false, false, false, true, true])
  })
})

it('[TF8] [F43] a late transfer raises one alert: exactly one notice, to headquarters', () => {
  const told = (made: ReturnType<typeof given>, now: number) => owed(made, now, facts).filter(one => one.rule === 'transferLate')
  const late = given(trip({ departBy: noon, arriveBy: noon + hour }))
  expect(told(late, noon + 15 * minute)).toEqual([])
  const [one, ...more] = told(late, noon + 16 * minute)
  expect([one, more]).toMatchObject([{ to: { role: 'coordinator' }, place: 'p5', about: 'North school' }, []])
  late.set({ kind: 'notice', id: one!.id, value: one! })
  const off = when(late, who.officer, 'departTransfer', { transfer: 'tr1', at: noon + 20 * minute, heads: 3 }, noon + 20 * minute)
  if (typeof off === 'string') throw new Error(off)
  off.forEach(change => late.set(change))
  for (const later of [30, 76, 600]) expect(told(late, noon + later * minute), `${later}`).toEqual([])
  expect(told(given(trip({ ...underWay, arriveBy: noon })), noon + 16 * minute)).toHaveLength(1)
  expect(told(given(trip(arrived)), noon + 9 * hour)).toEqual([])
  expect(told(given(trip({ departBy: noon, arriveBy: noon + hour })), noon + 48 * hour)).toEqual([])
})

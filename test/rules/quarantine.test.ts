import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { looksPersonal } from '../../shared/core/impersonal.ts'
import { owed } from '../../shared/notices/owed.ts'
import { groupsAt, presentIn, testClock } from '../../shared/quarantine/batches.ts'
import { isLate } from '../../shared/requirements/dues.ts'
import { dutiesAt } from '../../shared/requirements/duties.ts'
import { zoningOf } from '../../shared/requirements/zoning.ts'
import { hasLeft } from '../../shared/settled.ts'
import { outlooks } from '../../shared/supplies/radar.ts'
import { after, board, facts, hour, make, noon, when, who } from '../support/given.ts'
import { chance } from '../support/random.ts'

const site = { id: 'p5', rooms: ['301', '302', '303', '304', '305', '306'] }
const batch = (more: Partial<Records['batch']> = {}) => ({ id: 'ba1', place: 'p5', heads: 3, rooms: [{ room: '301', heads: 1 }, { room: '302', heads: 2 }], ...more })
const given = (more: Parameters<typeof board>[0] = {}) => board({ incident: [{}], place: [{ id: 'p5' }, { id: 'p1' }, { id: 'p9', kind: 'shop' }], quarantine: [site], batch: [batch()], ...more })
const arrival = { batch: 'ba9', place: 'p5', at: noon, heads: 3, rooms: [{ room: '303', heads: 2 }, { room: '304', heads: 1 }] }
const sampled = (heads: number, at = noon, id = `te${at}`) => ({ id, at, by: 'con', heads })

describe('the rooms of a quarantine site', () => {
  it('[QS1] [F42] hold room numbers and nothing else', () => {
    expect(after('quarantine', given(), who.contact, 'setRooms', { place: 'p5', rooms: ['301', '302', 'A-1101', '8B'] })).toMatchObject({ rooms: ['301', '302', 'A-1101', '8B'], township: 'north' })
    for (const room of ['张三', 'Li Lei', '13812345678', '440881199001011234', '123456', '301 张', 'a1', '']) expect(when(given(), who.contact, 'setRooms', { place: 'p5', rooms: ['301', '302', room] }), room).toBe('room_number')
    expect(when(given(), who.officer, 'setRooms', { place: 'p9', rooms: ['1'] })).toBe('not_quarantine')
    expect(when(given({ place: [{ id: 'p5', retired: true }] }), who.officer, 'setRooms', { place: 'p5', rooms: ['301', '302'] })).toBe('retired')
  })

  it('[QS1] an occupied room cannot be taken away, and none is counted twice', () => {
    expect(when(given(), who.officer, 'setRooms', { place: 'p5', rooms: ['301', '303'] })).toBe('room_taken')
    expect(after('quarantine', given(), who.officer, 'setRooms', { place: 'p5', rooms: ['301', '302', '301'] }).rooms).toEqual(['301', '302'])
  })

  it('[QS2] are kept by the contact of the place, its township, its department and headquarters, each in their own area', () => {
    const unit = given({ place: [{ id: 'p5', unit: 'health' }], quarantine: [{ ...site, unit: 'health' }] })
    for (const actor of [who.contact, who.officer, who.coordinator]) expect(when(given(), actor, 'receiveBatch', arrival), actor.role).toHaveLength(2)
    expect(when(unit, who.unit, 'receiveBatch', arrival)).toHaveLength(2)
    expect(when(given(), who.unit, 'receiveBatch', arrival)).toBe('outside_area')
    expect(when(given(), { ...who.contact, place: 'p1' }, 'receiveBatch', arrival)).toBe('outside_area')
    expect(when(given(), { ...who.officer, township: 'south' }, 'receiveBatch', arrival)).toBe('outside_area')
    for (const actor of [who.inspector, who.viewer, who.volunteer]) expect(when(given(), actor, 'receiveBatch', arrival), actor.role).toBe('forbidden')
  })
})

describe('a batch', () => {
  it('[QS3] [F42] arrives with heads and rooms that add up, in free rooms, and is numbered at its site', () => {
    expect(after('batch', given({ quarantine: [{ ...site, batches: 4 }] }), who.contact, 'receiveBatch', arrival)).toMatchObject({ no: 5, heads: 3, township: 'north', leftAt: null, at: noon })
    expect(when(given(), who.contact, 'receiveBatch', { ...arrival, heads: 4 })).toBe('heads_differ')
    expect(when(given(), who.contact, 'receiveBatch', { ...arrival, rooms: [{ room: '302', heads: 3 }] })).toBe('room_taken')
    expect(when(given(), who.contact, 'receiveBatch', { ...arrival, rooms: [{ room: '303', heads: 1 }, { room: '303', heads: 2 }] })).toBe('room_taken')
    expect(when(given(), who.contact, 'receiveBatch', { ...arrival, rooms: [{ room: '999', heads: 3 }] })).toBe('not_a_room')
    expect(when(given(), who.contact, 'receiveBatch', { ...arrival, batch: 'ba1' })).toBe('exists')
    expect(when(given({ quarantine: [] }), who.contact, 'receiveBatch', arrival)).toBe('no_rooms')
    expect(after('batch', given(), who.contact, 'receiveBatch', { ...arrival, at: noon + hour }).at).toBe(noon)
  })

  it('[QS4] [F42] has no field for a person: what may be a phone or identity number is refused', () => {
    for (const note of ['电话13812345678', '138 1234 5678', '０７５９－２３４５６７８', '440881 19900101 1234']) {
      expect(when(given(), who.contact, 'receiveBatch', { ...arrival, note }), note).toBe('personal_data')
      expect(when(given(), who.contact, 'receiveBatch', { ...arrival, from: { text: note } }), note).toBe('personal_data')
      expect(when(given(), who.contact, 'leaveBatch', { batch: 'ba1', departure: 'd9', at: noon, rooms: [{ room: '301', heads: 1 }], to: note }), note).toBe('personal_data')
    }
    for (const note of ['5月8日 14:40 到', '2022-05-08', '301至310', '12人，2辆车']) expect(looksPersonal(note), note).toBe(false)
    expect(when(given(), who.contact, 'receiveBatch', { ...arrival, name: '张三' } as never)).toBe('invalid')
  })

  it('[QS3] leaves by room, never more than are there; with the last one it is settled and its rooms are free', () => {
    const one = after('batch', given(), who.contact, 'leaveBatch', { batch: 'ba1', departure: 'd1', at: noon, rooms: [{ room: '302', heads: 1 }] })
    expect(one).toMatchObject({ rooms: [{ room: '301', heads: 1 }, { room: '302', heads: 1 }], leftAt: null, heads: 3 })
    expect(presentIn(one)).toBe(2)
    expect(when(given(), who.contact, 'leaveBatch', { batch: 'ba1', departure: 'd1', at: noon, rooms: [{ room: '301', heads: 2 }] })).toBe('more_than_there')
    expect(when(given(), who.contact, 'leaveBatch', { batch: 'ba1', departure: 'd1', at: noon, rooms: [{ room: '302', heads: 2 }, { room: '302', heads: 1 }] })).toBe('more_than_there')
    expect(when(given(), who.contact, 'leaveBatch', { batch: 'ba1', departure: 'd1', at: noon, rooms: [{ room: '303', heads: 1 }] })).toBe('not_a_room')
    expect(when(given(), who.contact, 'leaveBatch', { batch: 'ba1', departure: 'd1', at: noon - 1, rooms: [{ room: '301', heads: 1 }] })).toBe('before_arrival')
    const gone = after('batch', given(), who.contact, 'leaveBatch', { batch: 'ba1', departure: 'd1', at: noon, rooms: [{ room: '301', heads: 1 }, { room: '302', heads: 2 }] })
    expect(gone).toMatchObject({ rooms: [], leftAt: noon, needs: {} })
    expect(when(given({ batch: [gone] }), who.contact, 'receiveBatch', { ...arrival, rooms: [{ room: '301', heads: 3 }] })).toHaveLength(2)
    expect(hasLeft({ cleared: { batch: noon + 1 } }, 'batch', gone)).toBe(true)
    expect(hasLeft({ cleared: { batch: noon + 1 } }, 'batch', one)).toBe(false)
  })

  it('[QS3] a departure is taken back while its rooms are free', () => {
    const left = batch({ rooms: [{ room: '302', heads: 2 }], departures: [{ id: 'd1', at: noon, by: 'con', heads: 1, rooms: [{ room: '301', heads: 1 }], to: '' }] })
    expect(after('batch', given({ batch: [left] }), who.contact, 'returnBatch', { batch: 'ba1', departure: 'd1' })).toMatchObject({ departures: [], rooms: [{ room: '302', heads: 2 }, { room: '301', heads: 1 }] })
    const others = { id: 'ba2', place: 'p5', heads: 1, rooms: [{ room: '301', heads: 1 }] }
    expect(when(given({ batch: [left, others] }), who.contact, 'returnBatch', { batch: 'ba1', departure: 'd1' })).toBe('room_taken')
  })

  it('[QS3] moves from room to free room, and an arrival entered by mistake is taken back until it is tested', () => {
    expect(after('batch', given(), who.contact, 'moveRoom', { batch: 'ba1', from: '302', to: '306' }).rooms).toEqual([{ room: '301', heads: 1 }, { room: '306', heads: 2 }])
    expect(when(given(), who.contact, 'moveRoom', { batch: 'ba1', from: '302', to: '301' })).toBe('room_taken')
    expect(when(given(), who.contact, 'moveRoom', { batch: 'ba1', from: '303', to: '304' })).toBe('not_a_room')
    expect(when(given(), who.contact, 'withdrawBatch', { batch: 'ba1' })).toMatchObject([{ value: null }])
    expect(when(given({ batch: [batch({ tests: [sampled(1)] })] }), who.contact, 'withdrawBatch', { batch: 'ba1' })).toBe('batch_in_use')
  })

  it('[QS3] heads and rooms add up whatever is entered in whatever order', () => {
    const made = chance(42)
    const there = given({ batch: [] })
    for (let n = 0; n < 400; n++) {
      const batches = [...there.all('batch')]
      const one = batches[made.below(batches.length || 1)]
      const room = site.rooms[made.below(6)] ?? '301'
      const heads = 1 + made.below(3)
      const calls = [
        ['receiveBatch', { ...arrival, batch: `b${n}`, heads, rooms: [{ room, heads }] }],
        ['leaveBatch', { batch: one?.id, departure: `d${n}`, at: noon, rooms: [{ room, heads }] }],
        ['returnBatch', { batch: one?.id, departure: one?.departures[0]?.id ?? 'd0' }],
        ['moveRoom', { batch: one?.id, from: room, to: site.rooms[made.below(6)] }],
      ] as const
      const [name, args] = calls[made.below(calls.length)]!
      const changes = when(there, who.contact, name, args as never)
      if (typeof changes !== 'string') changes.forEach(change => there.set(change))
      const rooms = [...there.all('batch')].flatMap(({ rooms }) => rooms.map(({ room }) => room))
      expect(new Set(rooms).size).toBe(rooms.length)
      for (const each of there.all('batch')) expect(each.rooms.reduce((sum, { heads }) => sum + heads, 0)).toBe(presentIn(each))
    }
    expect([...there.all('batch')].length).toBeGreaterThan(5)
  })
})

describe('the test clock of a batch', () => {
  const duties = (made: ReturnType<typeof given>, now: number) => dutiesAt(made, facts, zoningOf(made.all('place'), made.all('zone')), now).filter(one => one.place.id === 'p5')
  const zone = [{ ring: [[109, 20], [111, 20], [111, 22], [109, 22]] as [number, number][], validFrom: noon - 99 * hour }]
  const at = (more: Partial<Records['batch']>, now: number) => duties(given({ zone, batch: [batch(more)] }), now)

  it('[QS5] [F42] runs from the arrival on, by the rule that holds at the place', () => {
    const [due] = at({}, noon)
    expect(due).toMatchObject({ act: 'test', rule: { id: 'daily-1' }, dueAt: noon + 24 * hour, last: null, batch: { id: 'ba1' } })
    expect(isLate(due!, noon + 23 * hour)).toBe(false)
    expect(isLate(due!, noon + 25 * hour)).toBe(true)
  })

  it('[QS5] each batch has its own, a site without batches has none, and a site that keeps none is tested as a place', () => {
    expect(duties(given({ zone, batch: [batch(), batch({ id: 'ba2', at: noon - 9 * hour, rooms: [] })] }), noon).map(one => one.dueAt - noon)).toEqual([24 * hour, 15 * hour])
    expect(duties(given({ zone, batch: [] }), noon)).toEqual([])
    expect(duties(given({ zone, batch: [batch({ leftAt: noon })] }), noon)).toEqual([])
    expect(duties(given({ zone, quarantine: [], batch: [] }), noon)).toMatchObject([{ batch: null }])
  })

  it('[QS6] [F42] a batch that is tested in part stays due; with the rest it is due again after the hours of the rule', () => {
    expect(at({ tests: [sampled(2, noon + hour)] }, noon)).toMatchObject([{ partly: 2, last: null, dueAt: noon + 24 * hour }])
    expect(at({ tests: [sampled(2, noon + hour), sampled(1, noon + 2 * hour)] }, noon)).toMatchObject([{ partly: 0, last: { at: noon + 2 * hour, count: 3 }, dueAt: noon + 26 * hour }])
  })

  it('[QS6] a departure never completes a test', () => {
    const gone = [{ id: 'd1', at: noon + 2 * hour, by: 'con', heads: 1, rooms: [], to: '' }]
    expect(testClock(make('batch', batch({ tests: [sampled(2, noon + hour)], departures: gone })))).toEqual({ last: null, partly: 1 })
    expect(testClock(make('batch', batch({ tests: [sampled(2, noon + 3 * hour)], departures: gone })))).toEqual({ last: { at: noon + 3 * hour, count: 2 }, partly: 0 })
    const all = gone.map(one => ({ ...one, heads: 3 }))
    expect(testClock(make('batch', batch({ tests: [sampled(2, noon + hour)], departures: all })))).toEqual({ last: null, partly: 0 })
  })

  it('[QS6] a test counts from when it was made, once, for no more people than were there', () => {
    const later = given({ batch: [batch({ at: noon - 9 * hour })] })
    const call = { batch: 'ba1', test: 'te1', at: noon - 5 * hour, heads: 3 }
    expect(after('batch', later, who.contact, 'testBatch', call).tests).toEqual([{ id: 'te1', at: noon - 5 * hour, by: 'con', heads: 3 }])
    expect(when(later, who.contact, 'testBatch', { ...call, heads: 4 })).toBe('more_than_there')
    expect(when(later, who.contact, 'testBatch', { ...call, at: noon - 10 * hour })).toBe('before_arrival')
    expect(when(later, who.contact, 'testBatch', { ...call, at: noon - 50 * hour })).toBe('over')
    expect(when(given({ batch: [batch({ tests: [sampled(3, noon, 'te1')] })] }), who.contact, 'testBatch', { ...call, at: noon })).toBe('exists')
    expect(after('batch', given({ batch: [batch({ tests: [sampled(3, noon, 'te1')] })] }), who.contact, 'withdrawBatchTest', { batch: 'ba1', test: 'te1' }).tests).toEqual([])
    const full = Array.from({ length: 100 }, (_, n) => sampled(3, noon - 8 * hour + n, `x${n}`))
    expect(after('batch', given({ batch: [batch({ at: noon - 9 * hour, tests: full })] }), who.contact, 'testBatch', { ...call, at: noon }).tests).toHaveLength(100)
  })

  it('[QS7] [F42] a late one tells the township and the contact of the site, once', () => {
    const late = given({ zone })
    const told = owed(late, noon + 25 * hour, facts).filter(one => one.rule === 'late_test' && one.place === 'p5')
    expect(told.map(({ to }) => to)).toMatchObject([{ township: 'north' }, { place: 'p5' }])
    for (const one of told) late.set({ kind: 'notice', id: one.id, value: one })
    expect(owed(late, noon + 26 * hour, facts).filter(one => one.place === 'p5')).toEqual([])
  })
})

it('[QS8] [F42] special needs are counted, no more than are there, and feed the shortage radar', () => {
  expect(after('batch', given(), who.contact, 'noteNeeds', { batch: 'ba1', needs: { infant: 2 } }).needs).toEqual({ infant: 2 })
  expect(when(given(), who.contact, 'noteNeeds', { batch: 'ba1', needs: { infant: 4 } })).toBe('more_than_there')
  expect(when(given(), who.contact, 'noteNeeds', { batch: 'ba1', needs: { guest: 1 } })).toBe('invalid')
  expect(when(given(), who.contact, 'receiveBatch', { ...arrival, needs: { infant: 4 } })).toBe('more_than_there')
  const two = given({ batch: [batch({ needs: { infant: 2 } }), batch({ id: 'ba2', heads: 4, rooms: [], needs: { infant: 1 } })], headcount: [{ id: 'p5', groups: { infant: 50, guest: 90 } }], stock: [{ id: 'p5_formula', place: 'p5', supply: 'formula', quantity: 3 }] })
  expect(groupsAt(two, 'p5', facts.quarantine)).toEqual({ guest: 7, infant: 3 })
  expect(groupsAt(two, 'p1', facts.quarantine)).toBeNull()
  expect(outlooks(two, facts, noon)).toMatchObject([{ place: 'p5', supply: 'formula', perDay: 1.5, hoursLeft: 48 }])
  const leaving = after('batch', two, who.contact, 'leaveBatch', { batch: 'ba1', departure: 'd1', at: noon, rooms: [{ room: '302', heads: 2 }] })
  expect(leaving.needs).toEqual({ infant: 1 })
})

import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { callsAt, dueInZone } from '../../shared/care/calls.ts'
import { maskedName, maskedNumber, maskedPhone } from '../../shared/care/masks.ts'
import { nextDue, risen } from '../../shared/care/needs.ts'
import { careScope, mayAuditCare, mayCare, mayDeleteCare, mayExportCare, mayGrantCare, mayImportCare, mayLeadCare } from '../../shared/care/rights.ts'
import { roles } from '../../shared/core/actor.ts'
import { looksSame, shown } from '../../shared/core/sight.ts'
import { addressed } from '../../shared/notices/notices.ts'
import { owed } from '../../shared/notices/owed.ts'
import { board, facts, hour, make, noon, when, who } from '../support/given.ts'

describe('who may do what with the register', () => {
  const spot = { township: 'north', grid: 'n1' }
  const both = ['names', 'export'] as const

  it('[F54] [CA2] a grid worker has the grid, an officer the township, a coordinator with the right the county, and every other role nothing', () => {
    expect(careScope({ id: 'g', role: 'gridWorker', grid: 'n1', township: 'north', rights: [] })).toEqual({ grid: 'n1' })
    const worker = { id: 'g', role: 'gridWorker', grid: 'n1', rights: both } as const
    expect([mayCare(worker, spot), mayCare(worker, { ...spot, grid: 'n2' }), mayImportCare(worker), mayExportCare(worker), mayDeleteCare(worker, spot)]).toEqual([true, false, false, false, false])
    const officer = { id: 'o', role: 'officer', township: 'north', rights: [] } as const
    expect([mayCare(officer, spot), mayCare(officer, { township: 'south', grid: 's1' }), mayImportCare(officer), mayExportCare(officer), mayDeleteCare(officer, spot)]).toEqual([true, false, true, false, true])
    expect([mayCare({ id: 'k', role: 'coordinator', rights: [] }, spot), mayCare({ id: 'k', role: 'coordinator', rights: both }, spot)]).toEqual([false, true])
    for (const role of roles.filter(one => !['coordinator', 'officer', 'gridWorker'].includes(one))) expect([role, careScope({ id: 'x', role, township: 'north', grid: 'n1', rights: both })]).toEqual([role, null])
    expect(roles.filter(role => mayGrantCare({ id: 'x', role, rights: both }))).toEqual(['admin'])
    expect(roles.filter(role => mayLeadCare({ id: 'x', role, rights: both }))).toEqual(['coordinator', 'admin'])
    expect(roles.filter(role => mayAuditCare({ id: 'x', role, rights: both }))).toEqual(['coordinator', 'admin', 'overseer'])
    expect(careScope({ id: 'o', role: 'officer', rights: [] })).toBeNull()
  })

  it('[CA3] masks keep too little to find somebody by', () => {
    expect(['张三', '欧阳小明', '李'].map(maskedName)).toEqual(['张*', '欧**', '李*'])
    expect(['13812345678', '6612345', ''].map(maskedPhone)).toEqual(['138****5678', '****45', ''])
    expect(['440881195001011234', 'E1234567', ''].map(maskedNumber)).toEqual(['****1234', '****67', ''])
  })

  it('[F54] [F55] [F56] [CA13] [HR4] the worker of a grid is told first of what is overdue or asked there, the township of what is urgent or was not answered in time', () => {
    const told = (rows: Parameters<typeof board>[0], at = noon + hour) => owed(board({ grid: [{ id: 'w1', name: 'East' }], ...rows }), at, facts).map(({ rule, to }) => [rule, to.grid ?? to.township ?? to.role])
    const care = { grid: 'w1', group: 'all', count: 3, late: 1, risen: 0, far: 0 }
    expect(told({ careCount: [{ ...care, lateAt: noon }] })).toEqual([['careLate', 'w1']])
    // What is overdue and rises at once is told once.
    expect(told({ careCount: [{ ...care, lateAt: noon, risenAt: noon }] })).toEqual([['careMissed', 'w1'], ['careRisen', 'north']])
    const help = { id: 'w1', grid: 'w1', open: 1, waiting: 1, urgent: 0, newAt: noon, urgentAt: null, risenAt: null, farAt: null }
    expect(told({ helpCount: [help] })).toEqual([['helpNew', 'w1']])
    expect(told({ helpCount: [{ ...help, risenAt: noon + hour / 2 }] })).toEqual([['helpNew', 'w1'], ['helpRisen', 'north']])
    expect(told({ helpCount: [{ ...help, urgent: 1, urgentAt: noon }] })).toEqual([['helpUrgent', 'north'], ['helpUrgent', 'w1']])
    expect(told({ helpCount: [{ ...help, id: 'north', grid: null }] })).toEqual([['helpNew', 'north']])
    expect(new Set(owed(board({ grid: [{ id: 'w1' }], helpCount: [{ ...help, urgent: 1, urgentAt: noon }] }), noon + hour, facts).map(({ id }) => id)).size).toBe(2)
    const mine = make('notice', { to: { role: null, unit: null, township: null, person: null, place: null, grid: 'w1' } })
    expect([addressed(mine, who.gridWorker), addressed(mine, { ...who.gridWorker, grid: 'w2' }), addressed(mine, who.officer)]).toEqual([true, false, false])
  })
})

describe('people in zones', () => {
  const ring: [number, number][] = [[109, 20], [111, 20], [111, 22], [109, 22]]
  const spot = { lng: 110, lat: 21 }
  const calls = (zone: Partial<Records['zone']>[], grid: Partial<Records['grid']>[] = [{ id: 'w1', spot }]) => callsAt(board({ grid, zone }), facts, noon).map(({ rule, since, grids }) => [rule.id, since, ...grids])

  it('[F21] [CA17] the strictest zone over the post of a grid decides how often its people are called; one that is lifted, expired or still to come does not', () => {
    const zone = { ring, validFrom: noon - hour }
    expect(calls([])).toEqual([])
    expect(calls([{ ...zone, level: 'precaution' }])).toEqual([])
    expect(calls([{ ...zone, level: 'control' }])).toEqual([['often', noon - hour, 'w1']])
    expect(calls([{ ...zone, level: 'control' }, { ...zone, id: 'z2', level: 'lockdown' }])).toEqual([['oftener', noon - hour, 'w1']])
    for (const over of [{ liftedAt: noon - 1 }, { validTo: noon }, { validFrom: noon + 1 }]) expect([over, calls([{ ...zone, ...over }])]).toEqual([over, []])
    expect(calls([zone], [{ id: 'w1', spot: null }, { id: 'w2', spot: { lng: 112, lat: 21 } }])).toEqual([])
  })

  it('[F21] [CA17] a call is due so many hours after the last one, or since the zone has its level; never later than by its own clock', () => {
    const often = { rule: facts.care.calls[0]!, since: noon }
    expect([dueInZone(often, noon + 24 * hour, { reachedAt: noon - 4 * hour, createdAt: 0 }), dueInZone(often, noon + 24 * hour, { reachedAt: null, createdAt: 0 }), dueInZone(often, noon + 24 * hour, { reachedAt: null, createdAt: noon + hour }), dueInZone(often, noon + hour, { reachedAt: noon, createdAt: 0 })]).toEqual([noon + 8 * hour, noon + 12 * hour, noon + 13 * hour, noon + hour])
  })
})

describe('grids and figures', () => {
  it('[F54] an officer makes and changes grids of the own township', () => {
    const grid = { grid: 'w2', township: 'north', name: 'East', phone: '', spot: null }
    expect(when(board({}), who.officer, 'addGrid', grid)).toMatchObject([{ kind: 'grid', value: { name: 'East', retired: false } }])
    expect(when(board({}), who.officer, 'addGrid', { ...grid, township: 'south' })).toBe('outside_area')
    expect(when(board({ grid: [{ id: 'w2' }] }), who.officer, 'addGrid', grid)).toBe('exists')
    expect(when(board({ grid: [{ id: 'w2', township: 'south' }] }), who.officer, 'editGrid', { grid: 'w2', set: { name: 'x' }, base: { name: 'Grid 1' } })).toBe('outside_area')
    expect(when(board({ grid: [{ id: 'w1' }] }), who.officer, 'editGrid', { grid: 'w1', set: { retired: true }, base: { retired: false } })).toMatchObject([{ value: { retired: true } }])
  })

  it('[CA8] fewer than five people are not told outside their township and grid, and a change among them is no news', () => {
    const [few, more] = [make('careCount', { count: 4, late: 1, risen: 0, far: 0 }), make('careCount', { count: 3, late: 1, risen: 0, far: 0 })]
    expect(shown('staff', 'careCount', few)).toMatchObject({ count: null, late: null, risen: 0 })
    expect(shown('staff', 'careCount', make('careCount', { count: 5 }))).toMatchObject({ count: 5 })
    expect(shown('township:north', 'careCount', few)).toMatchObject({ count: 4, late: 1 })
    expect(shown('grid:w1', 'careCount', few)).toMatchObject({ count: 4 })
    for (const audience of ['township:south', 'grid:w2', 'unit:health', 'viewer', 'volunteer', 'newcomer', 'place:p1']) expect(shown(audience, 'careCount', few)).toBeNull()
    expect([looksSame('staff', 'careCount', few, more), looksSame('township:north', 'careCount', few, more)]).toEqual([true, false])
  })

  it('[CA7] a need rises by the hours of its kind, and each step is told once', () => {
    const at = (hours: number) => risen(facts, { kind: 'drug', dueAt: noon }, noon + hours * hour)
    expect([-1, 0, 11, 12, 23, 24].map(at)).toEqual(['none', 'late', 'late', 'township', 'township', 'headquarters'])
    expect([nextDue(facts, 'drug', noon), nextDue(facts, 'birth', noon)]).toEqual([noon + 48 * hour, null])
    const figures = { grid: 'w1', group: 'all', count: 3, late: 1, risen: 1, far: 0 }
    const told = board({ grid: [{ id: 'w1', name: 'East' }], careCount: [{ ...figures, risenAt: noon, farAt: noon + hour }] })
    const notices = owed(told, noon + hour, facts)
    expect(notices.map(({ rule, to, about }) => [rule, to.township ?? to.role ?? to.grid, about])).toEqual([['careMissed', 'w1', 'East'], ['careRisen', 'north', 'East'], ['careRisenFar', 'coordinator', 'East']])
    const changes = when(board({ grid: [{ id: 'w1' }], careCount: [{ id: 'w1-all', ...figures, risenAt: 5 }] }), who.system, 'countCare', { counts: [{ ...figures, risen: 2 }] })
    expect(changes).toMatchObject([{ value: { risen: 2, lateAt: noon, risenAt: 5, farAt: null } }])
  })

  it('[F54] [F55] [F56] [CA13] [HR4] the worker of a grid is told first of what is overdue or asked there, the township of what is urgent or was not answered in time', () => {
    const told = (rows: Parameters<typeof board>[0], at = noon + hour) => owed(board({ grid: [{ id: 'w1', name: 'East' }], ...rows }), at, facts).map(({ rule, to }) => [rule, to.grid ?? to.township ?? to.role])
    const care = { grid: 'w1', group: 'all', count: 3, late: 1, risen: 0, far: 0 }
    expect(told({ careCount: [{ ...care, lateAt: noon }] })).toEqual([['careLate', 'w1']])
    // What is overdue and rises at once is told once.
    expect(told({ careCount: [{ ...care, lateAt: noon, risenAt: noon }] })).toEqual([['careMissed', 'w1'], ['careRisen', 'north']])
    const help = { id: 'w1', grid: 'w1', open: 1, waiting: 1, urgent: 0, newAt: noon, urgentAt: null, risenAt: null, farAt: null }
    expect(told({ helpCount: [help] })).toEqual([['helpNew', 'w1']])
    expect(told({ helpCount: [{ ...help, risenAt: noon + hour / 2 }] })).toEqual([['helpNew', 'w1'], ['helpRisen', 'north']])
    expect(told({ helpCount: [{ ...help, urgent: 1, urgentAt: noon }] })).toEqual([['helpUrgent', 'north'], ['helpUrgent', 'w1']])
    expect(told({ helpCount: [{ ...help, id: 'north', grid: null }] })).toEqual([['helpNew', 'north']])
    expect(new Set(owed(board({ grid: [{ id: 'w1' }], helpCount: [{ ...help, urgent: 1, urgentAt: noon }] }), noon + hour, facts).map(({ id }) => id)).size).toBe(2)
    const mine = make('notice', { to: { role: null, unit: null, township: null, person: null, place: null, grid: 'w1' } })
    expect([addressed(mine, who.gridWorker), addressed(mine, { ...who.gridWorker, grid: 'w2' }), addressed(mine, who.officer)]).toEqual([true, false, false])
  })
})

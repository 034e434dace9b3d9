import type { Args } from '../../shared/commands.ts'
import type { Around, TableKind } from '../../shared/tables/field.ts'
import { describe, expect, it } from 'vitest'
import { fieldsFor, groups } from '../../shared/tables/fields.ts'
import { hasField, makesGroups, mostTables } from '../../shared/tables/keys.ts'
import { tableKinds } from '../../shared/tables/records.ts'
import { naming, sheetOf } from '../../shared/tables/sheet.ts'
import { tableWords } from '../../shared/tables/words.ts'
import { workOut } from '../../shared/tables/work-out.ts'
import { county } from '../support/county.ts'
import { after, board, hour, make, noon, when, who } from '../support/given.ts'

const save: Args<'saveTable'> = { table: 'b1', version: 0, name: 'By township', of: 'issue', columns: [{ field: 'count', title: 'All', sum: true }], filters: [{ field: 'state', among: ['found'] }], group: 'township', rows: false }
const around: Around = { at: noon, from: noon - 16 * hour, code: '0506', called: (kind, id) => id && `${kind} ${id}` }
const plan = (given: Partial<ReturnType<typeof make<'table'>>>) => make('table', { filters: [], ...given })
const column = (field: string, sum = false) => ({ field, title: '', sum })
const filter = (field: string, given: object) => ({ field, among: [], has: '', least: null, most: null, when: null, ...given })

describe('saved tables', () => {
  it('[F77] [TB1] only its owner changes or removes a table, and not over a version they have not seen; a schedule stays', () => {
    const schedule = { at: '20:30', to: 'office', since: noon }
    const given = board({ table: [{ id: 'b1', owner: 'ann', shared: 'all', version: 3, schedule }] })
    expect(when(given, who.coordinator, 'saveTable', { ...save, version: 2 })).toBe('newer_version')
    expect(after('table', given, who.coordinator, 'saveTable', { ...save, version: 3 })).toMatchObject({ version: 4, owner: 'ann', home: 'staff', name: 'By township', schedule })
    for (const [name, args] of [['saveTable', { ...save, version: 3 }], ['removeTable', { table: 'b1' }], ['scheduleTable', { table: 'b1', schedule: null }]] as const) expect(when(given, who.admin, name, args)).toBe('forbidden')
    const own = board({ table: [{ id: 'b1', owner: who.officer.id, shared: 'own', home: 'township:north' }] })
    expect(when(own, who.inspector, 'removeTable', { table: 'b1' })).toBe('not_found')
    expect(when(own, who.officer, 'saveTable', { ...save, version: 5 })).toBe('newer_version')
    expect(after('table', own, who.officer, 'saveTable', { ...save, version: 1 })).toMatchObject({ version: 2, home: 'township:north' })
  })

  it('[TB1] a field that the kind does not have is refused, and so is one table more than a person or the board may have', () => {
    const columns = (field: string) => ({ ...save, version: 0, columns: [column(field)] })
    for (const field of ['presence', 'claimedBy', 'constructor']) expect(when(board({}), who.coordinator, 'saveTable', columns(field))).toBe('invalid')
    expect(when(board({}), who.coordinator, 'saveTable', { ...save, group: 'count' })).toBe('invalid')
    expect(when(board({}), who.coordinator, 'saveTable', { ...save, filters: [{ field: 'lanes', least: 1 }] })).toBe('invalid')
    const many = (n: number, owner: string) => board({ table: Array.from({ length: n }, (_, i) => ({ id: `t${i}`, owner })) })
    expect(when(many(mostTables.own, who.coordinator.id), who.coordinator, 'saveTable', save)).toBe('too_many_tables')
    expect(when(many(mostTables.own, 'zoe'), who.coordinator, 'saveTable', save)).not.toBe('too_many_tables')
    expect(when(many(mostTables.all, 'zoe'), who.coordinator, 'saveTable', save)).toBe('too_many_tables')
  })

  it('[TB2] every field of every kind can be read from a record and has a word in both languages, and none names a person', () => {
    for (const kind of tableKinds) {
      const record = make(kind as TableKind, {})
      for (const [key, field] of Object.entries(fieldsFor(kind))) {
        expect(['string', 'number', 'object'], `${kind} ${key}`).toContain(typeof field.of(record as never, around))
        expect([tableWords.zh.fields[key], tableWords.en.fields[key]], key).not.toContain(undefined)
        expect([hasField(kind as TableKind, key), makesGroups(kind as TableKind, key)], `${kind} ${key}`).toEqual([true, groups(field)])
      }
      const people = new Set(['ann', 'ben', 'olaf', 'zoe'])
      expect(Object.values(fieldsFor(kind)).map(field => field.of(record as never, around)).filter(value => people.has(String(value))), kind).toEqual([])
    }
  })

  it('[F77] [TB2] conditions, groups and sums: a choice among several, a text, a number between two, a time today', () => {
    const issues = [
      make('issue', { id: 'a', no: 1, township: 'north', state: 'found', relapses: 2, foundAt: noon - hour, title: 'no gloves' }),
      make('issue', { id: 'b', no: 2, township: 'north', state: 'closed', relapses: 1, foundAt: noon - 20 * hour, title: 'no masks' }),
      make('issue', { id: 'c', no: 3, township: 'south', state: 'told', relapses: 0, foundAt: noon - 2 * hour, title: 'gloves short' }),
    ]
    const ids = (...filters: object[]) => workOut(plan({ columns: [column('no')], filters: filters as never, group: null, rows: true }), issues, around).groups.flatMap(group => group.rows.map(row => row[0]))
    expect(ids()).toEqual(['0506-0001', '0506-0002', '0506-0003'])
    expect(ids(filter('state', { among: ['found', 'told'] }))).toEqual(['0506-0001', '0506-0003'])
    expect(ids(filter('title', { has: 'gloves' }), filter('township', { among: ['north'] }))).toEqual(['0506-0001'])
    expect(ids(filter('relapses', { least: 1, most: 1 }))).toEqual(['0506-0002'])
    expect(ids(filter('found', { when: 'today' }))).toEqual(['0506-0001', '0506-0003'])
    expect(ids(filter('due', { when: 'past' }))).toEqual([])

    const made = workOut(plan({ columns: [column('count', true), column('relapses', true), column('closed', true)], group: 'township', rows: false }), issues, around)
    expect(made.groups.map(({ value, count, rows, sums }) => [value, count, rows.length, ...sums])).toEqual([['north', 2, 0, 2, 3, 1], ['south', 1, 0, 1, 0, 0]])
    expect(made.sums).toEqual([3, 3, 1])
    const { columns, lines } = sheetOf(made, tableWords.en, naming(county, tableWords.en, name => name.en))
    expect(columns.map(({ title }) => title)).toEqual(['Township', 'Records', 'Number', 'Relapses', 'Closed'])
    expect(lines.map(({ sums, cells }) => [sums, ...cells])).toEqual([[false, 'North', 2, 2, 3, 1], [false, 'South', 1, 1, 0, 0], [true, 'Total', 3, 3, 3, 1]])
  })

  it('[TB3] a table lists no more records than it may, and its sums count them all', () => {
    const places = Array.from({ length: 30 }, (_, i) => make('place', { id: `p${i}` }))
    const made = workOut(plan({ of: 'place', columns: [column('name'), column('count', true)], group: null, rows: true }), places, around, 20)
    expect([made.groups[0]?.rows.length, made.left, made.count, made.sums]).toEqual([20, 10, 30, [null, 30]])
  })

  it('[TB2] an old table whose field this version does not know loses that column and no other', () => {
    const made = workOut(plan({ of: 'zone', columns: [column('former'), column('name')], filters: [filter('former', { has: 'x' })] as never, group: 'former', rows: true }), [make('zone', {})], around)
    expect([made.columns.map(({ field }) => field), made.by, made.count]).toEqual([['name'], null, 1])
  })
})

import { describe, expect, it } from 'vitest'
import { currentChecklist, faultOf, listing, versions } from '../../shared/inspections/checklists.ts'
import { after, board, facts, noon, when, who } from '../support/given.ts'

const lists = facts.checklists
const item = { id: 'x', zh: 'x', en: 'x', fault: null, aspect: 'safety', severity: 'day' as const }
const second = { id: 'school-2', kind: 'school', version: 2, items: [item] }

describe('[F12] lists by kind and version', () => {
  it('[F12] [INS6] an edit makes the next version; yesterday\'s inspection keeps its own', () => {
    const given = board({ inspection: [{ id: 'v1', checklist: 'school-1' }] })
    const made = after('checklist', given, who.coordinator, 'editChecklist', { kind: 'school', recovery: false, from: 1, items: [item] })
    expect(made).toEqual({ ...second, recovery: false, items: [item], madeBy: 'ann', madeAt: noon })
    given.set({ kind: 'checklist', id: made.id, value: made })
    expect(currentChecklist(given, lists, 'school', 'emergency')?.items).toEqual([item])
    expect(listing(given, lists, given.get('inspection', 'v1')!.checklist)?.items.map(one => one.id)).toEqual(['school-1', 'school-2'])
    expect(versions(given, lists, 'school', false).map(one => one.version)).toEqual([2, 1])
  })

  it('[INS6] an edit of an older version than the latest is told so, and loses nothing of the other', () => {
    expect(when(board({ checklist: [second] }), who.admin, 'editChecklist', { kind: 'school', recovery: false, from: 1, items: [item] })).toBe('newer_version')
    expect(when(board({ checklist: [{ ...second, madeBy: 'ann' }] }), who.coordinator, 'editChecklist', { kind: 'school', recovery: false, from: 1, items: [item] })).toBe('exists')
  })

  it('[F12] the recovery has its own list, and uses that of the emergency until it has one', () => {
    expect(currentChecklist(board(), lists, 'school', 'recovery')?.id).toBe('school-1')
    const made = after('checklist', board(), who.admin, 'editChecklist', { kind: 'school', recovery: true, from: 0, items: [item] })
    const given = board({ checklist: [made] })
    expect(made.id).toBe('school-recovery-1')
    expect(currentChecklist(given, lists, 'school', 'recovery')?.id).toBe('school-recovery-1')
    expect(currentChecklist(given, lists, 'school', 'control')?.id).toBe('school-1')
  })

  it('[F12] a kind without a list has none, until its first version', () => {
    expect(currentChecklist(board(), lists, 'shop', 'emergency')).toBeNull()
    expect(after('checklist', board(), who.admin, 'editChecklist', { kind: 'shop', recovery: false, from: 0, items: [item] }).id).toBe('shop-1')
    expect(listing(board(), lists, null)).toBeNull()
    expect(listing(board(), lists, 'shop-1')).toBeNull()
  })

  it('[INS8] a county folder that rewords a list keeps the earlier version, and hides none that was made on the board', () => {
    const old = lists.school!
    const reworded = { ...lists, school: { version: 2, items: [{ ...item, zh: '手套充足', en: 'enough gloves', fault: { zh: '手套不足', en: 'no gloves' } }], earlier: [old] } }
    const current = currentChecklist(board(), reworded, 'school', 'emergency')
    expect([current?.id, current?.items.map(one => one.en), current?.items.map(one => faultOf(one).en)]).toEqual(['school-2', ['enough gloves'], ['no gloves']])
    expect(listing(board(), reworded, 'school-1')?.items.map(one => [one.en, faultOf(one).en])).toEqual([['no gloves', 'no gloves'], ['door locked', 'door locked']])
    expect(versions(board(), reworded, 'school', false).map(one => one.version)).toEqual([2, 1])

    const given = board({ checklist: [second] })
    expect(currentChecklist(given, reworded, 'school', 'emergency')?.items.map(one => one.zh)).toEqual(['x'])
    expect(listing(given, reworded, 'school-2')?.items.map(one => one.zh)).toEqual(['x'])
    expect(versions(given, reworded, 'school', false).map(one => one.version)).toEqual([2, 1])
    expect(listing(given, reworded, 'toString')).toBeNull()
  })

  it('[INS6] kinds and aspects are the county\'s, and no item stands there twice', () => {
    const edit = { kind: 'school', recovery: false, from: 1, items: [item] }
    expect(when(board(), who.admin, 'editChecklist', { ...edit, kind: 'castle' })).toBe('invalid')
    expect(when(board(), who.admin, 'editChecklist', { ...edit, items: [{ ...item, aspect: 'luck' }] })).toBe('invalid')
    expect(when(board(), who.admin, 'editChecklist', { ...edit, items: [item, item] })).toBe('invalid')
    expect(when(board(), who.admin, 'editChecklist', { ...edit, items: [] })).toBe('invalid')
  })
})

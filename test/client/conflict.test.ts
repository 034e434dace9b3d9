import { expect, it } from 'vitest'
import { compare, compareOrders, joined, resolveConflict } from '../../client/base/trouble/conflict.ts'
import { merge } from '../../shared/core/merge.ts'
import { processorTime } from '../support/processor-time.ts'

const clash = { field: 'note', mine: '抽点 20 盒。', theirs: '建议再抽查一次。' }
const call = { name: 'editIssue' as const, args: { issue: 'i1', set: { note: '抽点 20 盒。', title: '新标题' }, base: { note: '旧', title: '旧标题' } } }
const record = { note: '建议再抽查一次。', title: '旧标题' }

function after(side: 'both' | 'mine' | 'theirs') {
  const settled = resolveConflict(call, [clash], side)
  return settled && merge(record, settled.args.set as typeof record, settled.args.base as typeof record)
}

it('[F82] keeping both gives their text, then mine, and loses nothing of either', () => {
  expect(after('both')?.note).toBe('建议再抽查一次。\n抽点 20 盒。')
})

it('[F82] keeping mine replaces the value of theirs that I have just seen', () => {
  expect(after('mine')).toEqual({ note: '抽点 20 盒。', title: '新标题' })
})

it('[F82] keeping theirs still sends my other fields', () => {
  expect(after('theirs')).toEqual({ note: '建议再抽查一次。', title: '新标题' })
})

it('keeping theirs sends nothing when no other field changed', () => {
  expect(resolveConflict({ ...call, args: { issue: 'i1', set: { note: 'a' }, base: { note: 'b' } } }, [clash], 'theirs')).toBeNull()
})

it('[F82] a third version in the meantime is a conflict again, not a silent winner', () => {
  const settled = resolveConflict(call, [clash], 'both')
  expect(() => merge({ ...record, note: '第三份' }, settled?.args.set as object, settled?.args.base as object)).toThrow('conflict')
})

it('[F82] [T11] two orders of one route stand one stop a line, and the stops that changed places are marked', () => {
  const [mine, theirs] = compareOrders(['a', 'b', 'c'], ['b', 'a', 'c'], one => `stop ${String(one)}`)
  expect(mine.map(one => one.text).join('')).toBe('1 stop a\n2 stop b\n3 stop c\n')
  expect([mine, theirs].map(side => side.map(one => one.differs))).toEqual([[true, true, false], [true, true, false]])
})

it('[F82] [T11] of two orders of one route mine is sent on theirs, or theirs stays', () => {
  const args = { day: '2030-05-06', team: 't1', base: ['a', 'b', 'c'], stops: ['c', 'b', 'a'].map(inspection => ({ inspection })) }
  const orders = { field: 'route', mine: ['c', 'b', 'a'], theirs: ['b', 'a', 'c'] }
  expect(resolveConflict({ name: 'reorderRoute', args }, [orders], 'mine')).toEqual({ name: 'reorderRoute', args: { ...args, base: orders.theirs } })
  expect(resolveConflict({ name: 'reorderRoute', args }, [orders], 'theirs')).toBeNull()
})

it('numbers, and texts that are too long together, are not joined', () => {
  expect(joined({ field: 'severity', mine: 'day', theirs: 'immediate' })).toBeNull()
  expect(joined({ field: 'quantity', mine: 1, theirs: 2 })).toBeNull()
  expect(joined({ field: 'title', mine: '甲'.repeat(50), theirs: '乙'.repeat(50) })).toBeNull()
})

it('a text that contains the other is kept as both', () => {
  expect(joined({ field: 'note', mine: '数量相符。', theirs: '数量相符。另抽查。' })).toBe('数量相符。另抽查。')
})

it('differences are marked, common parts are not', () => {
  const [mine, theirs] = compare('数量相符，抽点 20 盒。', '数量相符，三天后再查。')
  expect(mine[0]).toEqual({ text: '数量相符，', differs: false })
  expect(mine.filter(piece => piece.differs).map(piece => piece.text).join('')).toContain('20')
  expect(theirs.map(piece => piece.text).join('')).toBe('数量相符，三天后再查。')
})

it('very long texts are compared whole, in time', () => {
  const time = processorTime(() => {
    const [mine] = compare('甲'.repeat(2000), '乙'.repeat(2000))
    expect(mine).toEqual([{ text: '甲'.repeat(2000), differs: true }])
  })
  expect(time).toBeLessThan(1000)
})

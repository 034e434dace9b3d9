import { describe, expect, it } from 'vitest'
import { ranking } from '../../shared/bulletins/ranking.ts'
import { rowsBehind } from '../../shared/bulletins/rows-behind.ts'
import { issuesBehind, summary } from '../../shared/bulletins/summary.ts'
import { spanAt } from '../../shared/core/cut-off.ts'
import { board, facts, hour, noon } from '../support/given.ts'

const today = spanAt(noon, facts)

describe('[DB5] ranking', () => {
  const unit = (more: object) => ({ found: 10, foundToday: 0, closed: 8, closedToday: 0, followed: 2, overdue: 0, relapses: 0, pace: 50, late: null, ...more })

  it('[F79] a unit with 2 issues is not ranked against 80', () => {
    const { ranked, unranked } = ranking({ big: unit({ found: 80, closed: 70, overdue: 4 }), small: unit({ found: 2, closed: 2, pace: 1 }), fair: unit({}), none: unit({ found: 90 }) }, 5)
    expect(ranked.map(one => one.unit)).toEqual(['fair', 'big'])
    expect(unranked).toEqual([{ unit: 'small', found: 2, closed: 2 }])
  })

  it('[F79] units are ranked by shares: twice the issues with twice the faults rank equal', () => {
    const { ranked } = ranking({ a: unit({ overdue: 1, relapses: 1, closed: 9 }), b: unit({ found: 20, closed: 18, overdue: 2, relapses: 2 }), slow: unit({ pace: 90, overdue: 3 }) }, 5)
    expect(ranked.map(one => [one.unit, one.place])).toEqual([['b', 1], ['a', 1], ['slow', 3]])
    expect(ranked[0]).toMatchObject({ relapse: 10, late: 10, pace: 50 })
  })

  it('[F79] time used and late are one clock: waiting for the re-check does not count, and a slow fix is late', () => {
    const closed = (id: string, fixed: number, checked: number) => ({ id, state: 'closed' as const, foundAt: noon - 90 * hour, dueFrom: noon - 90 * hour, deadline: noon - 66 * hour, fixedAt: noon - (90 - fixed) * hour, since: noon - (90 - checked) * hour })
    const unit = (issue: object[]) => summary(board({ issue: issue as [] }), today, noon, facts).byUnit.health!
    const inTime = unit([closed('a', 6, 80), closed('b', 12, 80), closed('c', 18, 80)])
    expect([inTime.pace, inTime.late]).toEqual([50, 0])
    const slow = unit([closed('a', 12, 80), closed('b', 48, 80), closed('c', 60, 80)])
    expect([slow.pace, slow.late, slow.overdue]).toEqual([200, 2, 0])
    expect(unit([closed('a', 6, 80), closed('b', 12, 80)]).pace).toBe(38)
    expect(rowsBehind(board({ issue: [closed('a', 12, 80), closed('b', 48, 80)] }), 'issue', { ...issuesBehind('late', 0, 'byUnit', 'health') }, noon, facts).map(one => one.id)).toEqual(['b'])
    const first = ranking({ health: { ...slow, closed: 5 } }, 5).ranked[0]!
    expect([first.pace > 100, first.late > 50]).toEqual([true, true])
  })

  it('[F36] [F79] a relapse is counted with the closings it came after, and gives the fix anew its own time', () => {
    const again = board({ issue: [{ id: 'i1', state: 'closed', foundAt: noon - 90 * hour, dueFrom: noon - 20 * hour, deadline: noon + 4 * hour, fixedAt: noon - 8 * hour, since: noon - 2 * hour, relapses: 1, relapsedAt: noon - 20 * hour }] })
    expect(summary(again, today, noon, facts).byUnit.health).toMatchObject({ relapses: 1, pace: 50, late: 0 })
  })

  it('[F79] speed is a share of the time allowed, so that urgent issues do not make a unit look slow or fast', () => {
    const closed = (id: string, severity: 'immediate' | 'threeDays', hours: number) => ({ id, severity, state: 'closed' as const, foundAt: noon - 90 * hour, deadline: noon - 90 * hour + facts.hours[severity] * hour, since: noon - 90 * hour + hours * hour })
    const given = board({ issue: [closed('a', 'immediate', 3), closed('b', 'threeDays', 36), closed('c', 'threeDays', 72)] })
    expect(summary(given, today, noon, facts).byUnit.health!.pace).toBe(50)
  })
})

import { describe, expect, it } from 'vitest'
import { fateOf, sampleOf, weights } from '../../shared/bulletins/sampling.ts'
import { crowd } from '../support/crowd.ts'
import { after, board, facts, hour, noon, when, who } from '../support/given.ts'

const cut = Date.parse('2030-05-05T18:00:00Z')

describe('[DB6] the sample', () => {
  it('[F35] is the county\'s share of the closed, the same whenever it is drawn, and another on another day', () => {
    const given = crowd(7, 400)
    const closed = [...given.all('issue')].filter(issue => issue.state === 'closed').length
    const drawn = sampleOf(given, '2030-05-06', facts)
    expect(drawn).toHaveLength(Math.ceil(closed * facts.rules.sampleShare))
    expect(sampleOf(crowd(7, 400), '2030-05-06', facts)).toEqual(drawn)
    expect(sampleOf(given, '2030-05-07', facts)).not.toEqual(drawn)
    expect(drawn.every(id => given.get('issue', id)!.state === 'closed')).toBe(true)
  })

  it('[F35] draws the issues of a unit whose closings do not hold more often', () => {
    const issue = Array.from({ length: 400 }, (_, i) => ({ id: `i${i}`, state: 'closed' as const, unit: i % 2 ? 'health' : 'civil', relapses: i % 2 && i % 4 === 1 ? 1 : 0 }))
    const given = board({ incident: [{ id: 'incident' }], issue })
    expect(weights(given.all('issue'))('civil')).toBe(1)
    expect(weights(given.all('issue'))('health')).toBeCloseTo(1 + 10 / 3)
    const ofHealth = sampleOf(given, '2030-05-06', { rules: { ...facts.rules, sampleShare: 0.2 } }).filter(id => given.get('issue', id)!.unit === 'health').length
    expect(ofHealth).toBeGreaterThan(50)
    expect(ofHealth).toBeLessThan(80)
  })

  it('[F35] [DB7] a spot check is proved by a new photo, or by an inspection on the spot since the closing', () => {
    const checkIn = (how: 'gps' | 'remote', at: number) => ({ at, lng: null, lat: null, accuracy: null, how, proven: false, metres: null, deviceAt: null, reason: '' })
    const given = (visit: object) => board({ issue: [{ id: 'i1', state: 'closed', place: 'p1', photos: ['old'], since: cut - hour, closedBy: 'zoe', rectifiedBy: 'una' }], inspection: [{ id: 'v1', place: 'p1', ...visit }], bulletin: [{ id: '2030-05-05', sample: ['i1'] }] })
    const confirm = (visit: object, photo: string | null) => when(given(visit), who.inspector, 'confirmSample', { day: '2030-05-05', issue: 'i1', photo })
    for (const visit of [{ checkIn: null }, { checkIn: checkIn('remote', cut) }, { checkIn: checkIn('gps', cut - 2 * hour) }, { place: 'p2', checkIn: checkIn('gps', cut) }]) expect(confirm(visit, null)).toBe('needs_proof')
    expect(confirm({ checkIn: null }, 'old')).toBe('needs_proof')
    expect(confirm({ checkIn: checkIn('gps', cut) }, null)).toHaveLength(1)
    expect(after('issue', given({ checkIn: null }), who.inspector, 'confirmSample', { day: '2030-05-05', issue: 'i1', photo: 'new' })).toMatchObject({ photos: ['old', 'new'], after: ['new'], state: 'closed' })
  })

  it('[F35] somebody who neither put it right nor closed it confirms it; what held is not drawn again', () => {
    const given = (more: object = {}) => board({ incident: [{ id: 'incident' }], issue: [{ id: 'i1', state: 'closed', since: cut - hour, closedBy: 'zoe', rectifiedBy: 'una', ...more }], bulletin: [{ id: '2030-05-05', sample: ['i1'] }] })
    const confirm = { day: '2030-05-05', issue: 'i1', photo: 'proof' }
    const held = after('bulletin', given(), who.inspector, 'confirmSample', confirm)
    expect(held.held).toEqual({ i1: 'ina' })
    for (const more of [{ closedBy: 'ina' }, { rectifiedBy: 'ina' }]) expect(when(given(more), who.inspector, 'confirmSample', confirm)).toBe('recheck_by_another')
    expect(when(given({ state: 'relapsed' }), who.inspector, 'confirmSample', confirm)).toBe('illegal_step')
    expect(when(board({ issue: [{ id: 'i1', state: 'closed' }], bulletin: [{ id: '2030-05-05' }] }), who.inspector, 'confirmSample', confirm)).toBe('not_found')

    const again = given()
    again.set({ kind: 'bulletin', id: held.id, value: held })
    expect([fateOf(given(), held, 'i1'), fateOf(given(), { ...held, held: {} }, 'i1'), fateOf(given({ relapsedAt: noon }), { ...held, held: {} }, 'i1')]).toEqual(['held', 'open', 'relapsed'])
    expect(sampleOf(again, '2030-05-06', facts)).toEqual([])
    again.set({ kind: 'issue', id: 'i1', value: { ...again.get('issue', 'i1')!, since: noon } })
    expect(sampleOf(again, '2030-05-06', facts)).toEqual(['i1'])
  })
})

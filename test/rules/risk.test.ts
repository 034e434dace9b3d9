import type { Actor } from '../../shared/core/actor.ts'
import type { Shift, Zone } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { board, hour, noon, when, who } from '../support/given.ts'

const ben = who.volunteer
const [starts, ends] = [noon + 20 * hour, noon + 28 * hour]
const around: Partial<Zone> = { level: 'lockdown', ring: [[109, 20], [111, 20], [111, 22], [109, 22]], validFrom: noon - hour, validTo: null }
const on = (zone: Partial<Zone>, more: Partial<Shift> = {}) => board({ shift: [{ id: 's1', startsAt: starts, endsAt: ends, ...more }], zone: [zone] })
const claim = (zone: Partial<Zone>, actor: Actor = ben) => when(on(zone), actor, 'claimShift', { shift: 's1' })

it('[H6] [F21] [F68] a shift is of high risk while it lies in a zone whose level the county names, and asks for the training then', () => {
  expect(claim(around)).toBe('not_trained')
  expect(claim(around, { ...ben, trained: ['suit'] })).toBeInstanceOf(Array)
  expect(claim({ ...around, validFrom: ends - 1 })).toBe('not_trained')
  expect(claim({ ...around, validTo: starts + 1 })).toBe('not_trained')
  for (const apart of [{ level: 'control' as const }, { validFrom: ends }, { validTo: starts }, { liftedAt: noon }, { ring: [[111, 20], [112, 20], [112, 22]] as [number, number][] }]) {
    expect([apart, claim({ ...around, ...apart })]).toEqual([apart, expect.any(Array)])
  }
})

it('[H6] [F21] the risk of the zone also holds for the waitlist, a swap and a team', () => {
  const full = { needed: 1, claimedBy: ['cat'] }
  expect(when(on(around, full), ben, 'joinWaitlist', { shift: 's1' })).toBe('not_trained')
  expect(when(on(around, { ...full, swaps: [{ by: 'cat', to: 'ben', for: null, at: noon }] }), ben, 'acceptSwap', { shift: 's1', by: 'cat' })).toBe('not_trained')
  const crew = board({ shift: [{ id: 's1', startsAt: starts, endsAt: ends, needed: 2 }], zone: [around], crew: [{ id: 'c1', leader: 'ben', members: [{ person: 'ben', skills: [], trained: [] }] }] })
  expect(when(crew, ben, 'claimForCrew', { crew: 'c1', shift: 's1' })).toBe('not_trained')
})

it('[H6] [F21] a call-out to a shift in such a zone asks people who have held a shift of high risk, in a zone or by its post', () => {
  const held = (id: string, person: string, more: Partial<Shift> = {}) => ({ id, startsAt: noon - 12 * hour, endsAt: noon - 4 * hour, claimedBy: [person], ...more })
  const given = board({ zone: [{ ...around, validFrom: noon - 20 * hour }], shift: [{ id: 's1', startsAt: starts, endsAt: ends, needed: 3 }, held('a', 'amy', { lng: 120 }), held('b', 'bob'), held('c', 'cat', { lng: 120, risk: 'high' })] })
  const asked = when(given, who.coordinator, 'callOut', { shift: 's1' })
  expect((asked as { kind: string, value: { to: { person: string } } }[]).filter(one => one.kind === 'notice').map(one => one.value.to.person).sort()).toEqual(['bob', 'cat'])
})

import type { CommandName } from '../../shared/commands.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Shift } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { Rejection } from '../../shared/core/rejection.ts'
import { worn } from '../../shared/duty/duty.ts'
import { holds, tiredness } from '../../shared/duty/fatigue.ts'
import { board, facts, hour, noon, outcome, who } from '../support/given.ts'
import { chance } from '../support/random.ts'

const people: readonly Actor[] = ['ann0', 'ben0', 'cat0', 'dan0', 'eve0', 'fay0'].map(id => ({ id, role: 'volunteer', approved: true }))
const deeds: readonly CommandName[] = ['claimShift', 'claimShift', 'claimShift', 'claimShift', 'releaseShift', 'releaseShift', 'joinWaitlist', 'joinWaitlist', 'joinWaitlist', 'leaveWaitlist', 'offerSwap', 'acceptSwap', 'assignShift', 'editShift', 'editPost', 'claimForCrew']

/** Three weeks at four posts, far and near, with turns that tire; everybody tries everything. */
function history(seed: number) {
  const luck = chance(seed)
  const given = board({
    post: [{ id: 'g0' }],
    crew: [{ id: 'k1', leader: 'ann0', members: ['ann0', 'ben0', 'cat0'].map(person => ({ person, skills: [], trained: [] })) }],
    shift: Array.from({ length: 60 }, (_, n) => {
      const startsAt = noon + (2 + luck.below(24 * 8)) * hour
      return { id: `s${n}`, startsAt, endsAt: startsAt + (2 + luck.below(8)) * hour, lat: 21 + luck.below(3) / 2, needed: 1 + luck.below(3), ...luck.maybe(0.2) && { post: 'g0', slot: 'day' } }
    }),
  })
  const offered: string[] = []
  for (let step = 0; step < 900; step++) {
    const shift = luck.one([...given.all('shift')])
    const name = luck.one(deeds)
    const swap = shift.swaps.length ? luck.one(shift.swaps) : null
    const actor = name === 'acceptSwap' && swap ? people.find(one => one.id === swap.to)! : name === 'claimForCrew' ? people[0]! : ['assignShift', 'editShift', 'editPost'].includes(name) ? who.coordinator : luck.one(people)
    const others = [...given.all('shift')].filter(one => holds(one, luck.one(people).id))
    const args = {
      releaseShift: { shift: shift.id },
      offerSwap: { shift: shift.id, to: luck.one(people).id, for: luck.maybe(0.6) && others.length ? luck.one(others).id : null },
      acceptSwap: { shift: shift.id, by: swap?.by ?? 'nobody' },
      assignShift: { shift: shift.id, person: luck.one(people).id, reason: luck.maybe(0.5) ? 'needed' : '' },
      editShift: { shift: shift.id, set: luck.maybe(0.5) ? { needed: 1 + luck.below(4) } : { endsAt: shift.endsAt + (luck.below(5) - 2) * hour }, base: { needed: shift.needed, endsAt: shift.endsAt } },
      editPost: { post: 'g0', set: { pattern: [{ id: 'day', title: 'day', start: luck.one(['06:00', '20:00']), hours: 4 + luck.below(6), needed: 1 + luck.below(3) }] }, base: { pattern: given.get('post', 'g0')!.pattern } },
      claimForCrew: { crew: 'k1', shift: shift.id },
    }[name as string] ?? { shift: shift.id }
    const before = new Map([...given.all('shift')].map(one => [one.id, one]))
    const changes = outcome(given, actor, name, args, noon)
    if (changes instanceof Rejection) continue
    for (const change of changes) given.set(change)
    for (const change of changes) {
      if (change.kind === 'shift') fair(before.get(change.id)!, change.value as Shift)
    }
    for (const change of changes) {
      if (change.kind === 'notice' && (change.value as { rule: string }).rule === 'offered') offered.push(change.id)
    }
  }

  /** A person who is asked was ahead of everybody on the list who could have stood there instead. */
  function fair(was: Shift, is: Shift): void {
    const asked = is.offers.map(one => one.person).filter(person => was.waitlist.includes(person))
    for (const person of asked) {
      for (const earlier of was.waitlist.slice(0, was.waitlist.indexOf(person))) {
        if (is.waitlist.includes(earlier)) expect(worn(given, is, earlier, facts), `${earlier} before ${person}`).not.toBeNull()
      }
    }
  }
  return { given, offered }
}

it.each(Array.from({ length: 25 }, (_, seed) => seed + 1))('[H1] [H2] [H5] [H7] [F62] [F63] [F64] any history keeps places, one post a person, rest and turns (seed %i)', (seed) => {
  const { given } = history(seed)
  const shifts = [...given.all('shift')]
  for (const shift of shifts) {
    expect(shift.claimedBy.length).toBeLessThanOrEqual(shift.needed)
    expect(new Set(shift.claimedBy).size).toBe(shift.claimedBy.length)
    expect(new Set(shift.waitlist).size).toBe(shift.waitlist.length)
    expect(shift.waitlist.filter(person => holds(shift, person))).toEqual([])
    expect(shift.claimedBy.length + shift.offers.length).toBeLessThanOrEqual(shift.needed)
    expect(shift.offers.filter(({ person }) => holds(shift, person) || shift.waitlist.includes(person))).toEqual([])
    expect(Object.keys(shift.overrides).every(person => holds(shift, person))).toBe(true)
  }
  for (const { id } of people) {
    const held = shifts.filter(shift => holds(shift, id))
    // Without those that were overridden, nothing that is left breaks a limit.
    const plain = held.filter(shift => !shift.overrides[id])
    for (const shift of held) {
      expect(tiredness(shift, held, facts)?.code === 'shift_clash').toBe(false)
      if (held.length === plain.length) expect(tiredness(shift, plain, facts)).toBeNull()
    }
  }
})

it('the histories are lively: people were asked from the waitlist, swapped and overridden', () => {
  const all = Array.from({ length: 25 }, (_, seed) => history(seed + 1))
  expect(all.reduce((sum, one) => sum + one.offered.length, 0)).toBeGreaterThan(50)
  expect(all.flatMap(one => [...one.given.all('shift')]).filter(shift => Object.keys(shift.overrides).length).length).toBeGreaterThan(20)
})

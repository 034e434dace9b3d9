import type { CommandName } from '../../shared/commands.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Board } from '../../shared/core/board.ts'
import type { Definition } from '../../shared/core/command.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { check } from '../../shared/core/decide.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { calls, givenFor } from '../support/calls.ts'
import { board, facts, hour, noon, when, who } from '../support/given.ts'

const guarded = (Object.keys(commands) as CommandName[]).filter(name => (commands[name] as unknown as Definition).guard)
const actors: readonly Actor[] = [...Object.values(who), { ...who.officer, id: 'far', township: 'south' }, { ...who.volunteer, approved: false }, { ...who.volunteer, skills: [], trained: [] }]

/** What a button says: a code, or null when it is on. */
function button(on: Board, actor: Actor, name: CommandName, args: unknown): string | null {
  try {
    check(on, { id: 'c', name, args }, { actor, now: noon, real: noon, facts })
    return null
  } catch (error) {
    if (error instanceof Rejection) return error.code
    throw error
  }
}
const decided = (on: Board, actor: Actor, name: CommandName, args: unknown): string | null => {
  const answer = when(on, actor, name, args as never)
  return Array.isArray(answer) ? null : answer
}

describe.each(guarded)('[C14] the button of %s says what the rules say', (name) => {
  it('for everybody, at home and elsewhere, where there is what it needs and where there is nothing', () => {
    for (const actor of actors) {
      const on = givenFor(name, actor)
      for (const where of [on, board()]) expect(button(where, actor, name, calls[name]), `${actor.role} ${actor.id}`).toBe(decided(where, actor, name, calls[name]))
      expect(button(on, actor, name, { ...calls[name], extra: 1 })).toBe(decided(on, actor, name, { ...calls[name], extra: 1 }))
    }
  })

  it('asking it changes nothing', () => {
    const on = givenFor(name)
    const before = [...on.all('shift'), ...on.all('notice'), ...on.all('post'), ...on.all('briefing')]
    button(on, who.admin, name, calls[name])
    expect([...on.all('shift'), ...on.all('notice'), ...on.all('post'), ...on.all('briefing')]).toEqual(before)
  })
})

const shift = fc.record({
  startsAt: fc.integer({ min: -60, max: 60 }).map(n => noon + n * hour),
  hours: fc.constantFrom(4, 8, 12),
  claimedBy: fc.uniqueArray(fc.constantFrom('ben', 'zoe', 'ann')),
  waitlist: fc.uniqueArray(fc.constantFrom('ben', 'zoe')),
  needed: fc.integer({ min: 1, max: 3 }),
  open: fc.boolean(),
  township: fc.constantFrom('north', 'south'),
  risk: fc.constantFrom('low' as const, 'high' as const),
})

it('[C14] the button of every shift says what the rules say, whatever else somebody holds', () => {
  fc.assert(fc.property(fc.array(shift, { minLength: 1, maxLength: 8 }), fc.constantFrom(...actors), (drawn, actor) => {
    const on = board({ shift: drawn.map(({ hours, ...one }, i) => ({ id: `s${i}`, ...one, endsAt: one.startsAt + hours * hour })) })
    for (const { id } of on.all('shift')) {
      for (const name of ['claimShift', 'joinWaitlist', 'callOut'] as const) expect(button(on, actor, name, { shift: id })).toBe(decided(on, actor, name, { shift: id }))
    }
  }), { seed: 14, numRuns: 200 })
})

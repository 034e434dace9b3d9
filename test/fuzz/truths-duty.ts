import type { Board } from '../../shared/core/board.ts'
import type { Shift } from '../../shared/records.ts'
import { expect } from 'vitest'
import { heldBy } from '../../shared/duty/duty.ts'
import { holds, tiredness } from '../../shared/duty/fatigue.ts'
import { facts } from '../support/given.ts'

/** Acts after which a free place goes only to the waitlist. */
const fills = new Set(['releaseShift', 'editShift', 'reopenShift', 'leaveWaitlist'])

/** After every act: no more people than places, nobody in two posts, nobody newly over a limit without an override, the waitlist in order. */
export function keptDuty(board: Board, before: ReadonlyMap<string, Shift>, act: string): void {
  const all = [...board.all('shift')]
  for (const shift of all) {
    const was = before.get(shift.id)
    if (was === shift) continue
    expect(shift.claimedBy.length + shift.offers.length, 'more people than places').toBeLessThanOrEqual(shift.needed)
    expect(shift.offers.filter(({ person }) => holds(shift, person) || shift.waitlist.includes(person)), 'is asked, and waits or holds').toEqual([])
    for (const list of [shift.claimedBy, shift.waitlist]) expect(new Set(list).size).toBe(list.length)
    expect(shift.waitlist.filter(person => holds(shift, person)), 'waits and holds').toEqual([])
    expect(Object.keys(shift.overrides).every(person => holds(shift, person))).toBe(true)
    for (const other of all.filter(one => one.id !== shift.id && one.startsAt < shift.endsAt && shift.startsAt < one.endsAt)) {
      expect(shift.claimedBy.filter(person => other.claimedBy.includes(person)), 'in two posts').toEqual([])
    }
    for (const person of shift.claimedBy) {
      if (!was?.claimedBy.includes(person) && !shift.overrides[person]) expect(tiredness(shift, heldBy(board, person), facts), `${person} is over a limit`).toBeNull()
    }
    if (act === 'acceptSwap') expect(shift.claimedBy.length, 'a swap loses nobody').toBe(was?.claimedBy.length)
    if (act === 'claimForCrew') {
      const crews = [...board.all('crew')].filter(crew => shift.crews.includes(crew.id) && !was?.crews.includes(crew.id))
      for (const { members } of crews) expect(members.every(({ person }) => holds(shift, person)), 'a team is whole').toBe(true)
    }
    if (was && fills.has(act)) turnsKept(board, was, shift)
  }
}

/** A person who is asked was ahead of everybody who still waits and could have taken the place. */
function turnsKept(board: Board, was: Shift, shift: Shift): void {
  const last = Math.max(-1, ...shift.offers.map(({ person }) => was.waitlist.indexOf(person)))
  for (const earlier of was.waitlist.slice(0, Math.max(0, last))) {
    if (shift.waitlist.includes(earlier)) expect(tiredness(shift, heldBy(board, earlier), facts), `${earlier} was passed over`).not.toBeNull()
  }
}

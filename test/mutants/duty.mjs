/** Bugs to plant in shifts, posts and teams of volunteers. */
export const duty = [
  { name: 'one-too-many', file: 'shared/commands/shifts-claims.ts', from: 'if (shift.claimedBy.length >= shift.needed) reject(\'shift_full\')\n    const unfit', to: 'if (shift.claimedBy.length > shift.needed) reject(\'shift_full\')\n    const unfit' },
  { name: 'two-posts', file: 'shared/fatigue.ts', from: 'if (rival) return { code: \'shift_clash\', detail: rival.id }', to: '' },
  { name: 'no-rest', file: 'shared/commands/shifts-claims.ts', from: 'untrained(shift, actor, facts) ?? worn(draft, shift, actor.id, facts)', to: 'untrained(shift, actor, facts)' },
  { name: 'edit-under-claims', file: 'shared/commands/shifts.ts', from: 'if (shift.claimedBy.length > shift.needed) reject(\'shift_full\')', to: '' },
  { name: 'edit-into-clash', file: 'shared/commands/shifts.ts', from: 'if (shift.startsAt !== before.startsAt || shift.endsAt !== before.endsAt) bearable(draft, shift, context.facts)', to: '' },
  { name: 'last-first', file: 'shared/duty.ts', from: 'for (const person of shift.waitlist) {', to: 'for (const person of [...shift.waitlist].reverse()) {' },
  { name: 'tired-promoted', file: 'shared/duty.ts', from: 'if (holds(filled, person) || worn(draft, filled, person, context.facts)) continue', to: 'if (holds(filled, person)) continue' },
  { name: 'half-a-swap', file: 'shared/commands/shifts-swaps.ts', from: 'if (other) draft.put(\'shift\', replace(draft, other, actor.id, swap.by, facts))', to: '' },
  { name: 'half-a-team', file: 'shared/commands/shifts-crews.ts', from: 'if (shift.claimedBy.length + people.length > shift.needed)', to: 'if (shift.claimedBy.length >= shift.needed)' },
  { name: 'any-order', file: 'shared/commands/shifts-posts.ts', from: '.sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))\n}', to: '\n}' },
]

import type { Actor } from '../actor.ts'
import * as v from 'valibot'
import { command } from '../command.ts'
import { gone, helpers, placed, unapproved, untrained, worn } from '../duty.ts'
import { holds } from '../fatigue.ts'
import { Id, NewId, Title } from '../records.ts'
import { reject } from '../rejection.ts'
import { tell } from '../tell.ts'

/** What somebody brings to a team, as of the day they join. */
const brought = ({ id, skills = [], trained = [] }: Actor) => ({ person: id, skills: [...skills], trained: [...trained] })

export const formCrew = command({
  args: v.strictObject({ crew: NewId, name: Title }),
  roles: helpers,
  tells: { crew: [] },
  run(draft, args, { actor, now }) {
    if (draft.get('crew', args.crew)) reject('exists')
    const no = unapproved(actor)
    if (no) reject(no.code)
    draft.put('crew', { id: args.crew, name: args.name, leader: actor.id, members: [brought(actor)], at: now })
  },
})

/** One's own act, so that nobody is put into a team; joining again brings what one has learnt since. */
export const joinCrew = command({
  args: v.strictObject({ crew: Id }),
  roles: helpers,
  tells: { crew: [] },
  run(draft, args, { actor }) {
    const crew = draft.need('crew', args.crew)
    const no = unapproved(actor)
    if (no) reject(no.code)
    const others = crew.members.filter(member => member.person !== actor.id)
    if (others.length >= 40) reject('shift_full')
    draft.put('crew', { ...crew, leader: others.length ? crew.leader : actor.id, members: [...others, brought(actor)] })
  },
})

/** The leader may take anybody off; when the leader leaves, who joined next leads. Nobody is left in a team that has ended. */
export const leaveCrew = command({
  args: v.strictObject({ crew: Id, person: v.optional(Id) }),
  roles: helpers,
  tells: { crew: [] },
  run(draft, args, { actor }) {
    const crew = draft.need('crew', args.crew)
    const person = args.person ?? actor.id
    if (person !== actor.id && crew.leader !== actor.id) reject('forbidden')
    if (!crew.members.some(member => member.person === person)) reject('not_claimed')
    const members = crew.members.filter(member => member.person !== person)
    draft.put('crew', { ...crew, leader: person === crew.leader ? members[0]?.person ?? person : crew.leader, members })
  },
})

/** Places for the whole team, or for none of them. */
export const claimForCrew = command({
  args: v.strictObject({ crew: Id, shift: Id }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, context) {
    const { actor, now, facts } = context
    const crew = draft.need('crew', args.crew)
    const shift = draft.need('shift', args.shift)
    if (crew.leader !== actor.id || !crew.members.length) reject('forbidden')
    const no = unapproved(actor) ?? gone(shift, now)
    if (no) reject(no.code)
    const people = crew.members.map(member => member.person)
    const held = people.find(person => holds(shift, person))
    if (held) reject('already_claimed', held)
    if (shift.claimedBy.length + people.length > shift.needed) reject('shift_full', String(shift.needed - shift.claimedBy.length))
    for (const member of crew.members) {
      const unfit = untrained(shift, member, facts) ?? worn(draft, shift, member.person, facts)
      if (unfit) reject(unfit.code, member.person)
    }
    draft.put('shift', { ...placed(shift, people, now), crews: [...new Set([...shift.crews, crew.id])] })
    for (const person of people) {
      if (person !== actor.id) tell(draft, context, { rule: 'crewPlaced', shift, person })
    }
  },
})

import type { Actor } from '../core/actor.ts'
import type { Crew } from '../records.ts'
import * as v from 'valibot'
import { helpers, unapproved } from '../core/actor.ts'
import { command } from '../core/command.ts'
import { Id, NewId, Title } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { gone, isMember, placed, untrained, without, worn } from './duty.ts'
import { holds } from './fatigue.ts'
import { askAgain, fill, placesLeft } from './offers.ts'
import { sendNotice } from './send-notice.ts'

/** A person with the skills they have when they ask to join. */
const brought = ({ id, skills = [], trained = [] }: Actor) => ({ person: id, skills: [...skills], trained: [...trained] })
const except = <T extends { readonly person: string }>(people: readonly T[], person: string): T[] => people.filter(one => one.person !== person)

export const formCrew = command({
  args: v.strictObject({ crew: NewId, name: Title }),
  roles: helpers,
  tells: { crew: [] },
  run(draft, args, { actor, now }) {
    if (draft.get('crew', args.crew)) reject('exists')
    draft.put('crew', { id: args.crew, name: args.name, leader: actor.id, members: [brought(actor)], requests: [], at: now })
  },
})

/** Asks to join a team. People ask for themselves, so nobody else can put them into a team. A member who asks again updates their skills. */
export const joinCrew = command({
  args: v.strictObject({ crew: Id }),
  roles: helpers,
  tells: { crew: [] },
  run(draft, args, context) {
    const { actor, now } = context
    const crew = draft.need('crew', args.crew)
    if (isMember(crew, actor.id)) {
      draft.put('crew', { ...crew, members: crew.members.map(member => member.person === actor.id ? brought(actor) : member) })
      return
    }
    // A team without members has no leader to accept the request.
    if (!crew.members.length) reject('closed')
    if (crew.requests.some(one => one.person === actor.id)) reject('already_asked')
    if (crew.members.length >= 40 || crew.requests.length >= 40) reject('crew_full')
    draft.put('crew', { ...crew, requests: [...crew.requests, { ...brought(actor), at: now }] })
    sendNotice(draft, context, { rule: 'crewAsked', crew, person: crew.leader })
  },
})

export const withdrawRequest = command({
  args: v.strictObject({ crew: Id }),
  roles: helpers,
  tells: { crew: [] },
  run(draft, args, { actor }) {
    const crew = draft.need('crew', args.crew)
    if (!crew.requests.some(one => one.person === actor.id)) reject('not_asked')
    draft.put('crew', { ...crew, requests: except(crew.requests, actor.id) })
  },
})

export const acceptMember = command({
  args: v.strictObject({ crew: Id, person: Id }),
  roles: helpers,
  tells: { crew: [] },
  run(draft, { crew: id, person }, context) {
    const crew = draft.need('crew', id)
    const request = askedOf(crew, person, context.actor)
    if (crew.members.length >= 40) reject('crew_full')
    const { at: _, ...mate } = request
    draft.put('crew', { ...crew, requests: except(crew.requests, person), members: [...crew.members, mate] })
    sendNotice(draft, context, { rule: 'crewAccepted', crew, person })
  },
})

export const declineMember = command({
  args: v.strictObject({ crew: Id, person: Id }),
  roles: helpers,
  tells: { crew: [] },
  run(draft, { crew: id, person }, context) {
    const crew = draft.need('crew', id)
    askedOf(crew, person, context.actor)
    draft.put('crew', { ...crew, requests: except(crew.requests, person) })
    sendNotice(draft, context, { rule: 'crewDeclined', crew, person })
  },
})

/** The request that the leader answers. Rejects with `forbidden`, `not_asked`. */
function askedOf(crew: Crew, person: string, { id }: Actor): Crew['requests'][number] {
  if (crew.leader !== id || !isMember(crew, id)) reject('forbidden')
  return crew.requests.find(one => one.person === person) ?? reject('not_asked')
}

/** Members may leave, and the leader may remove anybody. When the leader leaves, the member who joined next becomes the leader. A team without members accepts nobody. */
export const leaveCrew = command({
  args: v.strictObject({ crew: Id, person: v.optional(Id) }),
  roles: helpers,
  tells: { crew: [] },
  run(draft, args, { actor }) {
    const crew = draft.need('crew', args.crew)
    const person = args.person ?? actor.id
    if (person !== actor.id && crew.leader !== actor.id) reject('forbidden')
    if (!isMember(crew, person)) reject('not_claimed')
    const members = except(crew.members, person)
    draft.put('crew', { ...crew, leader: person === crew.leader ? members[0]?.person ?? person : crew.leader, members, requests: members.length ? crew.requests : [] })
  },
})

/** Claims places for the whole team, or for nobody. A refusal names the member who cannot take the shift, or how many places are free. */
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
    const left = placesLeft(shift, people)
    if (people.length > left) reject('shift_full', String(left))
    for (const member of crew.members) {
      const unfit = untrained(draft, shift, member, facts) ?? worn(draft, shift, member.person, facts)
      if (unfit) reject(unfit.code, member.person)
    }
    draft.put('shift', { ...placed(shift, people, now), crews: [...new Set([...shift.crews, crew.id])] })
    for (const person of people) {
      if (person !== actor.id) sendNotice(draft, context, { rule: 'crewPlaced', shift, person })
    }
  },
})

/** Gives up the places of all members who hold the shift, before it begins; the waitlist is asked at once. Rejects with `forbidden`, `not_claimed`, `over`. */
export const releaseForCrew = command({
  args: v.strictObject({ crew: Id, shift: Id }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, context) {
    const { actor, now } = context
    const crew = draft.need('crew', args.crew)
    const shift = draft.need('shift', args.shift)
    if (crew.leader !== actor.id || !isMember(crew, actor.id)) reject('forbidden')
    if (!shift.crews.includes(crew.id)) reject('not_claimed')
    if (shift.startsAt <= now) reject('over')
    const people = crew.members.map(member => member.person).filter(person => holds(shift, person))
    const free = people.reduce((left, person) => without(left, person, now), { ...shift, crews: shift.crews.filter(id => id !== crew.id) })
    draft.put('shift', free)
    draft.put('shift', fill(draft, free, context))
    askAgain(draft, people, context)
    for (const person of people) {
      if (person !== actor.id) sendNotice(draft, context, { rule: 'crewReleased', shift, person })
    }
  },
})

import type { Crew, Shift } from '../../shared/records.ts'
import type { Chance } from '../support/random.ts'
import type { Makers } from './whims.ts'
import { holds } from '../../shared/duty/fatigue.ts'
import { hour, noon } from '../support/given.ts'

const day = 24 * 3_600_000
const turn = (id: string, luck: Chance) => ({ id, title: id, start: `${String(luck.maybe(0.5) ? 12 : luck.below(24)).padStart(2, '0')}:00`, hours: 1 + luck.below(9), needed: 1 + luck.below(2) })
/** The answer to an offer that was made to me. */
const offer = (shifts: readonly Shift[], me: string, luck: Chance) => {
  const shift = luck.one(shifts.filter(one => one.swaps.some(swap => swap.to === me)))
  return { shift: shift?.id ?? 'none', by: shift?.swaps.find(swap => swap.to === me)?.by ?? me }
}

/** The answer to a request to join my team. */
const request = (crews: readonly Crew[], me: string, luck: Chance) => {
  const crew = luck.one(crews.filter(one => one.leader === me && one.requests.length))
  return { crew: crew?.id ?? 'none', person: crew?.requests[0]?.person ?? me }
}

/** What people on duty might do: waiting, swapping, teams, posts and their plan, orders over a limit. */
export const dutyWhims: Makers = {
  joinWaitlist: ({ one }) => ({ shift: one('shift').id }),
  leaveWaitlist: ({ one }) => ({ shift: one('shift').id }),
  offerSwap({ one, luck, me, people, view }) {
    const held = (person: string) => luck.one([...view.all('shift')].filter(shift => holds(shift, person)))?.id
    const to = luck.one(people)
    return { shift: held(me) ?? one('shift').id, to, for: luck.maybe(0.7) ? held(to) ?? null : null }
  },
  acceptSwap: ({ luck, me, view }) => offer([...view.all('shift')], me, luck),
  declineSwap: ({ luck, me, view }) => offer([...view.all('shift')], me, luck),
  withdrawSwap: ({ me, view }) => ({ shift: [...view.all('shift')].find(shift => shift.swaps.some(swap => swap.by === me))?.id ?? 'none' }),
  assignShift: ({ one, luck, people }) => ({ shift: one('shift').id, person: luck.one(people), ...luck.maybe(0.4) && { reason: 'nobody else' } }),
  callOut: ({ one }) => ({ shift: one('shift').id }),
  checkInShift({ me, view, luck }) {
    const shift = luck.one([...view.all('shift')].filter(one => holds(one, me) && !one.presence[me]))
    return { shift: shift?.id ?? 'none', at: shift ? Math.max(noon, shift.startsAt) : noon, lng: shift?.lng ?? 0, lat: shift?.lat ?? 0 }
  },
  checkOutShift({ me, view, luck }) {
    const shift = luck.one([...view.all('shift')].filter(one => one.presence[me]?.in && !one.presence[me]?.out))
    return { shift: shift?.id ?? 'none', at: shift ? Math.max(noon, shift.startsAt) + 60_000 : noon }
  },
  tickPresence({ luck, view, one }) {
    const shift = luck.one([...view.all('shift')].filter(each => each.claimedBy.length && each.startsAt <= noon + 2 * hour)) ?? one('shift') as Shift
    return { shift: shift.id, person: luck.one(shift.claimedBy ?? []) ?? 'none', as: luck.one(['in', 'out', 'confirmed']) }
  },
  readNotices: ({ one }) => ({ notices: [one('notice').id] }),
  writeHandover: ({ one }) => ({ shift: one('shift').id, text: 'keys' }),
  acknowledgeHandover: ({ one }) => ({ shift: one('shift').id }),
  openPost: ({ fresh, luck, people }) => ({ post: fresh(), title: 'gate', township: luck.one(['north', 'south']), lng: 110, lat: 21, pattern: [{ ...turn('a', luck), start: '12:00' }, turn('b', luck)], leader: luck.one([...people, null]) }),
  editPost({ one, luck, people }) {
    const post = one('post') as { id: string, pattern?: unknown, leader?: unknown }
    if (luck.maybe(0.5)) return { post: post.id, set: { leader: luck.one(people) }, base: { leader: post.leader } }
    return { post: post.id, set: { pattern: luck.maybe(0.8) ? [turn('a', luck), turn('b', luck)] : [turn('a', luck)] }, base: { pattern: post.pattern } }
  },
  closePost: ({ one }) => ({ post: one('post').id }),
  reopenPost: ({ one }) => ({ post: one('post').id }),
  planShifts: ({ one, luck }) => ({ posts: [one('post').id], from: new Date(noon + (luck.maybe(0.6) ? 0 : day)).toISOString().slice(0, 10), days: 1 + luck.below(2) }),
  formCrew: ({ fresh }) => ({ crew: fresh(), name: 'youth' }),
  joinCrew: ({ one }) => ({ crew: one('crew').id }),
  withdrawRequest: ({ one }) => ({ crew: one('crew').id }),
  acceptMember: ({ me, view, luck }) => request([...view.all('crew')], me, luck),
  declineMember: ({ me, view, luck }) => request([...view.all('crew')], me, luck),
  leaveCrew: ({ one, luck, people }) => ({ crew: one('crew').id, ...luck.maybe(0.3) && { person: luck.one(people) } }),
  claimForCrew: ({ one, luck, me, view }) => ({ crew: (luck.one([...view.all('crew')].filter(crew => crew.leader === me)) ?? one('crew')).id, shift: one('shift').id }),
}

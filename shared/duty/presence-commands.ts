import type { Reader } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Shift } from '../records.ts'
import * as v from 'valibot'
import { helpers, planners } from '../core/actor.ts'
import { command } from '../core/command.ts'
import { metres, tooFar } from '../core/distance.ts'
import { Id, Instant, Lat, Lng } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { awaitedFrom, minutesEarly } from './duty.ts'
import { holds } from './fatigue.ts'

const minute = 60_000
/** A check-in that reaches the server later than this (ms) counts as made offline. */
const codeLives = 60_000
const code = v.pipe(v.string(), v.regex(/^\d{6}$/))
const accuracy = v.pipe(v.number(), v.minValue(0), v.maxValue(1e6))

/** Minutes late at an instant, counted from when the person was expected; 0 within the county's tolerance. */
function late(shift: Shift, person: string, at: number, { facts }: Context): number {
  const minutes = Math.max(0, Math.floor((at - awaitedFrom(shift, person)) / minute))
  return minutes > facts.rules.duty.late ? minutes : 0
}
const leads = (board: Reader, shift: Shift, { actor }: Context) => planners.includes(actor.role) || (shift.post !== null && board.get('post', shift.post)?.leader === actor.id)

/** Checks a device's time: rejects with `invalid` if it is in the future, and `over` if it is older than the county accepts. */
function believable(at: number, { now, facts }: Context): void {
  if (at > now + minute) reject('invalid', 'at')
  if (at < now - facts.rules.duty.offline * 60 * minute) reject('over')
}

/**
 * A holder checks in with the code shown at the post, or by being near it, at the device's time `at`. The code must be of that
 * time, so that a picture of an old code is refused (`stale_code`). A check-in that reaches the server late was made offline;
 * it needs the leader's confirmation, and so does a position that is near only by its accuracy. Other codes: `not_claimed`, `exists`, `over`, `far_from_post`.
 */
export const checkInShift = command({
  args: v.strictObject({ shift: Id, at: Instant, code: v.optional(code), lng: v.optional(Lng), lat: v.optional(Lat), accuracy: v.optional(accuracy, 0) }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, context) {
    const { actor, now, facts: { rules } } = context
    const shift = draft.need('shift', args.shift)
    if (!holds(shift, actor.id)) reject('not_claimed')
    if (shift.presence[actor.id]?.in) reject('exists')
    believable(args.at, context)
    if (args.at < shift.startsAt - rules.duty.early * minute || args.at > shift.endsAt) reject('over')
    let vague = false
    if (args.code !== undefined) {
      const post = shift.post === null ? undefined : draft.get('post', shift.post)
      if (!post?.coded) return reject('stale_code')
      // Only the server has the key: a device accepts any code until the server has checked it.
      const key = draft.get('postKey', post.id)
      if (key && !context.codeFits?.(key.key, args.code, args.at)) reject('stale_code')
    } else {
      if (args.lng === undefined || args.lat === undefined) return reject('invalid', 'position')
      const away = metres(shift, { lng: args.lng, lat: args.lat })
      if (tooFar(away, args.accuracy, rules)) reject('far_from_post')
      vague = away > rules.nearMetres
    }
    const arrival = { at: args.at, how: args.code === undefined ? 'position' as const : 'code' as const, late: late(shift, actor.id, args.at, context), offline: now - args.at > codeLives, ...vague && { vague }, confirmedBy: null }
    draft.put('shift', { ...shift, presence: { ...shift.presence, [actor.id]: { in: arrival, out: null } } })
  },
})

export const checkOutShift = command({
  args: v.strictObject({ shift: Id, at: Instant }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, context) {
    const { actor } = context
    const shift = draft.need('shift', args.shift)
    const here = shift.presence[actor.id]
    if (!here?.in) return reject('not_claimed')
    if (here.out) reject('exists')
    believable(args.at, context)
    if (args.at < here.in.at) reject('ends_before_start')
    draft.put('shift', { ...shift, presence: { ...shift.presence, [actor.id]: { ...here, out: { at: args.at, early: minutesEarly(shift, args.at) } } } })
  },
})

/** The leader of the post or a planner records that a holder came or left, or confirms a check-in that is in doubt. */
export const tickPresence = command({
  args: v.strictObject({ shift: Id, person: Id, as: v.picklist(['in', 'out', 'confirmed']) }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, { shift: id, person, as }, context) {
    const { actor, now, facts } = context
    const shift = draft.need('shift', id)
    if (!leads(draft, shift, context)) reject('forbidden')
    if (!holds(shift, person)) reject('not_claimed')
    // Leaders may not confirm their own presence: they check in like everybody else.
    if (person === actor.id && as !== 'out') reject('recheck_by_another')
    const here = shift.presence[person] ?? { in: null, out: null }
    if (now < shift.startsAt - facts.rules.duty.early * minute) reject('over')
    if (as === 'in') {
      if (here.in) reject('exists')
      const at = Math.min(now, shift.endsAt)
      draft.put('shift', { ...shift, presence: { ...shift.presence, [person]: { in: { at, how: 'leader', late: late(shift, person, at, context), offline: false, confirmedBy: actor.id }, out: null } } })
      return
    }
    if (!here.in) return reject('not_claimed')
    if (as === 'out' ? here.out : here.in.confirmedBy) reject('exists')
    const next = as === 'out' ? { ...here, out: { at: now, early: minutesEarly(shift, now) } } : { ...here, in: { ...here.in, confirmedBy: actor.id } }
    draft.put('shift', { ...shift, presence: { ...shift.presence, [person]: next } })
  },
})

import type { Draft } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Post, Shift } from '../records.ts'
import * as v from 'valibot'
import { planners } from '../core/actor.ts'
import { edit, known, listed, MaybeId, where } from '../core/arguments.ts'
import { instant, numberOfDay } from '../core/calendar.ts'
import { command } from '../core/command.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { clip } from '../core/text.ts'
import { Day, NewId, schemas, Title } from '../records.ts'
import { mostPlanned, plannedId, untouched } from './duty.ts'
import { fill, recalled } from './offers.ts'

const { id: PostId, pattern, skills, risk } = schemas.post.entries
const hour = 3_600_000

type Slot = Post['pattern'][number]
const minutes = ({ start }: Slot) => Number(start.slice(0, 2)) * 60 + Number(start.slice(3))
const distinct = (slots: readonly Slot[]) => new Set(slots.map(slot => slot.id)).size === slots.length

/** The fields that a shift takes from its post and slot. */
function planned(post: Post, slot: Slot) {
  const { place, township, lng, lat, accuracy, source, skills, risk } = post
  return { title: clip(`${post.title} ${slot.title}`, 80), place, township, lng, lat, accuracy, source, skills, risk, needed: slot.needed }
}

/** True if an earlier version planned this shift. Its ids had `-` in place of `~`, so a device could choose them: such a shift counts only if it belongs to this post. */
const plannedBefore = (draft: Draft, post: Post, day: number, slot: Slot): boolean =>
  draft.get('shift', plannedId(post.id, day, slot.id).replaceAll('~', '-'))?.post === post.id

function hoursOf(day: number, slot: Slot, { facts }: Context) {
  const startsAt = instant(day, minutes(slot), facts.timeZone)
  return { startsAt, endsAt: startsAt + slot.hours * hour }
}

export const openPost = command({
  args: v.strictObject({ post: v.pipe(NewId, PostId), title: Title, place: MaybeId, ...where, pattern, skills, risk, leader: MaybeId }),
  roles: planners,
  tells: { post: [] },
  run(draft, { post: id, ...args }, { facts }) {
    if (draft.get('post', id)) reject('exists')
    listed(facts, args)
    for (const skill of args.skills) known(facts.skills, skill)
    if (!distinct(args.pattern)) reject('invalid', 'pattern')
    if (args.place) draft.need('place', args.place)
    draft.put('post', { id, ...args, open: true, coded: false })
  },
})

const postFields = { title: Title, pattern, skills, risk, leader: MaybeId }
const editPostArgs = v.strictObject({ post: PostId, ...edit(postFields) })

/** The post as the edit makes it. Refuses `closed`, `unknown_value`, and `invalid` where two slots are one. */
function editedPost(draft: Draft, { post: id, set, base }: v.InferOutput<typeof editPostArgs>, { facts }: Context): Post {
  const post = merge(draft.need('post', id), set, base)
  for (const skill of post.skills) known(facts.skills, skill)
  if (!post.open) reject('closed')
  if (!distinct(post.pattern)) reject('invalid', 'pattern')
  return post
}

/**
 * Changes the post and its shifts that have not begun, never others. Such a shift takes the new title, skills and number of
 * people, but never fewer than it has holders. Its hours change only while it has no holders. A shift whose slot was removed
 * accepts nobody new.
 */
export const editPost = command({
  args: editPostArgs,
  roles: planners,
  tells: { post: ['set', 'base'], shift: [] },
  guard: (draft, args, context) => void editedPost(draft, args, context),
  run(draft, args, context) {
    const post = editedPost(draft, args, context)
    draft.put('post', post)
    for (const shift of coming(draft, post.id, context.now)) draft.put('shift', followed(draft, shift, post, context))
  },
})

/** Closes the post: no more shifts are planned for it, and its coming shifts accept nobody new. */
export const closePost = command({
  args: v.strictObject({ post: PostId }),
  roles: planners,
  tells: { post: [], shift: [] },
  guard(draft, args) {
    if (!draft.need('post', args.post).open) reject('closed')
  },
  run(draft, args, { now }) {
    const post = draft.need('post', args.post)
    draft.put('post', { ...post, open: false })
    for (const shift of coming(draft, post.id, now)) draft.put('shift', { ...recalled(shift), open: false })
  },
})

/** Reopens the post: shifts can be planned for it again, and its coming shifts accept people again, except those whose slot was removed. */
export const reopenPost = command({
  args: v.strictObject({ post: PostId }),
  roles: planners,
  tells: { post: [], shift: [] },
  guard(draft, args) {
    if (draft.need('post', args.post).open) reject('exists')
  },
  run(draft, args, context) {
    const post = draft.need('post', args.post)
    draft.put('post', { ...post, open: true })
    for (const shift of coming(draft, post.id, context.now)) {
      if (post.pattern.some(slot => slot.id === shift.slot)) draft.put('shift', fill(draft, { ...shift, open: true }, context))
    }
  },
})

/** Plans every slot of these posts for `days` days. Shifts that are already planned, or would be over, are left out. Rejects with `closed`, and `too_large` for more than `mostPlanned`. */
export const planShifts = command({
  args: v.strictObject({
    posts: v.pipe(v.array(PostId), v.minLength(1), v.maxLength(100)),
    from: Day,
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)),
  }),
  roles: planners,
  tells: { shift: [] },
  run(draft, args, context) {
    const posts = args.posts.map(id => draft.need('post', id))
    if (posts.some(post => !post.open)) reject('closed')
    if (posts.reduce((sum, post) => sum + post.pattern.length * args.days, 0) > mostPlanned) reject('too_large')
    const first = numberOfDay(args.from)
    for (const post of posts) {
      for (const slot of post.pattern) {
        for (let day = first; day < first + args.days; day++) {
          const times = hoursOf(day, slot, context)
          const id = plannedId(post.id, day, slot.id)
          if (draft.get('shift', id) || plannedBefore(draft, post, day, slot) || times.endsAt <= context.now) continue
          draft.put('shift', { ...untouched, id, post: post.id, slot: slot.id, ...planned(post, slot), ...times })
        }
      }
    }
  },
})

/** Stores the key that a post's codes are made from. Only the server makes keys, when a post's code is first asked for. */
export const cutPostKey = command({
  args: v.strictObject({ post: PostId, key: schemas.postKey.entries.key }),
  roles: ['system'],
  tells: { post: [] },
  run(draft, args) {
    const post = draft.need('post', args.post)
    if (post.coded) reject('exists')
    draft.put('postKey', { id: post.id, key: args.key })
    draft.put('post', { ...post, coded: true })
  },
})

/** Replaces a key that has leaked: codes made from the old one stop working. */
export const renewPostKey = command({
  args: v.strictObject({ post: PostId, key: schemas.postKey.entries.key }),
  roles: ['system'],
  run(draft, args) {
    const post = draft.need('post', args.post)
    if (!post.coded) reject('closed')
    draft.put('postKey', { id: post.id, key: args.key })
  },
})

/** The post's shifts that have not begun, in the order they begin, so that waitlists fill the same way each time the log is replayed. */
function coming(draft: Draft, post: string, now: number): Shift[] {
  return [...draft.by('shift', 'post', post)].filter(shift => shift.startsAt > now).sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
}

function followed(draft: Draft, shift: Shift, post: Post, context: Context): Shift {
  const slot = post.pattern.find(one => one.id === shift.slot)
  if (!slot) return { ...recalled(shift), open: false }
  const day = /[~-](\d{4})(\d{2})(\d{2})[~-][a-z\d]+$/.exec(shift.id)
  const free = shift.claimedBy.length === 0 && day
  const times = free ? hoursOf(numberOfDay(day.slice(1, 4).join('-')), slot, context) : {}
  return fill(draft, { ...shift, ...planned(post, slot), needed: Math.max(slot.needed, shift.claimedBy.length), ...times }, context)
}

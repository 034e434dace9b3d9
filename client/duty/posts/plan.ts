import type { Args } from '../../../shared/commands.ts'
import type { Refusal } from '../../../shared/core/protocol.ts'
import type { Place, Post } from '../../../shared/records.ts'
import { uuidv7 } from 'uuidv7'
import { shallowRef } from 'vue'
import { mostPlanned } from '../../../shared/duty/duty.ts'
import { dispatch } from '../../core/dispatch.ts'
import { postAt } from './posts.ts'

export type Turns = Post['pattern']

/** What the planner chose. `pattern`, `skills` and `risk` apply only to places that have no post yet. */
export interface Plan {
  readonly places: readonly Place[]
  readonly pattern: Turns
  readonly skills: readonly string[]
  readonly risk: Post['risk']
  readonly from: string
  readonly days: number
}

/** Steps done, and steps in total; null while no plan is being carried out. */
export const progress = shallowRef<{ readonly done: number, readonly all: number } | null>(null)

/** The number of turns per day at a place: an existing post keeps its own pattern. */
const turnsAt = (place: Place, plan: Plan) => postAt(place.id)?.pattern.length ?? plan.pattern.length
export const shiftsOf = (plan: Plan): number => plan.places.reduce((sum, place) => sum + turnsAt(place, plan), 0) * plan.days

/** Splits posts into batches, one for each command: none may exceed the most shifts and posts that `planShifts` accepts. */
function batches(posts: readonly { readonly id: string, readonly turns: number }[], days: number): string[][] {
  const all: { posts: string[], size: number }[] = []
  for (const { id, turns } of posts) {
    const last = all.at(-1)
    if (last && last.size + turns * days <= mostPlanned && last.posts.length < 100) {
      last.posts.push(id)
      last.size += turns * days
    } else {
      all.push({ posts: [id], size: turns * days })
    }
  }
  return all.map(one => one.posts)
}

function postFor(place: Place, { pattern, skills, risk }: Plan): Args<'openPost'> {
  const { township, lng, lat, accuracy, source } = place
  return { post: uuidv7(), title: place.name, place: place.id, township, lng, lat, accuracy, source, pattern: [...pattern], skills: [...skills], risk }
}

/** Sets up the missing posts, then plans every turn of every day. Existing shifts are not planned twice, so a plan that failed halfway can be run again. */
export async function carryOut(plan: Plan): Promise<Refusal | null> {
  const missing = plan.places.filter(place => !postAt(place.id)).map(place => postFor(place, plan))
  const there = plan.places.flatMap(place => postAt(place.id) ?? []).map(post => ({ id: post.id, turns: post.pattern.length }))
  const planned = batches([...there, ...missing.map(one => ({ id: one.post, turns: one.pattern.length }))], plan.days)
  const steps = [
    ...missing.map(args => () => dispatch('openPost', args)),
    ...planned.map(posts => () => dispatch('planShifts', { posts, from: plan.from, days: plan.days })),
  ]
  try {
    for (const [done, step] of steps.entries()) {
      progress.value = { done, all: steps.length }
      const refusal = await step()
      if (refusal) return refusal
      // Lets the browser paint the progress before the next step.
      await new Promise(requestAnimationFrame)
    }
    return null
  } finally {
    progress.value = null
  }
}

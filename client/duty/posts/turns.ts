import type { Turns } from './plan.ts'
import { posts } from './words.ts'

/** Common ways to divide a day. They only fill the form; the planner may change every turn. */
export const patternNames = ['three', 'two', 'day'] as const
export type PatternName = (typeof patternNames)[number]

export function patternOf(name: PatternName, needed = 2): Turns {
  const { early, late, night, day } = posts.value.turns
  if (name === 'three') return [{ id: 'a', title: early, start: '08:00', hours: 8, needed }, { id: 'b', title: late, start: '16:00', hours: 8, needed }, { id: 'c', title: night, start: '00:00', hours: 8, needed }]
  if (name === 'two') return [{ id: 'a', title: day, start: '08:00', hours: 12, needed }, { id: 'b', title: night, start: '20:00', hours: 12, needed }]
  return [{ id: 'a', title: day, start: '08:00', hours: 8, needed }]
}

/** Adds a turn that starts when the last one ends. Its id must differ from all others, so it is the first unused letter. */
export function oneMore(turns: Turns): Turns {
  const id = [...'abcdefghijkl'].find(letter => turns.every(turn => turn.id !== letter))
  const last = turns.at(-1)
  if (!id) return turns
  const hours = last?.hours ?? 8
  const start = last ? (Number(last.start.slice(0, 2)) + last.hours) % 24 : 8
  return [...turns, { id, title: posts.value.turns.day, start: `${String(start).padStart(2, '0')}:${last?.start.slice(3) ?? '00'}`, hours, needed: last?.needed ?? 2 }]
}

import type { Actor } from '../core/actor.ts'
import type { Draft, Reader } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Facts } from '../core/county.ts'
import type { Inspection, Team } from '../records.ts'
import { dayOf } from '../core/calendar.ts'
import { reportsDue } from '../core/cut-off.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'
import { notBegun, teamOf } from './inspecting.ts'

/** Rules about plans, for commands and screens: a team's route and its order, and teams that have not reported. */

/** A team's inspections on a day in the order of its route, without cancelled ones. */
export function routeOf(board: Reader, day: string, team: string): Inspection[] {
  return [...board.by('inspection', 'route', `${day} ${team}`)]
    .filter(one => one.state !== 'cancelled')
    .sort((a, b) => a.order - b.order || a.plannedAt - b.plannedAt || (a.id < b.id ? -1 : 1))
}

/** The next free turn at the end of a team's route on a day. */
export const lastOf = (board: Reader, day: string, team: string): number =>
  1 + Math.max(-1, ...[...board.by('inspection', 'route', `${day} ${team}`)].map(one => one.order))

/** The team, if the actor may plan and sign for it. Inspectors may only do so for their own team: rejects with `other_team`, `not_found`. */
export function forTeam(draft: Draft, actor: Actor, team: string): Team {
  const found = draft.need('team', team)
  return actor.role === 'inspector' && teamOf(draft, actor) !== team ? reject('other_team') : found
}

/** Rejects with `over` for a day that is past by the county's calendar. `now` in epoch ms. */
export function notPast(day: string, now: number, { timeZone }: Pick<Facts, 'timeZone'>): void {
  if (day < dayOf(now, timeZone)) reject('over')
}

/** The inspection, if it has not begun. Rejects with `illegal_step`, `not_found`. */
export function planned(draft: Draft, id: string): Inspection {
  const inspection = draft.need('inspection', id)
  return inspection.state === 'planned' ? inspection : reject('illegal_step')
}

/** Tells the members of a team that the route of a published day has changed, once per change. The actor knows. */
export function tellTeam(draft: Draft, { id, day, team, title }: Pick<Inspection, 'id' | 'day' | 'team' | 'title'>, { actor, now }: Context): void {
  if (!draft.get('briefing', day)) return
  for (const person of draft.get('team', team)?.members ?? []) {
    if (person === actor.id) continue
    const to = { role: null, unit: null, township: null, place: null, grid: null, person }
    draft.put('notice', { id: joinedId('-', 'planChanged', id, now, person), rule: 'planChanged', issue: null, shift: null, letter: null, place: null, plan: null, township: null, to, about: title, at: now, readBy: [] })
  }
}

type Fixed = 'id' | 'day' | 'team' | 'mode' | 'title' | 'place' | 'township' | 'lng' | 'lat' | 'accuracy' | 'source' | 'unannounced' | 'checklist' | 'plannedBy' | 'plannedAt'

/** Puts a planned visit, at the end of its team's route. */
export function plan(draft: Draft, visit: Pick<Inspection, Fixed>): void {
  draft.put('inspection', { ...notBegun, ...visit, order: lastOf(draft, visit.day, visit.team), state: 'planned' })
}

/** Rejects with `already_planned` if another visit to the same place is planned on that day: two planners must not send two teams. */
export function onceADay(draft: Draft, { id, day, place }: Pick<Inspection, 'id' | 'day' | 'place'>): void {
  const twice = place && [...draft.by('inspection', 'place', place)].some(one => one.id !== id && one.day === day && one.state === 'planned')
  if (twice) reject('already_planned')
}

export const reportId = (day: string, team: string) => joinedId('_', day, team)

/** True if the team has reported for the day: it signed an inspection, or signed that it found no problems (今日无问题). */
export function hasReported(board: Reader, day: string, team: string): boolean {
  return board.get('dayReport', reportId(day, team)) !== undefined
    || [...board.by('inspection', 'route', `${day} ${team}`)].some(one => one.state === 'done')
}

/** The teams that have not reported for the day, by number. None before the cut-off of the day. `now` in epoch ms. */
export function silentTeams(board: Reader, day: string, now: number, facts: Pick<Facts, 'rules' | 'timeZone'>): Team[] {
  if (now < reportsDue(day, facts)) return []
  return [...board.all('team')].filter(team => !hasReported(board, day, team.id)).sort((a, b) => a.no - b.no)
}

import type { Actor } from '../core/actor.ts'
import type { Draft, Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Inspection, Team } from '../records.ts'
import { dayOf } from '../core/calendar.ts'
import { reportsDue } from '../core/cut-off.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'
import { teamOf } from './inspecting.ts'

/** Shared by plans and their screens: a team's route, its order, and silent teams. */

/** A team's inspections of a day in the order of its route, without cancelled ones. */
export function routeOf(board: Reader, day: string, team: string): Inspection[] {
  return [...board.by('inspection', 'route', `${day} ${team}`)]
    .filter(one => one.state !== 'cancelled')
    .sort((a, b) => a.order - b.order || a.plannedAt - b.plannedAt || (a.id < b.id ? -1 : 1))
}

/** The next free turn in a team's route of a day. */
export const lastOf = (board: Reader, day: string, team: string): number =>
  1 + Math.max(-1, ...[...board.by('inspection', 'route', `${day} ${team}`)].map(one => one.order))

/** The team that goes to a township. */
export const teamFor = (board: Reader, township: string): Team | undefined => [...board.all('team')].find(team => team.townships.includes(township))

/** An inspector plans and signs for their own team only: `other_team`. */
export function forTeam(draft: Draft, actor: Actor, team: string): Team {
  const found = draft.need('team', team)
  return actor.role === 'inspector' && teamOf(draft, actor) !== team ? reject('other_team') : found
}

/** Refuses `over` for a day that is past by the county's calendar. */
export function notPast(day: string, now: number, { timeZone }: Pick<Facts, 'timeZone'>): void {
  if (day < dayOf(now, timeZone)) reject('over')
}

/** The inspection, while it is only planned. */
export function planned(draft: Draft, id: string): Inspection {
  const inspection = draft.need('inspection', id)
  return inspection.state === 'planned' ? inspection : reject('illegal_step')
}

type Fixed = 'id' | 'day' | 'team' | 'mode' | 'title' | 'place' | 'township' | 'lng' | 'lat' | 'accuracy' | 'source' | 'unannounced' | 'checklist' | 'plannedBy' | 'plannedAt'

/** A visit that is only planned, last in its team's route. */
export function plan(draft: Draft, visit: Pick<Inspection, Fixed>): void {
  draft.put('inspection', {
    ...visit,
    order: lastOf(draft, visit.day, visit.team),
    state: 'planned',
    inspector: null,
    checkIn: null,
    results: {},
    swept: [],
    observations: 0,
    trail: [],
    finishedAt: null,
    clean: false,
    signedBy: null,
    note: '',
  })
}

/** The same place twice a day is a mistake of two planners: `already_planned`. */
export function onceADay(draft: Draft, { id, day, place }: Pick<Inspection, 'id' | 'day' | 'place'>): void {
  const twice = place && [...draft.by('inspection', 'place', place)].some(one => one.id !== id && one.day === day && one.state === 'planned')
  if (twice) reject('already_planned')
}

export const reportId = (day: string, team: string) => joinedId('_', day, team)

/** True if the team has reported that day: it signed an inspection, or that there was nothing. */
export function hasReported(board: Reader, day: string, team: string): boolean {
  return board.get('dayReport', reportId(day, team)) !== undefined
    || [...board.by('inspection', 'route', `${day} ${team}`)].some(one => one.state === 'done')
}

/** After the day's end: the teams that have neither signed an inspection nor that there was nothing, by their number. */
export function silentTeams(board: Reader, day: string, now: number, facts: Pick<Facts, 'rules' | 'timeZone'>): Team[] {
  if (now < reportsDue(day, facts)) return []
  return [...board.all('team')].filter(team => !hasReported(board, day, team.id)).sort((a, b) => a.no - b.no)
}

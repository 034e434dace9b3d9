import type { Draft } from '../core/board.ts'
import * as v from 'valibot'
import { edit, listed, MaybeId } from '../core/arguments.ts'
import { dayOf } from '../core/calendar.ts'
import { command } from '../core/command.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { teamFor } from '../core/team-for.ts'
import { Day, Id, NewId, Note, schemas } from '../records.ts'
import { somethingFound } from './inspecting.ts'
import { forTeam, lastOf, reportId } from './planning.ts'

const headquarters = ['coordinator', 'admin'] as const
const { no, name, leader, vehicle, phone } = schemas.team.entries
const people = v.pipe(v.array(Id), v.maxLength(30))

/** Rejects with `other_team` if another team has this number or one of these members. */
function alone(draft: Draft, id: string, { no, members }: { readonly no: number, readonly members: readonly string[] }): void {
  for (const other of draft.all('team')) {
    if (other.id !== id && (other.no === no || other.members.some(one => members.includes(one)))) reject('other_team', other.name)
  }
}
const withLeader = (leader: string | null, members: readonly string[]) => [...new Set([...leader ? [leader] : [], ...members])]

export const formTeam = command({
  args: v.strictObject({ team: NewId, no, name, leader, members: v.optional(people, []), vehicle, phone, townships: v.optional(v.array(Id), []) }),
  roles: headquarters,
  tells: { team: [] },
  run(draft, { team: id, ...args }, { facts }) {
    if (draft.get('team', id)) reject('exists')
    for (const township of args.townships) {
      listed(facts, { township })
      const other = teamFor(draft, township)
      if (other) reject('other_team', other.name)
    }
    const members = withLeader(args.leader, args.members)
    alone(draft, id, { no: args.no, members })
    draft.put('team', { id, ...args, members, townships: [...new Set(args.townships)] })
  },
})

/** Changes a team, except for its townships (`moveTownship`). The leader is always a member. */
export const editTeam = command({
  args: v.strictObject({ team: Id, ...edit({ name, leader, members: people, vehicle, phone }) }),
  roles: headquarters,
  tells: { team: ['set', 'base'] },
  run(draft, args) {
    const team = merge(draft.need('team', args.team), args.set, args.base)
    const members = withLeader(team.leader, team.members)
    alone(draft, team.id, { no: team.no, members })
    draft.put('team', { ...team, members })
  },
})

/** Moves a township from one team to another, with the visits that are planned there from today on. Rejects with `illegal_step` if `from` is not the township's team now. */
export const moveTownship = command({
  args: v.strictObject({ township: Id, from: MaybeId, to: Id }),
  roles: headquarters,
  tells: { team: [], inspection: [] },
  run(draft, { township, from, to }, { now, facts }) {
    listed(facts, { township })
    const team = draft.need('team', to)
    const holder = teamFor(draft, township)
    if ((holder?.id ?? null) !== from || from === to) reject('illegal_step')
    const today = dayOf(now, facts.timeZone)
    const planned = from === null ? [] : [...draft.by('inspection', 'planned', from)].filter(one => one.township === township && one.day >= today)
    if (holder) draft.put('team', { ...holder, townships: holder.townships.filter(code => code !== township) })
    draft.put('team', { ...team, townships: [...team.townships, township] })
    for (const one of planned.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))) draft.put('inspection', { ...one, team: to, order: lastOf(draft, one.day, to) })
  },
})

/** An inspector signs that their team found no problems on a day (今日无问题). Rejects with `not_clean` if it found something, `already_signed`, `other_team`. */
export const signZeroReport = command({
  args: v.strictObject({ day: Day, team: Id, note: v.optional(Note, '') }),
  roles: ['inspector'],
  tells: { dayReport: [] },
  run(draft, { day, team, note }, { actor, now, facts }) {
    forTeam(draft, actor, team)
    const id = reportId(day, team)
    if (day > dayOf(now, facts.timeZone)) reject('invalid', 'day')
    if (draft.get('dayReport', id)) reject('already_signed')
    const visits = [...draft.by('inspection', 'route', `${day} ${team}`)]
    if (visits.some(one => somethingFound(draft, one))) reject('not_clean')
    draft.put('dayReport', { id, day, team, note, signedBy: actor.id, at: now })
  },
})

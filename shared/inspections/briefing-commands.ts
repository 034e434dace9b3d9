import type { Draft } from '../core/board.ts'
import type { Inspection } from '../records.ts'
import * as v from 'valibot'
import { edit, MaybeInstant } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { phaseNow } from '../incident/current.ts'
import { Day, Id, NewId, schemas } from '../records.ts'
import { currentChecklist } from './checklists.ts'
import { activePlace, teamOf } from './inspecting.ts'
import { forTeam, lastOf, notPast, onceADay, plan } from './planning.ts'

const headquarters = ['coordinator', 'admin'] as const
const { focus, decisions } = schemas.briefing.entries
const Stop = v.strictObject({ inspection: NewId, team: Id, place: Id, unannounced: v.optional(v.boolean(), true) })

/**
 * Publishes the daily meeting's decisions and the teams' routes in one command. `from` is the publication time (epoch ms) of
 * the briefing that the person saw, null for none; rejects with `newer_version` if somebody else has published since. A stop
 * that is already planned gets this team and turn, one that has begun stays as it is, and other plans do not change. A place
 * that the same person has already planned for that day keeps its first stop, so that publishing from a second window adds none.
 */
export const publishBriefing = command({
  args: v.strictObject({ day: Day, focus, decisions, from: MaybeInstant, stops: v.optional(v.pipe(v.array(Stop), v.maxLength(200)), []) }),
  roles: headquarters,
  tells: { briefing: [], inspection: [] },
  run(draft, { day, stops, from, ...said }, { actor, now, facts }) {
    notPast(day, now, facts)
    const before = draft.get('briefing', day)
    const phase = phaseNow(draft)
    if (before && before.by !== actor.id && before.publishedAt !== from) reject('newer_version')
    for (const stop of stops) {
      const known = draft.get('inspection', stop.inspection) ?? ownPlan(draft, actor.id, day, stop.place)
      if (known && known.state !== 'planned') continue
      forTeam(draft, actor, stop.team)
      const place = activePlace(draft, stop.place)
      onceADay(draft, { id: known?.id ?? stop.inspection, day, place: place.id })
      if (known) {
        draft.put('inspection', { ...known, day, team: stop.team, order: lastOf(draft, day, stop.team) })
        continue
      }
      const { name: title, township, lng, lat, accuracy, source } = place
      plan(draft, { id: stop.inspection, day, team: stop.team, mode: 'visit', title, place: place.id, township, lng, lat, accuracy, source, unannounced: stop.unannounced, checklist: currentChecklist(draft, facts.checklists, place.kind, phase)?.id ?? null, plannedBy: actor.id, plannedAt: now })
    }
    draft.put('briefing', { id: day, day, ...said, publishedAt: now, phase, by: actor.id, readBy: [] })
  },
})

/** The visit to a place that this person has planned for a day and that has not begun. */
const ownPlan = (draft: Draft, person: string, day: string, place: string): Inspection | undefined =>
  [...draft.by('inspection', 'place', place)].find(one => one.day === day && one.state === 'planned' && one.plannedBy === person)

/** Changes the text of a briefing. Every team must read it again. */
export const editBriefing = command({
  args: v.strictObject({ day: Day, ...edit({ focus, decisions }) }),
  roles: headquarters,
  tells: { briefing: ['set', 'base'] },
  run(draft, args) {
    const briefing = draft.need('briefing', args.day)
    draft.put('briefing', { ...merge(briefing, args.set, args.base), readBy: [] })
  },
})

/** Marks the briefing as read by the actor's team. One reader counts for the whole team. */
export const readBriefing = command({
  args: v.strictObject({ day: Day }),
  roles: ['inspector'],
  tells: { briefing: [] },
  routine: true,
  run(draft, { day }, { actor }) {
    const briefing = draft.need('briefing', day)
    const team = teamOf(draft, actor)
    if (!briefing.readBy.includes(team)) draft.put('briefing', { ...briefing, readBy: [...briefing.readBy, team] })
  },
})

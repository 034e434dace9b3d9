import type { Refusal } from '../../../shared/core/protocol.ts'
import type { RouteWeights } from '../../../shared/core/rules.ts'
import type { Reasons } from '../../../shared/inspections/proposals.ts'
import { uuidv7 } from 'uuidv7'
import { computed, ref } from 'vue'
import { dayOf } from '../../../shared/core/calendar.ts'
import { reportsDue } from '../../../shared/core/cut-off.ts'
import { routeOf, silentTeams } from '../../../shared/inspections/planning.ts'
import { frequent, proposeRoutes } from '../../../shared/inspections/proposals.ts'
import { act } from '../../core/act.ts'
import { reactive, record, records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { useDraft } from '../../core/drafts.ts'
import { county } from '../../core/session.ts'
import { date, fromInput } from '../../core/time.ts'
import { waitingForVisit } from '../coverage/unseen.ts'

const day = 86_400_000
const reader = reactive

interface PlannedStop { readonly inspection: string, readonly place: string, readonly reasons?: Reasons, readonly score?: number }

/** The day's meeting: what happened, and a draft of the coming work, which stays on this device until it is published. `wanted` is the day to plan, today or tomorrow. */
export function useMeeting(wanted = '') {
  const rules = county.value?.rules
  const timeZone = county.value?.timeZone ?? 'UTC'
  if (!rules) throw new Error('the county is not here yet')
  const clock = { rules, timeZone }
  const today = dayOf(minute.value, timeZone)
  const days = [today, dayOf(minute.value + day, timeZone)] as const
  /** The day that is planned: the wanted one, else today, or tomorrow once today's reports are due. */
  const about = days.find(one => one === wanted) ?? days[minute.value >= reportsDue(today, clock) ? 1 : 0]
  const since = minute.value - day
  const teams = computed(() => [...records('team')].sort((a, b) => a.no - b.no))
  const briefing = computed(() => record('briefing', about))
  const weights = ref<RouteWeights>({ ...rules.route })
  const { draft, clear } = useDraft(`meeting:${about}`, () => ({
    focus: briefing.value?.focus ?? '',
    decisions: briefing.value?.decisions ?? '',
    from: briefing.value?.publishedAt ?? null,
    routes: {} as Record<string, PlannedStop[]>,
  }))

  /** A team's stops for that day that are on the board already. They must not be proposed again. */
  const planned = (team: string) => routeOf(reader, about, team)
  const route = (team: string): readonly PlannedStop[] => draft.value.routes[team] ?? []
  const change = (team: string, stops: readonly PlannedStop[]) => draft.value = { ...draft.value, routes: { ...draft.value.routes, [team]: [...stops] } }

  function propose(): void {
    const taken = new Set(records('inspection').filter(one => one.day === about && one.state !== 'cancelled').flatMap(one => one.place ?? []))
    const routes = proposeRoutes(reader, { now: minute.value, weights: weights.value, taken, without: county.value?.sweptKinds })
    draft.value = { ...draft.value, routes: Object.fromEntries([...routes].map(([team, stops]) => [team, stops.map(stop => ({ inspection: uuidv7(), ...stop }))])) }
  }

  /** Gives a stop to another team, at the end of its route: one that is on the board at once, a proposed one when it is published. */
  async function give(stop: string, to: string): Promise<Refusal | null> {
    const from = teams.value.find(team => route(team.id).some(one => one.inspection === stop))
    if (from?.id === to) return null
    if (from) {
      const moved = route(from.id).filter(one => one.inspection === stop)
      change(from.id, route(from.id).filter(one => one.inspection !== stop))
      change(to, [...route(to), ...moved])
      return null
    }
    const known = record('inspection', stop)
    return known && known.team !== to ? act('editPlan', { inspection: stop, set: { team: to }, base: { team: known.team } }) : null
  }

  async function publish() {
    const stops = teams.value.flatMap(team => route(team.id).map(({ inspection, place }) => ({ inspection, team: team.id, place })))
    const refusal = await act('publishBriefing', { day: about, focus: draft.value.focus, decisions: draft.value.decisions, from: draft.value.from, stops })
    if (!refusal) {
      await clear()
      draft.value = { ...draft.value, from: briefing.value?.publishedAt ?? null, routes: {} }
    }
    return refusal
  }

  return {
    about,
    /** The day's date as people say it. */
    date: () => date(fromInput(`${about}T12:00`)),
    days,
    since,
    teams,
    briefing,
    weights,
    draft,
    planned,
    route,
    change,
    give,
    propose,
    publish,
    often: computed(() => frequent(records('issue'), minute.value - 3 * day)),
    silent: computed(() => silentTeams(reader, dayOf(since, timeZone), minute.value, clock)),
    unseen: waitingForVisit,
  }
}

export type Meeting = ReturnType<typeof useMeeting>

import type { ServiceTotal } from '../../shared/duty/service-hours.ts'
import type { Shift } from '../../shared/records.ts'
import { computed, shallowRef, watch } from 'vue'
import { line } from '../../shared/core/text.ts'
import { holds } from '../../shared/duty/fatigue.ts'
import { serviceOf } from '../../shared/duty/service-hours.ts'
import { hasLeft } from '../../shared/settled.ts'
import { linkState, record, records, volunteersTurn } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { townshipName } from '../core/county-names.ts'
import { dispatch } from '../core/dispatch.ts'
import { ask } from '../core/http.ts'
import { within } from '../core/incident.ts'
import { said } from '../core/language.ts'
import { inUrl } from '../core/selection.ts'
import { county } from '../core/session.ts'
import { tried } from '../core/tried.ts'
import { keepLinks } from './added-links.ts'
import { linkOf } from './people.ts'

/** A volunteer of the register. `stopped` and `signedIn` are epoch ms, or null. */
export interface Volunteer { readonly id: string, readonly name: string, readonly phone: string, readonly note: string, readonly township: string | null, readonly skills: readonly string[], readonly trained: readonly string[], readonly stopped: number | null, readonly signedIn: number | null }

export type VolunteerChange = Partial<Pick<Volunteer, 'note' | 'skills' | 'trained'>>

export const skillNames = (ids: readonly string[]): string[] => ids.map(id => said(county.value?.skills.find(one => one.id === id)))
export const trainingNames = (ids: readonly string[]): string[] => ids.map(id => said(county.value?.trainings.find(one => one.id === id)))

/** What a volunteer has done in the whole incident, and will do. */
export interface Duties { readonly coming: readonly Shift[], readonly past: number, readonly minutes: number }

/** A name that is searched for stays out of the address, and in the field while other pages are looked at. */
const query = shallowRef('')

/** The register that this planner may see, and the acts on it. */
export function useRegister() {
  const all = shallowRef<readonly Volunteer[] | null>(null)
  const problem = shallowRef('')
  const only = inUrl('only')
  const stopped = computed<boolean>({ get: () => only.value === 'stopped', set: on => only.value = on ? 'stopped' : '' })

  /** What was served on shifts that have left the board. */
  const earlier = shallowRef<ReadonlyMap<string, ServiceTotal>>(new Map())

  const byPerson = computed(() => {
    const found = new Map<string, Shift[]>()
    const incident = record('incident', 'incident')
    for (const shift of records('shift')) {
      // A settled shift that was opened on this page is among the earlier ones.
      if (hasLeft(incident, 'shift', shift)) continue
      for (const id of new Set([...shift.claimedBy, ...Object.keys(shift.presence)])) found.set(id, [...found.get(id) ?? [], shift])
    }
    return found
  })
  function dutiesOf(id: string): Duties {
    const mine = byPerson.value.get(id) ?? []
    const coming = mine.filter(one => one.startsAt > minute.value && holds(one, id)).sort((a, b) => a.startsAt - b.startsAt)
    const { served, minutes } = serviceOf(id, mine, minute.value)
    const before = earlier.value.get(id)
    return { coming, past: served.length + (before?.shifts ?? 0), minutes: minutes + (before?.minutes ?? 0) }
  }

  const groups = computed(() => ({ here: all.value?.filter(one => one.stopped === null) ?? [], stopped: all.value?.filter(one => one.stopped !== null) ?? [] }))
  const shown = computed(() => {
    const wanted = line(query.value).split(' ').filter(Boolean)
    return groups.value[stopped.value ? 'stopped' : 'here'].filter((one) => {
      const words = [one.name, one.phone, one.township ? townshipName(one.township) : '', ...skillNames(one.skills), ...trainingNames(one.trained), one.note].join(' ')
      return wanted.every(word => words.includes(word))
    })
  })

  async function load(): Promise<void> {
    problem.value = await tried((async () => {
      const left = record('incident', 'incident')?.cleared.shift === undefined ? [] : await ask<ServiceTotal[]>(within('/service'))
      const list = await ask<Volunteer[]>('/api/volunteers/register')
      earlier.value = new Map(left.map(one => [one.person, one]))
      all.value = list
    })()) ?? ''
  }
  async function act(work: Promise<unknown>): Promise<boolean> {
    const no = await tried(work)
    problem.value = no ?? ''
    if (!no) await load()
    return !no
  }
  watch([volunteersTurn, linkState], () => void (linkState.value === 'live' && load()), { immediate: true })

  return {
    all,
    problem,
    query,
    stopped,
    groups,
    shown,
    dutiesOf,
    change: (one: Volunteer, change: VolunteerChange) => act(ask(`/api/volunteers/register/${one.id}`, { method: 'POST', body: change })),
    /** Stops a volunteer and gives up the places that they hold, so that the waitlist is asked. */
    async stop(one: Volunteer): Promise<void> {
      if (!await act(ask(`/api/volunteers/register/${one.id}/stop`, { method: 'POST' }))) return
      for (const shift of dutiesOf(one.id).coming) await dispatch('releaseShift', { shift: shift.id, person: one.id })
    },
    bringBack: (one: Volunteer) => act(ask<{ token: string }>(`/api/volunteers/register/${one.id}/return`, { method: 'POST' }).then(({ token }) => keepLinks([{ name: one.name, phone: one.phone, address: linkOf(token) }]))),
  }
}

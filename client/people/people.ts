import type { Role } from '../../shared/core/actor.ts'
import type { Logins } from '../../shared/people/login.ts'
import { computed, shallowRef, watch } from 'vue'
import { line } from '../../shared/core/text.ts'
import { proven } from '../base/proof/proven.ts'
import { record } from '../core/board.ts'
import { shortUnit, townshipName } from '../core/county-names.ts'
import { ask, patiently } from '../core/http.ts'
import { named } from '../core/record-words.ts'
import { inUrl } from '../core/selection.ts'
import { tried } from '../core/tried.ts'
import { keepLinks } from './added-links.ts'
import { people as words } from './words.ts'

/** A person as the administrator sees them. `signedIn`: when they last signed in on a device, in epoch ms; null if never. */
export interface Person { readonly id: string, readonly name: string, readonly phone: string, readonly role: Role, readonly township?: string, readonly unit?: string, readonly team?: number, readonly place?: string, readonly grid?: string, readonly disabled: boolean, readonly signedIn: number | null, /** They have a second factor. */ readonly factor?: boolean, /** What providers of sign-ins know them by. */ readonly logins?: Logins }

/** Where a person works, in words. */
export const whereOf = ({ township, unit, team, place, grid }: Pick<Person, 'township' | 'unit' | 'team' | 'place' | 'grid'>): string =>
  [township && townshipName(township), unit && shortUnit(unit), team && words.value.teamNo(team), place && record('place', place)?.name, grid && record('grid', grid)?.name].filter(Boolean).join(' ')

/** Counts the people saved on this device. A form may be gone when its answer comes, so the page watches this and not the form. */
export const saves = shallowRef(0)

export const linkOf = (token: string): string => `${location.origin}/in#${token}`

/** A name that is searched for stays out of the address, and in the field while other pages are looked at. */
const query = shallowRef('')

/** Everybody on this server, what is shown of them, and the acts on them, for administrators. */
export function usePeople() {
  const all = shallowRef<readonly Person[]>([])
  const problem = shallowRef('')
  const only = inUrl('only')
  const groups = computed(() => ({
    never: all.value.filter(one => !one.disabled && one.signedIn === null),
    disabled: all.value.filter(one => one.disabled),
  }))
  const shown = computed(() => {
    const text = line(query.value)
    const group = only.value === 'never' || only.value === 'disabled' ? groups.value[only.value] : all.value
    return group.filter(one => [one.name, one.phone, named.value.roles[one.role], whereOf(one)].some(said => said.includes(text)))
  })

  /** Waits for an act and then fetches everybody again. After a refusal it does not: that would clear the sentence before it is read. */
  async function act(work: Promise<unknown>): Promise<void> {
    problem.value = await tried(work) ?? ''
    if (!problem.value) await load()
  }
  async function load(): Promise<void> {
    problem.value = await tried(ask<Person[]>('/api/people').then(list => all.value = list)) ?? ''
  }

  watch(saves, load)

  return {
    all,
    problem,
    query,
    only,
    groups,
    shown,
    load,
    turn: (one: Person) => act(proven(() => ask(`/api/people/${one.id}/${one.disabled ? 'enable' : 'disable'}`, { method: 'POST' }))),
    /** Deletes name, phone and notes of somebody whose account was ended. */
    forget: ({ id }: Person) => act(ask(`/api/people/${id}/forget`, { method: 'POST', body: {} })),
    /** New sign-in links for these people, one after the other. If one fails, the links before it are kept. */
    newLinks: async (people: readonly Person[]) => {
      problem.value = ''
      for (const { id, name, phone } of people) {
        problem.value = await tried(patiently(() => proven(() => ask<{ token: string }>(`/api/people/${id}/link`, { method: 'POST' })), 20).then(({ token }) => keepLinks([{ name, phone, address: linkOf(token) }]))) ?? ''
        if (problem.value) break
      }
    },
  }
}

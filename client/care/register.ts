import type { CareChange, CareWhy, MaskedPerson, NewCareNeed, NewCarePerson, OpenPerson } from '../../shared/care/people.ts'
import type { CareRight, CareScope } from '../../shared/care/rights.ts'
import type { CareTally } from '../../shared/care/tally.ts'
import { shallowRef, watch } from 'vue'
import { record } from '../core/board.ts'
import { ask } from '../core/http.ts'
import { within } from '../core/incident.ts'
import { said } from '../core/language.ts'
import { county } from '../core/session.ts'
import { tried } from '../core/tried.ts'

export const care = (path: string): string => within(`/care${path}`)
export const groupName = (id: string): string => said(county.value?.care.groups.find(one => one.id === id))
export const needName = (id: string): string => said(county.value?.care.needs.find(one => one.id === id))
/** The words of a zone's rule that makes a need due sooner, for a row; nothing where there is none. */
export const callName = (id: string | null): string => said(county.value?.care.calls.find(one => one.id === id))
export const gridName = (id: string): string => record('grid', id)?.name ?? id

/** The part of the register that this person works on, and what they were granted. */
export interface Access { readonly scope: CareScope, readonly rights: readonly CareRight[], /** Exact, for coordinators who may read names; the board tells headquarters only figures from five on. */ readonly figures: readonly CareTally[] | null }

interface Page { readonly rows: readonly MaskedPerson[], readonly next: string | null }

/** The register, page by page. Everything is in the memory of this page only, and is gone when it closes. */
export function useRegister() {
  const access = shallowRef<Access | null>(null)
  const rows = shallowRef<readonly MaskedPerson[] | null>(null)
  const next = shallowRef<string | null>(null)
  const problem = shallowRef('')
  const grid = shallowRef('')
  const group = shallowRef('')

  async function page(after?: string): Promise<void> {
    const query = new URLSearchParams({ ...grid.value && { grid: grid.value }, ...group.value && { group: group.value }, ...after && { after } })
    const found = await ask<Page>(care(`/people?${query}`))
    rows.value = after ? [...rows.value ?? [], ...found.rows] : found.rows
    next.value = found.next
  }
  async function work(job: () => Promise<unknown>): Promise<boolean> {
    problem.value = await tried(job()) ?? ''
    return !problem.value
  }
  const load = () => work(async () => {
    access.value = await ask<Access>(care(''))
    if (access.value.scope) await page()
  })
  watch([grid, group], () => access.value?.scope && void work(() => page()))
  void load()

  return {
    access,
    rows,
    next,
    problem,
    grid,
    group,
    load,
    more: () => work(() => page(next.value ?? undefined)),
    find: (text: string) => work(async () => {
      if (!text) return page()
      rows.value = await ask<readonly MaskedPerson[]>(care('/find'), { method: 'POST', body: { text } })
      next.value = null
    }),
    add: async (person: NewCarePerson) => await work(() => ask(care('/people'), { method: 'POST', body: { people: [person] } })) && load(),
  }
}

export const openPerson = (id: string, why: CareWhy) => ask<OpenPerson>(care(`/people/${id}/open`), { method: 'POST', body: why })
export const changePerson = (id: string, version: number, set: CareChange) => ask(care(`/people/${id}`), { method: 'POST', body: { version, set } })
export const setNeed = (person: string, need: NewCareNeed) => ask(care(`/people/${person}/needs`), { method: 'POST', body: need })
export const endNeed = (person: string, need: string) => ask(care(`/people/${person}/needs/${need}/end`), { method: 'POST' })

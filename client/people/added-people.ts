import type { Refusal } from '../../shared/core/protocol.ts'
import type { ListFile } from '../base/transfer/list-file.ts'
import { shallowRef } from 'vue'
import { proven } from '../base/proof/proven.ts'
import { ask, patiently, RefusedRequest } from '../core/http.ts'
import { tried } from '../core/tried.ts'
import { dropLinks, keepLinks } from './added-links.ts'
import { linkOf } from './people.ts'

interface Row { readonly name: string, readonly phone: string }
interface Answer { readonly added: readonly { readonly row: number, readonly id: string, readonly token: string }[], readonly known: number }

/** The people whom one import adds by a route of the server, and how they are taken back. */
export function useAdded(route: '/api/people/roster' | '/api/volunteers/roster', file: Pick<ListFile, 'busy' | 'problem'>, /** A sentence of its own for a refusal, instead of that of its code. */ own: (refusal: Refusal) => string | null = () => null) {
  const added = shallowRef<number | null>(null)
  const known = shallowRef(0)
  /** How many were taken back; null before that. */
  const gone = shallowRef<number | null>(null)
  const people = shallowRef<ReadonlyMap<string, string>>(new Map())

  function begin(): void {
    added.value = gone.value = null
    known.value = 0
    people.value = new Map()
  }

  /** Does something for a hundred at a time, and waits when the server asks to slow down. What failed is shown; the steps before it stay. */
  async function inSteps<T>(all: readonly T[], step: (part: readonly T[]) => Promise<void>): Promise<void> {
    file.busy.value = true
    file.problem.value = ''
    for (let i = 0; i < all.length && !file.problem.value; i += 100) {
      let said: string | null = null
      const work = patiently(() => step(all.slice(i, i + 100)), 20).catch((error: unknown) => {
        if (error instanceof RefusedRequest) said = own(error.refusal)
        throw error
      })
      const problem = await tried(work)
      file.problem.value = said ?? problem ?? ''
    }
    file.busy.value = false
  }

  /** The same list again adds only the others. */
  async function enter(rows: readonly Row[]): Promise<void> {
    begin()
    added.value = 0
    await inSteps(rows, async (part) => {
      const done = await proven(() => ask<Answer>(route, { method: 'POST', body: { rows: part } }))
      added.value = (added.value ?? 0) + done.added.length
      known.value += done.known
      const links = done.added.map(({ row, id, token }) => ({ id, name: part[row]?.name ?? '', phone: part[row]?.phone ?? '', address: linkOf(token) }))
      people.value = new Map([...people.value, ...links.map(one => [one.id, one.address] as const)])
      keepLinks(links)
    })
  }

  /** Takes the import back: the links of those who have not signed in end. */
  async function undo(): Promise<void> {
    await inSteps([...people.value.keys()], async (part) => {
      const done = await ask<{ gone: readonly string[] }>(`${route}/undo`, { method: 'POST', body: { people: part } })
      gone.value = (gone.value ?? 0) + done.gone.length
      dropLinks(new Set(done.gone.map(id => people.value.get(id) ?? '')))
    })
    if (!file.problem.value) people.value = new Map()
  }

  return { added, known, gone, people, begin, enter, undo }
}

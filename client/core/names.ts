import type { Role } from '../../shared/core/actor.ts'
import { shallowRef } from 'vue'
import { ask } from './http.ts'
import { named } from './record-words.ts'
import { me } from './session.ts'

interface Known { readonly id: string, readonly name: string, readonly role: Role, readonly township?: string, readonly unit?: string, readonly team?: number, readonly place?: string, readonly grid?: string, /** Only of volunteers, for people who plan shifts. */ readonly phone?: string }

/** Names are fetched when a screen needs them and never broadcast; the server records each reading. They stay in memory only. */
const known = shallowRef<ReadonlyMap<string, Known | null>>(new Map())
const wanted = new Set<string>()
let timer: ReturnType<typeof setTimeout> | null = null

async function fetchNames(ids: readonly string[]): Promise<void> {
  const people = await ask<Known[]>(`/api/names?ids=${ids.join(',')}`)
  const found = new Map(people.map(person => [person.id, person]))
  known.value = new Map([...known.value, ...ids.map(id => [id, found.get(id) ?? null] as const)])
}

/** Fetches the names of all these people, for a file or a paper. Rejects if they cannot be fetched now. */
export async function fetchAllNames(ids: Iterable<string>): Promise<void> {
  const missing = [...new Set(ids)].filter(id => id !== me.value?.id && !known.value.has(id))
  for (let i = 0; i < missing.length; i += 100) await fetchNames(missing.slice(i, i + 100))
}

async function fetchWanted(): Promise<void> {
  timer = null
  // An earlier request may have brought these names meanwhile.
  for (const id of wanted) {
    if (known.value.has(id)) wanted.delete(id)
  }
  const ids = [...wanted].slice(0, 100)
  if (!ids.length) return
  ids.forEach(id => wanted.delete(id))
  try {
    await fetchNames(ids)
  } catch {
    // Offline: the next screen that needs the names asks again.
    return
  }
  if (wanted.size) timer ??= setTimeout(() => void fetchWanted(), 50)
}

export function person(id: string): Known | undefined {
  const one = known.value.get(id)
  if (one === undefined && id) {
    wanted.add(id)
    timer ??= setTimeout(() => void fetchWanted(), 50)
  }
  return one ?? undefined
}

/** The server has answered that nobody has this id, or nobody whose name this person may know. */
export const isNobody = (id: string): boolean => known.value.get(id) === null

/** A person's name if this person may know it, else their role. */
export const nameOf = (id: string, role?: Role): string => id === me.value?.id ? me.value.name : person(id)?.name ?? (role ? named.value.roles[role] : '—')

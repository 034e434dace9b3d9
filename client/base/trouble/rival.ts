import type { Told } from '../../../shared/core/protocol.ts'
import type { Kind } from '../../../shared/records.ts'
import { computed, shallowRef } from 'vue'
import { ask } from '../../core/http.ts'
import { within } from '../../core/incident.ts'
import { nameOf } from '../../core/names.ts'
import { me } from '../../core/session.ts'

/** Who last set one of these fields of a record (`kind/id`), and when: the author of the other version. Empty until known, and while offline. */
export function useRival(key: string | null, fields: readonly string[]) {
  const last = shallowRef<Told | null>(null)
  const [kind, id] = (key ?? '').split('/') as [Kind, string]

  async function look(): Promise<void> {
    try {
      const told = await ask<Told[]>(within(`/history/${kind}/${id}`))
      const sets = told.filter(({ args }) => fields.some(field => Object.hasOwn((args as { set?: object }).set ?? {}, field)))
      last.value = sets.sort((a, b) => b.seq - a.seq)[0] ?? null
    } catch {
      // The conflict can be resolved without the author's name.
      last.value = null
    }
  }
  if (key) void look()
  return computed(() => last.value && last.value.actor !== me.value?.id
    ? { name: nameOf(last.value.actor) === '—' ? '' : nameOf(last.value.actor), at: last.value.at }
    : { name: '', at: last.value?.at ?? 0 })
}

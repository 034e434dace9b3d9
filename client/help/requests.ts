import type { HelpAct, MaskedHelp, OpenHelp } from '../../shared/help/requests.ts'
import { computed, shallowRef, watch } from 'vue'
import { linkState, records } from '../core/board.ts'
import { ask } from '../core/http.ts'
import { within } from '../core/incident.ts'
import { said } from '../core/language.ts'
import { county } from '../core/session.ts'
import { tried } from '../core/tried.ts'

export const kindOf = (id: string) => county.value?.care.help.kinds.find(one => one.id === id)
export const kindName = (id: string): string => said(kindOf(id))

/** The requests of this person's area, fetched when the board's figures move. In memory only. */
export function useRequests() {
  const rows = shallowRef<readonly MaskedHelp[] | null>(null)
  const settled = shallowRef(false)
  const problem = shallowRef('')
  const whole = shallowRef(false)
  const of = (before?: number) => within(`/help/list${settled.value ? `?settled=1${before ? `&before=${before}` : ''}` : ''}`)
  async function load(): Promise<void> {
    if (linkState.value !== 'live') return
    problem.value = await tried(ask<readonly MaskedHelp[]>(of()).then((found) => {
      rows.value = found
      whole.value = !settled.value || found.length < 50
    })) ?? ''
  }
  async function more(): Promise<void> {
    const last = rows.value?.at(-1)
    problem.value = await tried(ask<readonly MaskedHelp[]>(of(last?.no)).then((found) => {
      rows.value = [...rows.value ?? [], ...found]
      whole.value = found.length < 50
    })) ?? ''
  }
  const figures = computed(() => JSON.stringify(records('helpCount')))
  watch([linkState, figures, settled], load, { immediate: true })
  return { rows, settled, problem, whole, load, more }
}

export const openRequest = (id: string) => ask<OpenHelp>(within(`/help/of/${id}/open`), { method: 'POST', body: {} })
export const actOn = (id: string, act: HelpAct) => ask(within(`/help/of/${id}`), { method: 'POST', body: act })

import type { HelpAnswer, HelpSecret, NewHelp } from '../../shared/help/requests.ts'
import { uuidv7 } from 'uuidv7'
import { reactive, shallowRef } from 'vue'
import { ask } from '../core/http.ts'
import { loadSentences } from '../core/sentences.ts'
import { county } from '../core/session.ts'
import { tried } from '../core/tried.ts'

export interface HelpForm { readonly incident: string, readonly drill: boolean, readonly grids: readonly { readonly id: string, readonly township: string, readonly name: string }[] }
/** A request of this device: what opens it, and nothing that was written in it. */
export interface Kept extends HelpSecret { readonly of: string }

const kept = 'yixian:help'
const most = 20

/** The public page of help requests of one incident: the form, and what became of the requests of this device. */
export function useAsking(of: string, township: string, grid: string) {
  const at = (path = '') => `/api/i/${encodeURIComponent(of)}/help${path}`
  const form = shallowRef<HelpForm | null>(null)
  const problem = shallowRef('')
  const busy = shallowRef(false)
  const sent = shallowRef<HelpSecret | null>(null)
  const mine = shallowRef<readonly Kept[]>((JSON.parse(localStorage.getItem(kept) ?? '[]') as Kept[]))
  const answers = shallowRef<Readonly<Record<number, HelpAnswer>>>({})
  const fresh = () => ({ id: uuidv7(), kind: '', township, grid, where: '', what: '', name: '', phone: '' })
  const typed = reactive(fresh())

  function keep(list: readonly Kept[]): void {
    mine.value = list.slice(0, most)
    localStorage.setItem(kept, JSON.stringify(mine.value))
  }
  async function see({ no, code }: HelpSecret): Promise<void> {
    answers.value = { ...answers.value, [no]: await ask<HelpAnswer>(at('/status'), { method: 'POST', body: { no, code } }) }
  }

  return {
    form,
    problem,
    busy,
    sent,
    typed,
    answers,
    mine,
    here: () => mine.value.filter(one => one.of === of),

    async load(): Promise<void> {
      problem.value = await tried(Promise.all([loadSentences(), ask<HelpForm>(at()).then(found => form.value = found), ask<{ county: NonNullable<typeof county.value> }>('/api/county').then(found => county.value ??= found.county)])) ?? ''
      for (const one of mine.value.filter(one => one.of === of)) await tried(see(one))
    },

    async send(): Promise<void> {
      if (busy.value) return
      busy.value = true
      const body: NewHelp = { ...typed, grid: typed.grid || null }
      problem.value = await tried(ask<HelpSecret>(at(), { method: 'POST', body }).then((secret) => {
        sent.value = secret
        keep([{ ...secret, of }, ...mine.value.filter(one => one.no !== secret.no || one.of !== of)])
        Object.assign(typed, { ...fresh(), township: body.township, grid: body.grid ?? '', where: body.where, phone: body.phone, name: body.name })
        return see(secret)
      })) ?? ''
      busy.value = false
    },

    async lookUp(secret: HelpSecret): Promise<void> {
      problem.value = await tried(see(secret).then(() => keep([{ ...secret, of }, ...mine.value.filter(one => one.no !== secret.no || one.of !== of)]))) ?? ''
    },
    refresh: async (secret: HelpSecret): Promise<void> => void (problem.value = await tried(see(secret)) ?? ''),
    forget: (no: number): void => keep(mine.value.filter(one => one.no !== no || one.of !== of)),
  }
}

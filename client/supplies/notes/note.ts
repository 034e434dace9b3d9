import type { Args, CommandName } from '../../../shared/commands.ts'
import type { Refusal } from '../../../shared/core/protocol.ts'
import type { Preset } from '../../base/forms/forms.ts'
import type { NoteLine } from './entry.ts'
import { uuidv7 } from 'uuidv7'
import { computed, shallowRef } from 'vue'
import { sendForm } from '../../base/forms/send-form.ts'
import { atPlace, nowhere } from '../../base/forms/where.ts'
import { record, records } from '../../core/board.ts'
import { useDraft } from '../../core/drafts.ts'
import { useObjection } from '../../core/objections.ts'
import { stockedPlaces } from '../supplies.ts'

/** What the forms for goods in, out and sent have in common. The note's id is part of the draft, so sending it twice enters it once. */
export function useNote(name: CommandName & ('receiveGoods' | 'issueGoods' | 'sendGoods'), preset: Preset) {
  const again = preset.again?.args
  const target = preset.to ? record('place', preset.to) : undefined
  const fresh = () => ({ note: uuidv7(), place: stockedPlaces.value[0]?.id ?? '', paper: '', party: '', reason: '', spoiled: false, driver: '', dueAt: '', where: nowhere(), lines: [] as readonly NoteLine[] })
  const draft = useDraft(again ? `again:${name}` : name, fresh, {
    ...preset.place && { place: preset.place },
    ...target && { where: atPlace(target, nowhere()) },
    ...preset.supply && { lines: [{ supply: preset.supply, quantity: null }] },
    ...again && { ...again, dueAt: '' } as object,
  })
  const lines = computed(() => draft.draft.value.lines.map(({ supply, quantity }) => ({ supply, quantity: quantity ?? Number.NaN })))
  return { ...draft, lines }
}

/** Sends a note's form. While that is under way its button and Enter do nothing more; once it was taken the draft is cleared and the form closes. */
export function useSend<N extends CommandName>(name: N, args: () => Args<N>, preset: Preset, clear: () => Promise<void>, close: () => void) {
  const answer = shallowRef<Refusal | null>(null)
  const no = useObjection(() => [name, args()])
  const refusal = computed(() => no.value ?? answer.value)
  let busy = false
  async function send(): Promise<void> {
    if (busy) return
    busy = true
    answer.value = no.value ?? await sendForm(name, args(), '', preset)
    busy = false
    if (answer.value) return
    void clear()
    close()
  }
  return { refusal, send }
}

/** The parties that the ledger names, the newest first: offered while somebody types. */
export const knownParties = computed(() => [...new Set([...records('move')].sort((a, b) => b.at - a.at).map(one => one.party).filter(Boolean))].slice(0, 30))

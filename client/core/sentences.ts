import type { ComputedRef } from 'vue'
import type { Refusal } from '../../shared/core/protocol.ts'
import type { FirstCode } from './first-codes.ts'
import { shallowRef } from 'vue'
import { firstSentences } from './first-codes.ts'
import { withWords, words } from './language.ts'

const first = words(firstSentences)
const others = shallowRef<ComputedRef<Readonly<Record<string, string>>>>()
let coming: Promise<void> | undefined

/** Fetches the other sentences. If they do not come, the next call tries again. */
export const loadSentences = (): Promise<void> => coming ??= withWords(import('./codes.ts')).then(({ sentences }) => void (others.value = sentences)).catch((error: unknown) => {
  coming = undefined
  throw error
})

/** The sentence of a refusal. Until the others are here, and for a code of a newer server, it is that this page is too old. */
export function sentence({ code }: Pick<Refusal, 'code'>): string {
  if (Object.hasOwn(first.value, code)) return first.value[code as FirstCode]
  if (!others.value) loadSentences().catch(() => {})
  return others.value?.value[code] ?? first.value.unknown_command
}

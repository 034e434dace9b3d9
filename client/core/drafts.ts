import type { Ref } from 'vue'
import { nextTick, ref, shallowRef, watch } from 'vue'
import { keptAs } from './incident.ts'
import { me } from './session.ts'

/**
 * Something half written, kept on this device by person and incident until it is sent or thrown away: a closed tab loses nothing.
 * `over` is what this opening knows better than an older draft: the place that was pressed, refused work to be mended.
 */
export function useDraft<T extends object>(name: string, fresh: () => T, over: Partial<T> = {}) {
  const slot = `yixian:draft:${keptAs(me.value?.id ?? '')}:${name}`
  const saved = localStorage.getItem(slot)
  const draft = ref({ ...fresh(), ...saved ? JSON.parse(saved) as Partial<T> : {}, ...over }) as Ref<T>
  /** Something of it is written down here. */
  const kept = shallowRef(saved !== null)
  let done = false
  watch(draft, (value) => {
    if (done) return
    localStorage.setItem(slot, JSON.stringify(value))
    kept.value = true
  }, { deep: true })

  /** Sent: nothing is left of the draft. Further typing begins a new one. */
  async function clear(): Promise<void> {
    done = true
    localStorage.removeItem(slot)
    await nextTick()
    done = false
  }

  function startOver(): void {
    draft.value = { ...fresh(), ...over }
    localStorage.removeItem(slot)
    kept.value = false
  }
  return { draft, kept, clear, startOver }
}

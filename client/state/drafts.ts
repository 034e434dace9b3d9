import type { Ref } from 'vue'
import { ref, watch } from 'vue'
import { me } from './session.ts'

/** Something half written, kept on this device by person until it is sent or thrown away: a closed tab loses nothing. */
export function useDraft<T extends object>(name: string, fresh: () => T) {
  const slot = `yixian:draft:${me.value?.id}:${name}`
  const saved = localStorage.getItem(slot)
  const kept = saved !== null
  const draft = ref(fresh()) as Ref<T>
  if (kept) draft.value = { ...draft.value, ...JSON.parse(saved) as Partial<T> }
  const touched = ref(kept)
  watch(draft, (value) => {
    localStorage.setItem(slot, JSON.stringify(value))
    touched.value = true
  }, { deep: true })

  function clear(): void {
    localStorage.removeItem(slot)
    touched.value = false
  }
  return { draft, kept, touched, clear }
}

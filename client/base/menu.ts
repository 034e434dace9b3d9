import type { ShallowRef } from 'vue'
import { onUnmounted, shallowRef, watch } from 'vue'
import { router } from '../core/router.ts'

/** A menu below a button. It closes with Esc, with a press beside it and when another page opens. `root` holds both. */
export function useMenu(root: Readonly<ShallowRef<HTMLElement | null>>) {
  const open = shallowRef(false)
  function beside(event: Event): void {
    if (!root.value?.contains(event.target as Node)) open.value = false
  }
  function escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    // The same Esc must not also close the panel below.
    event.stopPropagation()
    open.value = false
    root.value?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
  }
  function listen(on: boolean): void {
    const act = on ? 'addEventListener' : 'removeEventListener'
    document[act]('pointerdown', beside, true)
    document[act]('keydown', escape as EventListener, true)
  }
  watch(open, listen)
  watch(() => router.currentRoute.value.path, () => open.value = false)
  onUnmounted(() => listen(false))
  return open
}

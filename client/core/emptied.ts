import { shallowRef, watch } from 'vue'
import { waiting } from './board.ts'
import { waitsPrefix } from './kept.ts'

/** How much work waited here when the browser emptied this device, until the person has read that; usually 0. */
export const emptied = shallowRef(0)
let told = ''

/**
 * Notes how much waits, beside the vault: a browser that empties a device clears databases first. `fresh`: this page has made
 * the vault, so whatever waited before is gone. A browser that clears everything leaves nothing to tell by.
 */
export function recallWaiting(name: string, fresh: boolean): void {
  const noted = waitsPrefix + name
  told = `yixian:emptied:${name}`
  const count = (key: string) => Number(localStorage.getItem(key)) || 0
  emptied.value = count(told) + (fresh ? count(noted) : 0)
  note(told, emptied.value)
  watch(waiting, now => note(noted, now), { immediate: true })
}

/** The person has read it. */
export function readEmptied(): void {
  emptied.value = 0
  localStorage.removeItem(told)
}

/** A full device notes nothing: the work itself is safe or was refused aloud. */
function note(key: string, count: number): void {
  try {
    if (count) localStorage.setItem(key, String(count))
    else localStorage.removeItem(key)
  } catch {}
}

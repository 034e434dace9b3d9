import { uuidv7 } from 'uuidv7'

/** Which open page holds which draft: two windows never write the same one, or the second report could not be sent. */

const prefix = 'yixian:held:'
/** This page, until it is closed or reloaded. Its lock ends with it, also after a crash. */
const page = uuidv7()
const mine = new Set<string>()
const holder = (slot: string) => localStorage.getItem(prefix + slot)
const isFree = (slot: string) => (holder(slot) ?? page) === page

/**
 * Takes a draft of this name that no other page holds: a saved one first, so that what a closed page left is found again. Answers
 * its storage key.
 */
export function holdDraft(base: string): string {
  const saved = Object.keys(localStorage).filter(key => key === base || key.startsWith(`${base}~`)).sort()
  const slot = [...saved, base].find(isFree) ?? `${base}~${page}`
  localStorage.setItem(prefix + slot, page)
  mine.add(slot)
  return slot
}

export function releaseDraft(slot: string): void {
  if (holder(slot) === page) localStorage.removeItem(prefix + slot)
  mine.delete(slot)
}

/** Releases what crashed pages held. */
async function releaseDead(locks: LockManager): Promise<void> {
  const { held } = await locks.query()
  const alive = new Set(held?.map(({ name }) => name))
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix) && !alive.has(prefix + localStorage.getItem(key))) localStorage.removeItem(key)
  }
}

window.addEventListener('pagehide', () => mine.forEach(slot => localStorage.removeItem(prefix + slot)))
// The page was kept by the browser and is shown again.
window.addEventListener('pageshow', ({ persisted }) => persisted && mine.forEach(slot => isFree(slot) && localStorage.setItem(prefix + slot, page)))
// Only secure contexts have locks; elsewhere a crashed page keeps its draft until storage is cleared.
const { locks } = navigator as { readonly locks?: LockManager | null }
if (locks) {
  void locks.request(prefix + page, () => new Promise(() => {}))
  void releaseDead(locks)
}

import { firstIncident } from '../../shared/core/protocol.ts'

/** What this device keeps under which name, where the start of a page reads it before anything else has come. */

/** Who was here last, and in which county. */
export const remembered = 'yixian:last'
/** A session that was signed out of and is still to be ended. */
export const ending = 'yixian:ending'
/** The incident chosen last. */
export const slot = 'yixian:incident'

/** Named by the link that was opened (`?i=`), as those in a calendar and at a door are; it is this tab's from then on. */
function named(): string | null {
  const linked = new URLSearchParams(globalThis.location?.search).get('i')
  if (!linked || !/^[\w-]{1,64}$/.test(linked)) return null
  sessionStorage.setItem(slot, linked)
  return linked
}

/** The incident of this page: chosen in this tab, else on this device last. Two tabs may be on two incidents. */
export const chosenIncident = (): string => named() ?? sessionStorage.getItem(slot) ?? localStorage.getItem(slot) ?? firstIncident

/** A place's code and a sign-up link open without signing in. */
export const openToAll = /^\/(?:p\/|join$)/

/** The language spoken on this device. */
export function keptLang(): 'zh' | 'en' {
  const kept = localStorage.getItem('yixian:lang')
  return kept === 'en' || kept === 'zh' ? kept : navigator.language.startsWith('zh') ? 'zh' : 'en'
}

/** Whether the page is to be dark: as chosen on this device, else as the device is. */
export function keptDark(): boolean {
  const kept = localStorage.getItem('yixian:theme')
  return kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
}

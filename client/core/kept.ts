import { firstIncident } from '../../shared/core/protocol.ts'

/** The storage keys that a page reads at its very start, before other scripts have come. */

/** The last person on this device, and their county. */
export const remembered = 'yixian:last'
/** Set after signing out offline: the server must still end that session. */
export const ending = 'yixian:ending'
/** What begins the name of every draft. */
export const draftPrefix = 'yixian:draft:'
/** How much work of a person waits here is noted under this and their vault's name. */
export const waitsPrefix = 'yixian:waits:'
/** What begins the name of a list of sent work. */
export const sentKept = 'yixian:sent:'
/** The incident that was chosen last. */
export const slot = 'yixian:incident'

/** The incident named by the opened link (`?i=`), as in calendars and on posters. The tab keeps it from then on. */
function named(): string | null {
  const linked = new URLSearchParams(globalThis.location?.search).get('i')
  if (!linked || !/^[\w-]{1,64}$/.test(linked)) return null
  sessionStorage.setItem(slot, linked)
  return linked
}

/** The incident of this page: the one chosen in this tab, else the last on this device. Two tabs may show two incidents. */
export const chosenIncident = (): string => named() ?? sessionStorage.getItem(slot) ?? localStorage.getItem(slot) ?? firstIncident

/** Pages that open without signing in: a place's code, a sign-up link, and a wall screen. */
export const openToAll = /^\/(?:p\/|join$|[eh]$|wall$)/
/** A wall screen is dark unless its device was set to light. */
const darkPage = '/wall'

/** Simplified Chinese, Traditional Chinese, English. */
export type Lang = 'zh' | 'zh-Hant' | 'en'
/** The `lang` attribute of a page in each language, which also chooses the forms of its characters. */
export const langTags: Readonly<Record<Lang, string>> = { 'zh': 'zh-CN', 'zh-Hant': 'zh-Hant', 'en': 'en' }

/** The language chosen on this device, else that of the browser. */
export function keptLang(): Lang {
  const kept = localStorage.getItem('yixian:lang')
  if (kept !== null && Object.hasOwn(langTags, kept)) return kept as Lang
  if (/^zh-(?:hant|hk|mo|tw)\b/i.test(navigator.language)) return 'zh-Hant'
  return navigator.language.startsWith('zh') ? 'zh' : 'en'
}

/** Whether the page is dark: as chosen on this device, else as the page or the system is set. */
export function keptDark(): boolean {
  const kept = localStorage.getItem('yixian:theme')
  return kept === 'dark' || (kept !== 'light' && (location.pathname === darkPage || matchMedia('(prefers-color-scheme: dark)').matches))
}

/** What a system paints around an installed app, as `--ground` of each theme. */
export const grounds = { light: '#eceeec', dark: '#0a131a' } as const

import { shallowRef } from 'vue'
import { ask } from '../../core/http.ts'
import { keptAs, within } from '../../core/incident.ts'
import { sent } from '../../core/sent.ts'
import { keysKept, me } from '../../core/session.ts'

/** Somebody who can be rung. */
interface Contact { readonly id: string, readonly name: string, readonly phone: string }
interface Contacts { readonly leader: Contact | null, readonly planner: Contact | null }

/** How many shifts keep their contacts on this device. */
const most = 8
/** Kept until sign-out, because ringing needs no network and fetching does. */
const slot = () => `${keysKept}${keptAs(me.value?.id ?? '')}:contacts`
const kept = (): Readonly<Record<string, Contacts>> => JSON.parse(localStorage.getItem(slot()) ?? '{}') as Record<string, Contacts>
const known = shallowRef<Readonly<Record<string, Contacts>>>({})

export const contactsOf = (shift: string): Contacts => known.value[shift] ?? kept()[shift] ?? { leader: null, planner: null }

/** Asks the server whom I can ring about my shift. Offline, what this device knows stays. */
export async function fetchContacts(shift: string): Promise<void> {
  const found = await sent().then(() => ask<Contacts>(within(`/shifts/${shift}/contacts`))).catch(() => null)
  if (!found) return
  known.value = { ...known.value, [shift]: found }
  const { [shift]: _, ...others } = kept()
  localStorage.setItem(slot(), JSON.stringify(Object.fromEntries([[shift, found] as const, ...Object.entries(others)].slice(0, most))))
}

import type { Me } from '../../shared/core/protocol.ts'
import { shallowRef, watch } from 'vue'
import { linkState } from './board.ts'
import { ask } from './http.ts'
import { incidents, keptAs } from './incident.ts'
import { openToAll, remembered } from './kept.ts'
import { stopBoard } from './open-board.ts'
import { forget, keepEnding, me, signedOut } from './session.ts'

/** The sign-in page, which says that the session has ended. */
export const endedPage = '/in?ended'
/** True once this page must show nothing, because another page replaces it. */
export const closed = shallowRef(false)

/** Signs out on this device at once, also without a network. The next page tells the server before it asks for anything else. */
export async function signOut(): Promise<void> {
  keepEnding()
  forget()
  await leave('/in')
}

/** Removes this person's boards from this device. Unsent work stays for their next sign-in. */
async function forgetBoards(): Promise<void> {
  stopBoard()
  const person = me.value?.id
  if (!person) return
  const { openVault } = await import('../sync/vault.ts')
  for (const { id } of incidents.value) await (await openVault(keptAs(person, id))).dropBoard()
}

/** Hides this person's data on this page, removes their boards from this device, and loads the next page, or this one again. */
export async function leave(next?: string): Promise<void> {
  closed.value = true
  await forgetBoards().finally(() => next ? location.replace(next) : location.reload())
}

/** Closes pages on this device that belong to another person than the signed-in one. */
export function watchDevice(): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== remembered || closed.value || !me.value) return
    const { person } = JSON.parse(newValue ?? '{}') as { readonly person?: Me }
    if (person?.id !== me.value.id) void leave('/')
  })
  // The back button must not revive a closed page.
  window.addEventListener('pageshow', ({ persisted }) => persisted && closed.value && location.reload())
  let wasLive = false
  watch(linkState, (state) => {
    wasLive ||= state === 'live'
    if (state === 'signedOut') void sessionEnded(wasLive)
  })
}

/** Clears this page and loads it again. Called when the session has ended: by signing out here or elsewhere, by time, or because the account was disabled. */
async function sessionEnded(wasLive: boolean): Promise<void> {
  try {
    const now = await ask<Me>('/api/session')
    if (wasLive || now.id !== me.value?.id) await leave('/')
  } catch (error) {
    // A wall screen helps itself.
    if (!signedOut(error) || closed.value) return
    forget()
    // The sign-in page clears a lost device. Public pages stay open.
    await leave(openToAll.test(location.pathname) && !error.refusal.detail ? undefined : endedPage)
  }
}

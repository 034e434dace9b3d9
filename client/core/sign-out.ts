import type { Me } from '../../shared/core/protocol.ts'
import { shallowRef, watch } from 'vue'
import { linkState } from './board.ts'
import { ask } from './http.ts'
import { incidents, keptAs } from './incident.ts'
import { remembered } from './kept.ts'
import { stopBoard } from './open-board.ts'
import { forget, keepEnding, me, signedOut } from './session.ts'

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

/** Shows nothing more of this person on this page, removes their boards from this device, and loads another page. */
export async function leave(next: string): Promise<void> {
  closed.value = true
  await forgetBoards().finally(() => location.replace(next))
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

/** The session is over. If another person is signed in, the page reloads for them. If nobody is, it stays readable, but the next start without a network shows no board. */
async function sessionEnded(wasLive: boolean): Promise<void> {
  try {
    const now = await ask<Me>('/api/session')
    if (wasLive || now.id !== me.value?.id) await leave('/')
  } catch (error) {
    if (!signedOut(error)) return
    forget()
    // A device that was signed out from elsewhere shows nothing more, and is cleared on the page that it goes to.
    await (error.refusal.detail ? leave('/in') : forgetBoards())
  }
}

import type { Me } from '../../shared/core/protocol.ts'
import { shallowRef, watch } from 'vue'
import { openVault } from '../sync/vault.ts'
import { linkState } from './board.ts'
import { ask } from './http.ts'
import { incidents, keptAs } from './incident.ts'
import { remembered } from './kept.ts'
import { stopBoard } from './open-board.ts'
import { forget, keepEnding, me, signedOut } from './session.ts'

/** This page shows nothing any more: another one begins. */
export const closed = shallowRef(false)

/** Signs out on this device at once, with or without a network. The server is told by the next page, before anything else is asked of it. */
export async function signOut(): Promise<void> {
  keepEnding()
  forget()
  await leave('/in')
}

/** Nothing of this person stays to be seen on this device; work that was not sent waits for them. */
async function forgetBoards(): Promise<void> {
  stopBoard()
  const person = me.value?.id
  if (!person) return
  for (const { id } of incidents.value) await (await openVault(keptAs(person, id))).dropBoard()
}

async function leave(next: string): Promise<void> {
  closed.value = true
  await forgetBoards().finally(() => location.replace(next))
}

/** Ends every page of this device that belongs to another person than the signed-in one. */
export function watchDevice(): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== remembered || closed.value || !me.value) return
    const { person } = JSON.parse(newValue ?? '{}') as { readonly person?: Me }
    if (person?.id !== me.value.id) void leave('/')
  })
  // Going back must not bring a closed page to life again.
  window.addEventListener('pageshow', ({ persisted }) => persisted && closed.value && location.reload())
  let wasLive = false
  watch(linkState, (state) => {
    wasLive ||= state === 'live'
    if (state === 'signedOut') void sessionEnded(wasLive)
  })
}

/** The session is over: the page goes to the person signed in now. If there is none, it stays readable, and a start without a network shows nobody. */
async function sessionEnded(wasLive: boolean): Promise<void> {
  try {
    const now = await ask<Me>('/api/session')
    if (wasLive || now.id !== me.value?.id) await leave('/')
  } catch (error) {
    if (!signedOut(error)) return
    forget()
    await forgetBoards()
  }
}

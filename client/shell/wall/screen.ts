import type { ScreenSettings } from '../../../shared/incident/screens.ts'
import { shallowRef } from 'vue'
import { linkState } from '../../core/board.ts'
import { ask, RefusedRequest } from '../../core/http.ts'
import { goTo, incident, incidents } from '../../core/incident.ts'
import { partMissing } from '../../core/new-build.ts'
import { forget, signedOut } from '../../core/session.ts'
import { leave } from '../../core/sign-out.ts'

/** This screen's own settings, which headquarters may change at any time. */

/** Kept, so that a screen that starts without a network still shows its views, and one that was revoked says so. */
const slot = 'yixian:wall'
/** How often the screen asks (ms). Each time it also looks for a new build of its page. */
const every = 20_000

const kept = localStorage.getItem(slot)
export const settings = shallowRef<ScreenSettings | null>(null)
/** True once the server has said that a person is signed in here, and not a screen. */
export const person = shallowRef(false)
/** True if this device was a screen before. */
export const wasPaired = kept !== null

async function look(): Promise<void> {
  try {
    const device = `${screen.width} × ${screen.height}`
    const now = await ask<ScreenSettings>(`/api/screens/mine?device=${encodeURIComponent(device)}`)
    localStorage.setItem(slot, JSON.stringify(now))
    if (JSON.stringify(now) !== JSON.stringify(settings.value)) settings.value = now
    if (now.incident !== incident.value && incidents.value.some(one => one.id === now.incident)) goTo(now.incident, '/wall')
    await partMissing()
  } catch (error) {
    if (signedOut(error)) await end()
    else if (error instanceof RefusedRequest && ['not_found', 'forbidden'].includes(error.refusal.code)) person.value = true
    else if (!settings.value && kept) settings.value = JSON.parse(kept) as ScreenSettings
  }
}

/** The screen was revoked: nothing of the board stays, and the page shows a new code. */
export async function end(): Promise<void> {
  forget()
  await leave('/wall')
}

/** Asks now and then; ends with the function that it returns. */
export function followSettings(): () => void {
  void look()
  const asking = setInterval(() => linkState.value !== 'signedOut' && void look(), every)
  return () => clearInterval(asking)
}

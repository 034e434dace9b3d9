import type { Remembered } from './session.ts'
import { firstIncident } from '../../shared/core/protocol.ts'
import { audienceOf } from '../../shared/core/sight.ts'
import { onceLive } from './ahead.ts'
import { goTo, incident, takeList } from './incident.ts'
import { openToAll, remembered } from './kept.ts'
import { reloadSafely } from './new-build.ts'
import { askAround, askPerson, becomeMe, forget, me, readLast, recallSession, remember, signedOut, takeLast } from './session.ts'
import { endedPage, leave } from './sign-out.ts'

/**
 * Says who is here. A device that was here before shows its last person at once, and compares with the server's answers when
 * they come; any other waits for them. Pages that are open to all wait too: a person who is signed out may stay there.
 */
export async function recall(): Promise<void> {
  const shown = openToAll.test(location.pathname) ? null : takeLast()
  if (!shown) return recallSession()
  void comparePerson(shown)
  // Without an answer the next visit compares.
  onceLive(() => void compareAround().catch(() => {}))
}

/** Nothing of a person who is no longer signed in, or who may see other records now, stays on the screen. Without an answer it stays as it is. */
async function comparePerson(shown: Remembered): Promise<void> {
  try {
    const person = await askPerson()
    if (person.id === shown.person.id && audienceOf(person) === audienceOf(shown.person)) return becomeMe(person)
    localStorage.removeItem(remembered)
    await leave('/')
  } catch (error) {
    if (!signedOut(error)) return
    forget()
    await leave(endedPage)
  }
}

/** Keeps county and incidents for the next visit. A page that was made from another county, or for an incident that is gone, is loaded again. */
async function compareAround(): Promise<void> {
  const around = await askAround()
  const last = readLast()
  // Signed out meanwhile, here or in another tab: this person must not be remembered again.
  if (!me.value || last?.person.id !== me.value.id) return
  remember({ person: me.value, ...around })
  if (!around.listed.some(one => one.id === incident.value)) return goTo(firstIncident)
  takeList(around.listed)
  if (JSON.stringify(around.place) !== JSON.stringify(last.place)) await reloadSafely()
}

import { shallowRef } from 'vue'
import { refused, theVault, waiting } from '../core/board.ts'
import { signOut } from '../core/sign-out.ts'
import { unsentNotes } from '../core/unsent-notes.ts'

/** The actions of the account menu, shared by the desk and the phone. */
export function useAccount() {
  /** The person was told about unsent work, so the next tap signs out. */
  const warned = shallowRef(false)
  const unsent = shallowRef(0)
  const photos = shallowRef(0)
  async function leave(): Promise<void> {
    if (warned.value) return signOut()
    unsent.value = waiting.value + refused.value.length + unsentNotes()
    // Where no board is open nothing can wait, and a vault that cannot be read must not hold anybody here.
    photos.value = await Promise.resolve().then(() => theVault().photos()).then(all => all.length, () => 0)
    if (unsent.value || photos.value) warned.value = true
    else await signOut()
  }
  /** The map and the lists are made in one language. */
  const reload = () => location.reload()
  return { warned, unsent, photos, leave, reload }
}

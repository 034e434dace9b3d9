import { shallowRef } from 'vue'
import { waiting } from '../core/board.ts'
import { signOut } from '../core/sign-out.ts'
import { unsentNotes } from '../core/unsent-notes.ts'

/** The actions of the account menu, shared by the desk and the phone. */
export function useAccount() {
  /** The person was told about unsent work, so the next tap signs out. */
  const warned = shallowRef(false)
  const unsent = shallowRef(0)
  function leave(): void {
    unsent.value = waiting.value + unsentNotes()
    if (unsent.value && !warned.value) warned.value = true
    else void signOut()
  }
  /** The map and the lists are made in one language. */
  const reload = () => location.reload()
  return { warned, unsent, leave, reload }
}

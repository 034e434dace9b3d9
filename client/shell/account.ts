import { shallowRef } from 'vue'
import { waiting } from '../core/board.ts'
import { signOut } from '../core/sign-out.ts'

/** The actions of the account menu, shared by the desk and the phone. */
export function useAccount() {
  /** The person was told about unsent work, so the next tap signs out. */
  const warned = shallowRef(false)
  function leave(): void {
    if (waiting.value && !warned.value) warned.value = true
    else void signOut()
  }
  /** The map and the lists are made in one language. */
  const reload = () => location.reload()
  return { warned, leave, reload }
}

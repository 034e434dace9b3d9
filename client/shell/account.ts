import { shallowRef } from 'vue'
import { waiting } from '../core/board.ts'
import { lang, speak } from '../core/language.ts'
import { signOut } from '../core/sign-out.ts'

/** What the account menu does, on the desk and on the phone. */
export function useAccount() {
  /** Work is waiting, and the person was told so: the next tap signs out. */
  const warned = shallowRef(false)
  function leave(): void {
    if (waiting.value && !warned.value) warned.value = true
    else void signOut()
  }
  function translate(): void {
    speak(lang.value === 'zh' ? 'en' : 'zh')
    location.reload()
  }
  return { warned, leave, translate }
}

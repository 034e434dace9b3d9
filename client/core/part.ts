import type { AsyncComponentLoader } from 'vue'
import { defineAsyncComponent } from 'vue'
import { withWords } from './language.ts'
import { toast } from './toasts.ts'
import { baseWords } from './words.ts'

/**
 * A part of the page that is fetched when it is shown. If it does not come, the page says so, and the next press or the return
 * of the network fetches it again.
 */
export function part(loader: AsyncComponentLoader) {
  return defineAsyncComponent({
    loader: () => withWords(loader()),
    onError(_error, retry) {
      toast(baseWords.value.partMissing)
      const once = new AbortController()
      const again = () => {
        once.abort()
        retry()
      }
      document.addEventListener('click', again, { signal: once.signal })
      window.addEventListener('online', again, { signal: once.signal })
    },
  })
}

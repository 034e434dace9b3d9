import { watch } from 'vue'
import { linkState, waiting } from './board.ts'

/** How long a request waits for the commands given before it, in milliseconds. */
const patience = 20_000

/**
 * Resolves when the server has answered every command that this page gave. A request whose answer depends on them waits for
 * this, since it goes another way than commands and may arrive first. Rejects with a `TypeError`, as a request without a
 * network does, while the page is offline or if the server takes too long.
 */
export function sent(most = patience): Promise<void> {
  const state = () => waiting.value === 0 ? 'sent' : linkState.value === 'live' || linkState.value === 'catching' ? 'sending' : 'offline'
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => end('offline'), most)
    const stop = watch(state, end)
    end(state())

    function end(now: ReturnType<typeof state>): void {
      if (now === 'sending') return
      clearTimeout(late)
      stop()
      if (now === 'sent') resolve()
      else reject(new TypeError('commands wait to be sent'))
    }
  })
}

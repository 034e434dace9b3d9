import { createApp } from 'vue'
import { RefusedRequest } from '../../core/http.ts'
import { withWords } from '../../core/language.ts'

/** Shows the dialog over whatever is open, and answers whether a proof was given. It has an app of its own, since no page waits for it. */
async function askProof(): Promise<boolean> {
  const { default: ProofDialog } = await withWords(import('./ProofDialog.vue'))
  const place = document.body.appendChild(document.createElement('div'))
  const given = await new Promise<boolean>((done) => {
    const app = createApp(ProofDialog, { done(given: boolean) {
      app.unmount()
      done(given)
    } })
    app.mount(place)
  })
  place.remove()
  return given
}

/** Does work for which the server may want a fresh proof of who asks. Once it has one, the work is done again; if the person gives none, the refusal is thrown. */
export async function proven<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RefusedRequest) || error.refusal.code !== 'sign_in_again' || !await askProof()) throw error
    return proven(work)
  }
}

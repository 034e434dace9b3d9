import { createApp } from 'vue'
import { withWords } from '../../core/language.ts'
import { router } from '../../core/router.ts'

/** Shows the line about a second factor that is due, over whatever page is open. */
export async function tellDue(): Promise<void> {
  const { default: FactorDue } = await withWords(import('./FactorDue.vue'))
  createApp(FactorDue).use(router).mount(document.body.appendChild(document.createElement('div')))
}

import { shallowRef } from 'vue'
import { within } from '../../core/incident.ts'
import { sent } from '../../core/sent.ts'
import { why } from '../../core/why.ts'
import { fileWords } from './file-words.ts'
import { save } from './save.ts'

/**
 * Downloads a file that the server makes of records (a bulletin, a letter), once it has answered what this page has just done to
 * them: until then it does not know them, and a letter has no number yet. `busy` is the path under way; `problem` says why a download failed.
 */
export function usePaper() {
  const busy = shallowRef('')
  const problem = shallowRef('')

  async function fetchPaper(path: string, name: () => string): Promise<void> {
    if (busy.value) return
    busy.value = path
    problem.value = ''
    try {
      await sent()
      const answer = await fetch(within(path))
      if (answer.ok) save(await answer.blob(), name())
      else problem.value = answer.headers.get('content-type')?.includes('json') ? why(await answer.json() as never) : fileWords.value.missing
    } catch {
      problem.value = fileWords.value.missing
    } finally {
      busy.value = ''
    }
  }
  return { busy, problem, fetchPaper }
}

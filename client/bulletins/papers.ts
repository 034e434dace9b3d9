import { shallowRef } from 'vue'
import { save } from '../base/transfer/save.ts'
import { ask, RefusedRequest } from '../core/http.ts'
import { within } from '../core/incident.ts'
import { sent } from '../core/sent.ts'
import { why } from '../core/why.ts'
import { paperWords } from './paper-words.ts'

/** Downloads a bulletin as a file, with the remarks that this page has just written. `problem` says why a download failed. */
export function usePaper() {
  const busy = shallowRef('')
  const problem = shallowRef('')

  async function fetchPaper(path: string, name: string): Promise<void> {
    if (busy.value) return
    busy.value = path
    problem.value = ''
    try {
      await sent()
      const answer = await fetch(within(path))
      if (answer.ok) save(await answer.blob(), name)
      else problem.value = answer.headers.get('content-type')?.includes('json') ? why(await answer.json() as never) : paperWords.value.failed
    } catch {
      problem.value = paperWords.value.failed
    } finally {
      busy.value = ''
    }
  }
  return { busy, problem, fetchPaper }
}

/** Uploads the office's template, or returns to the built-in one (`null`). Answers the sentence to show: success, or what is wrong with the file. */
export async function keepTemplate(file: File | null): Promise<string> {
  try {
    if (file) await ask(within('/bulletins/template'), { method: 'PUT', body: new Blob([file], { type: 'application/octet-stream' }) })
    else await ask(within('/bulletins/template'), { method: 'DELETE' })
    return file ? paperWords.value.templateKept : paperWords.value.templateGone
  } catch (error) {
    if (!(error instanceof RefusedRequest)) return paperWords.value.failed
    const { detail } = error.refusal
    return detail && ['unknown_tag', 'open_loop', 'broken_tag'].includes(error.refusal.code) ? `${why(error.refusal)} {${detail}}` : why(error.refusal)
  }
}

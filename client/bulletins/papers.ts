import { ask, RefusedRequest } from '../core/http.ts'
import { within } from '../core/incident.ts'
import { why } from '../core/why.ts'
import { paperWords } from './paper-words.ts'

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

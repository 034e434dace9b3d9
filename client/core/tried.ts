import { RefusedRequest } from './http.ts'
import { sentence } from './sentences.ts'
import { baseWords } from './words.ts'

/** Waits for the work and answers the sentence of what went wrong, or null. */
export async function tried(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    return error instanceof RefusedRequest ? sentence(error.refusal) : baseWords.value.noAnswer
  }
}

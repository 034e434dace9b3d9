import type { Refusal } from '../../../shared/core/protocol.ts'
import { nowExactly } from '../../core/clock.ts'
import { within } from '../../core/incident.ts'
import { exact } from '../../core/time.ts'
import { why } from '../../core/why.ts'
import { photoWords as words } from './photo-words.ts'
import { save } from './save.ts'

/** Whose photos: of these issues, or of what was found and inspected on a day. */
export type PhotosOf = { readonly issues: readonly string[] } | { readonly day: string }

/** Downloads photos as one file. Answers why it could not, in words; empty once the file is saved or the wait was stopped. `onBytes` hears how much has come. */
export async function takePhotos(of: PhotosOf, reason: string, { onBytes, signal }: { readonly onBytes: (bytes: number) => void, readonly signal: AbortSignal }): Promise<string> {
  try {
    const answer = await fetch(within('/photos/zip'), { method: 'POST', body: JSON.stringify({ ...of, why: reason }), headers: { 'content-type': 'application/json' }, signal })
    if (!answer.ok && answer.headers.get('content-type')?.includes('json')) return why(await answer.json() as Refusal)
    if (answer.headers.get('content-type') !== 'application/zip' || !answer.body) return words.value.lost
    const parts: Uint8Array<ArrayBuffer>[] = []
    let bytes = 0
    const reader = answer.body.getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value)
      onBytes(bytes += next.value.length)
    }
    save(new Blob(parts, { type: 'application/zip' }), `${words.value.title}-${'day' in of ? of.day : exact(nowExactly()).slice(0, 16).replace(/\D/g, '')}.zip`)
    return ''
  } catch {
    return signal.aborted ? '' : words.value.lost
  }
}

import type { AnyRecord, Kind } from '../../shared/records.ts'
import { opened } from './board.ts'
import { ask } from './http.ts'
import { within } from './incident.ts'

/**
 * Fetches a settled record (`kind/id`) that somebody opens, and puts it on this page's board. Nothing happens when it is gone, out of
 * sight, or there is no line.
 */
export async function fetchSettled(key: string): Promise<void> {
  const [kind, id = ''] = key.split('/') as [Kind, string?]
  // The board may be ahead of the answer: then the record may have changed since.
  for (let left = 3; left > 0; left--) {
    const answer = await ask<{ readonly seq: number, readonly record: AnyRecord }>(within(`/record/${kind}/${id}`)).catch(() => null)
    if (!answer || opened().replica.open(kind, answer.record, answer.seq)) return
  }
}

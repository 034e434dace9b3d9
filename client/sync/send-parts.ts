import type { PartReceipt } from '../../shared/core/parts.ts'
import * as v from 'valibot'
import { partBytes, partReceipt } from '../../shared/core/parts.ts'

/** How a photo reaches the server. Both throw when there is no answer, or a refusal. */
export interface PartsWay {
  /** Asks what is there. */
  readonly ask: () => Promise<unknown>
  /** Sends the part that begins at this byte. */
  readonly send: (from: number, part: Blob) => Promise<unknown>
  /** Awaited before each part, so that what is more urgent goes first. */
  readonly first?: () => Promise<void>
  /** Told how long each part took, in ms. */
  readonly took?: (ms: number) => void
}

/** How often in a row a part may be answered without any progress. */
const patience = 3

/**
 * Sends a file in parts, beginning with what the server does not have yet. Resolves only when the server says in its own shape that it
 * keeps this file; throws if it should be tried again later.
 */
export async function sendInParts(id: string, file: Blob, { ask, send, first = async () => {}, took = () => {} }: PartsWay): Promise<void> {
  const read = (answer: unknown): PartReceipt => {
    const receipt = v.safeParse(partReceipt, answer)
    if (!receipt.success || receipt.output.id !== id) throw new TypeError('not our receipt')
    return receipt.output
  }
  let at = read(await ask())
  for (let stuck = 0; !at.kept;) {
    await first()
    // A server that has it all, but ended before it kept it, is sent nothing more.
    const from = performance.now()
    const next = read(await send(at.have, file.slice(at.have, at.have + partBytes, file.type)))
    took(performance.now() - from)
    stuck = next.kept || next.have > at.have ? 0 : stuck + 1
    if (stuck >= patience) throw new Error('no progress')
    at = next
  }
}

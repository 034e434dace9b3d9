import { Buffer } from 'node:buffer'

/** The most bytes of an answer that are read, where nothing else is said. */
export const mostAnswered = 256 * 1024

/** Fetches without following redirects, and throws a `RangeError` for an answer that is too long, whatever length it declares. */
export async function boundedFetch(url: string, options: RequestInit, most = mostAnswered): Promise<Response> {
  const answer = await fetch(url, { ...options, redirect: 'manual' })
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    length += part.byteLength
    if (length > most) throw new RangeError('too long an answer')
    parts.push(part)
  }
  return new Response(length ? Buffer.concat(parts) : null, { status: answer.status, headers: answer.headers })
}

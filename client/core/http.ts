import type { Refusal } from '../../shared/core/protocol.ts'
import { followServer } from './clock.ts'
import { once } from './under-way.ts'

/** The server refused a request. A `TypeError` instead means that there was no answer. */
export class RefusedRequest extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}

interface Request { readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE', readonly body?: unknown, readonly signal?: AbortSignal, readonly headers?: Readonly<Record<string, string>> }

/**
 * Sends a request to our server, JSON both ways. Only an answer in our own shape counts, whatever its status. A GET is repeated a
 * few times after `slow_down`; a request that changes something is not, since its author must decide that;
 * and while it is under way, the same request is not sent again.
 */
export function ask<T = void>(path: string, request: Request = {}): Promise<T> {
  const { method = 'GET', body } = request
  if (method === 'GET') return patiently(() => askOnce<T>(path, request), 3)
  return body instanceof Blob ? askOnce<T>(path, request) : once(`${method} ${path} ${JSON.stringify(body)}`, () => askOnce<T>(path, request))
}

/** Does again what the server refused as "too much at once", when it says so, `times` times at most. For work that does no harm twice. */
export async function patiently<T>(work: () => Promise<T>, times: number): Promise<T> {
  for (let left = times; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (left <= 0 || !(error instanceof RefusedRequest) || error.refusal.code !== 'slow_down') throw error
      const { retryAfter = 1000 } = error.refusal
      await new Promise(wake => setTimeout(wake, retryAfter))
    }
  }
}

async function askOnce<T>(path: string, { method = 'GET', body, signal, headers = {} }: Request): Promise<T> {
  const raw = body instanceof Blob
  const response = await fetch(path, {
    method,
    signal,
    headers: body === undefined ? headers : { ...headers, 'content-type': raw ? body.type : 'application/json' },
    body: body === undefined ? undefined : raw ? body : JSON.stringify(body),
  })
  followServer(Date.parse(response.headers.get('date') ?? ''))
  if (response.status === 204) return undefined as T
  const ours = response.headers.get('content-type')?.includes('application/json')
  if (!ours) throw new TypeError('not an answer of ours')
  const answer = await response.json() as T | Refusal
  if (!response.ok) throw new RefusedRequest(answer as Refusal)
  return answer as T
}

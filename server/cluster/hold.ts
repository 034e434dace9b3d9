import type { ServerResponse } from 'node:http'
import { closing } from '../core/guard.ts'

interface Stored { readonly isStored: () => boolean, readonly store: () => Promise<void> }

/**
 * Ends an answer only once everything that was changed here is in PostgreSQL, so that nothing acknowledged is lost with this server. If
 * that fails, the sender is told to try again.
 */
export function holdUntilStored(response: ServerResponse, { isStored, store }: Stored): void {
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
  response.end = ((...args: unknown[]) => {
    if (isStored()) return end(...args)
    store().then(() => end(...args), () => {
      if (response.headersSent) return void response.destroy()
      for (const name of response.getHeaderNames()) response.removeHeader(name)
      response.writeHead(503, { 'retry-after': '1', 'content-type': 'application/json' })
      end(JSON.stringify(closing))
    })
    return response
  }) as ServerResponse['end']
}

import type { IncomingMessage } from 'node:http'

/**
 * True if the request comes from one of our own pages, as a browser says by Origin or Sec-Fetch-Site. A request with a session
 * and neither header is refused, because it may come from another site's page in an old browser.
 */
export function sameOrigin({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl?: string): boolean {
  const site = headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') return false
  if (!headers.origin) return site !== undefined || !headers.cookie
  const own = [`http://${headers.host}`, `https://${headers.host}`, publicUrl && new URL(publicUrl).origin]
  return own.includes(headers.origin)
}

import type { IncomingMessage } from 'node:http'

/**
 * Did the request come from one of our own pages? A browser says so by Origin or by Sec-Fetch-Site. A request that
 * carries a session and says neither is refused: it may be another site's page in an old browser.
 */
export function sameOrigin({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl?: string): boolean {
  const site = headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') return false
  if (!headers.origin) return site !== undefined || !headers.cookie
  const own = [`http://${headers.host}`, `https://${headers.host}`, publicUrl && new URL(publicUrl).origin]
  return own.includes(headers.origin)
}

import type { IncomingMessage } from 'node:http'

export const cookieName = 'yixian'

/** The session token a request carries, if any. */
export function cookieOf(request: Pick<IncomingMessage, 'headers'>): string | undefined {
  const found = request.headers.cookie?.split(';').map(part => part.trim()).find(part => part.startsWith(`${cookieName}=`))
  return found?.slice(cookieName.length + 1)
}

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

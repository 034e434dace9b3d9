import type { CookieOptions, Response } from 'express'
import type { IncomingMessage } from 'node:http'

type Asking = Pick<IncomingMessage, 'headers'>

/** A browser takes a `__Host-` cookie from this very host over https only, so that no other site of the domain can plant one. */
const bound = '__Host-yixian'
/** Its name without https, and from before it was bound. */
const unbound = 'yixian'
/** Tokens handed out under the bound name begin with it, and are good under that name only. */
const mark = 'host.'

function cookie({ headers }: Asking, name: string): string | undefined {
  const found = headers.cookie?.split(';').map(part => part.trim()).find(part => part.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}

/** The session token a request carries, if any. */
export function cookieOf(request: Asking): string | undefined {
  const old = cookie(request, unbound)
  return cookie(request, bound) ?? (old?.startsWith(mark) ? undefined : old)
}

/** How this server hands out session tokens. `hours`: how long a session is. */
export function sessionCookie(publicUrl: string | undefined, hours: number) {
  const secure = publicUrl?.startsWith('https:') ?? false
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, path: '/' }
  const name = secure ? bound : unbound

  function set(response: Response, token: string, ms = hours * 3_600_000): Response {
    if (secure) response.clearCookie(unbound, options)
    return response.cookie(name, token, { ...options, maxAge: ms })
  }

  return {
    mark: secure ? mark : '',
    set,
    clear(response: Response): Response {
      if (secure) response.clearCookie(unbound, options)
      return response.clearCookie(name, options)
    },
    /** A session under the older, unbound name continues under the bound one to its end (epoch ms). */
    rename(request: Asking, response: Response, endsAt: number, now: number): void {
      const token = cookieOf(request)
      if (secure && token && !cookie(request, bound)) set(response, token, endsAt - now)
    },
  }
}

export type SessionCookie = ReturnType<typeof sessionCookie>

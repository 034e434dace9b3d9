import type { CookieOptions, Response } from 'express'
import type { IncomingMessage } from 'node:http'

type Asking = Pick<IncomingMessage, 'headers'>

/** A browser accepts a `__Host-` cookie only from this host over https, so that no other site of the domain can set one. */
const bound = '__Host-yixian'
/** The cookie's name without https, and in earlier versions. */
const unbound = 'yixian'
/** Tokens given out under the bound name begin with this, and are valid only under that name. */
const mark = 'host.'

function cookie({ headers }: Asking, name: string): string | undefined {
  const found = headers.cookie?.split(';').map(part => part.trim()).find(part => part.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}

/** The session token of a request, if it has one. */
export function cookieOf(request: Asking): string | undefined {
  const old = cookie(request, unbound)
  return cookie(request, bound) ?? (old?.startsWith(mark) ? undefined : old)
}

/** Sets and clears the session cookie. `hours` is the length of a session. */
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
    /** Moves a session from the unbound name to the bound one. It keeps its end (epoch ms). */
    rename(request: Asking, response: Response, endsAt: number, now: number): void {
      const token = cookieOf(request)
      if (secure && token && !cookie(request, bound)) set(response, token, endsAt - now)
    },
  }
}

/** A cookie for the minutes in which somebody is at a provider, by which this browser is known again when they come back. */
export function awayCookie(publicUrl: string | undefined, minutes: number) {
  const secure = publicUrl?.startsWith('https:') ?? false
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, path: '/' }
  const name = secure ? '__Host-yixian-away' : 'yixian-away'
  return {
    of: (request: Asking): string | undefined => cookie(request, name),
    set: (response: Response, secret: string): Response => response.cookie(name, secret, { ...options, maxAge: minutes * 60_000 }),
    clear: (response: Response): Response => response.clearCookie(name, options),
  }
}

export type SessionCookie = ReturnType<typeof sessionCookie>

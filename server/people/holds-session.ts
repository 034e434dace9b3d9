import type { IncomingMessage } from 'node:http'
import type { Accounts } from './accounts.ts'
import { cookieOf } from '../core/cookie.ts'

/** Whether a request has a session that is known here. Listeners of the HTTP server ask, and nothing would catch an error: it is reported, and the request counts as a stranger's. */
export const holdsSession = ({ actor }: Pick<Accounts, 'actor'>, onBug: (error: unknown) => void) => (request: IncomingMessage): boolean => {
  try {
    return Boolean(actor(cookieOf(request)))
  } catch (error) {
    onBug(error)
    return false
  }
}

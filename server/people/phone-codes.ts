import { reject } from '../../shared/core/rejection.ts'
import { digest, newToken } from '../core/seal.ts'

/** How long the code at a desk is valid (ms). */
export const phoneCodeLasts = 2 * 60_000
/** What the secret of such a code begins with; a sign-in link never does. */
const mark = 'phone.'
export const isPhoneCode = (secret: string): boolean => secret.startsWith(mark)

interface Shown { readonly hash: string, readonly person: string, readonly desk: string, readonly until: number }

/** Codes that people show at a desk to sign in on their own phone. In memory only, one for each person; a new one replaces it. */
export function phoneCodes(now: () => number) {
  /** By person. */
  const shown = new Map<string, Shown>()
  return {
    /** `desk` is the session at which it is shown. */
    show(person: string, desk: string): { readonly secret: string, readonly until: number } {
      for (const one of shown.values()) {
        if (one.until <= now()) shown.delete(one.person)
      }
      const [secret, until] = [mark + newToken(), now() + phoneCodeLasts]
      shown.set(person, { hash: digest(secret), person, desk, until })
      return { secret, until }
    },

    /** Uses up the code. Rejects with `signed_out` for one that is used, replaced, expired or unknown. */
    take(secret: string): Pick<Shown, 'person' | 'desk'> {
      const hash = digest(secret)
      const one = [...shown.values()].find(one => one.hash === hash && one.until > now()) ?? reject('signed_out')
      shown.delete(one.person)
      return one
    },
  }
}

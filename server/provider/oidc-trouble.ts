import type { LoginTrouble } from '../../shared/people/login.ts'
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { Troubled } from './provider.ts'

/** No answer came, or none from the provider itself. */
const away = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']
/** The answer is incomplete, not signed by the provider, or meant for another: issuer, audience, nonce. */
const untrue = ['OAUTH_JWT_CLAIM_COMPARISON_FAILED', 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED', 'OAUTH_KEY_SELECTION_FAILED', 'OAUTH_INVALID_RESPONSE']
/** What a provider itself answers at the end of its own page. */
const said: Readonly<Record<string, LoginTrouble>> = { access_denied: 'cancelled', interaction_required: 'cancelled', login_required: 'cancelled', server_error: 'away', temporarily_unavailable: 'away' }

/** The code of an error, which comes by way of the browser: only a word of the standard's form is kept. */
const coded = (error: string): string => /^\w{1,60}$/.test(error) ? error : 'no code'

/** What a failure of the library means to the person who signs in. Its causes hold what was said of a person, so only its words and code are kept. */
export function troubleOf(error: unknown): Troubled {
  if (error instanceof Troubled) return error
  if (error instanceof AuthorizationResponseError) return new Troubled(said[error.error] ?? 'nonsense', coded(error.error))
  if (error instanceof ResponseBodyError) return new Troubled(error.error === 'invalid_grant' ? 'used' : 'nonsense', coded(error.error))
  if (error instanceof ClientError) {
    const { code = '', message } = error
    const trouble = code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED' ? 'late' : untrue.includes(code) ? 'untrue' : away.includes(code) ? 'away' : 'nonsense'
    return new Troubled(trouble, `${code} ${message}`)
  }
  // Node's fetch throws a `TypeError` when there is no answer.
  return error instanceof TypeError ? new Troubled('away', error.message) : new Troubled('nonsense', error instanceof Error ? error.message : '')
}

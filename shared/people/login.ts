/** Signing in by a provider: the county's single sign-on (OpenID Connect), or WeCom. */

export const providerIds = ['oidc', 'wecom'] as const
export type ProviderId = (typeof providerIds)[number]

/** A way to sign in, as the page offers it. `leave` is where a person also signs out of the provider; null if that is not known. */
export interface ListedProvider { readonly id: ProviderId, readonly name: string, readonly leave: string | null }

/** The name of each provider for a person. */
export type Logins = Partial<Record<ProviderId, string>>

/** The most characters of such a name. */
export const longestLogin = 200

/** Why nobody was signed in. Nothing in it says whether an account exists. */
export const loginTroubles = ['away', 'nonsense', 'untrue', 'late', 'used', 'cancelled', 'another', 'unconfirmed', 'stranger', 'slow_down', 'failed'] as const
export type LoginTrouble = (typeof loginTroubles)[number]

export const isLoginTrouble = (word: string | null): word is LoginTrouble => (loginTroubles as readonly (string | null)[]).includes(word)

import type { ClientAuth, Configuration, CustomFetch, IDToken, UserInfoResponse } from 'openid-client'
import type { Config } from '../core/config.ts'
import type { Came, Provider } from './provider.ts'
import { allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, buildEndSessionUrl, calculatePKCECodeChallenge, ClientSecretBasic, ClientSecretPost, customFetch, discovery, enableNonRepudiationChecks, fetchUserInfo } from 'openid-client'
import { dialled } from '../../shared/transfer/phones.ts'
import { boundedFetch } from '../core/bounded-fetch.ts'
import { troubleOf } from './oidc-trouble.ts'
import { backAddress, madeFrom, Troubled } from './provider.ts'

type Settings = NonNullable<Config['OIDC']>
interface Known { readonly config: Configuration, readonly at: number }
type Claims = IDToken | UserInfoResponse

/** What a provider says about itself is asked for again after this (ms). */
const knownFor = 3_600_000
/** Claims that count only if the provider says that it has confirmed them. */
const confirming: Readonly<Record<string, string>> = { email: 'email_verified', phone_number: 'phone_number_verified' }

const compared = (claim: string) => (name: string): string =>
  claim === 'email' ? name.trim().toLowerCase() : claim === 'phone_number' ? dialled(name) : name.trim()

/** OpenID Connect: the authorization code flow with PKCE, state and nonce. The provider is asked for its addresses when somebody first signs in, so a board starts without it. */
export function oidc({ issuer, client, secret, claim, name, scope, factor, seconds }: Settings, publicUrl: string, now: () => number = Date.now): Provider {
  let known: Known | null = null
  let asking: Promise<Known> | null = null

  async function discover(): Promise<Known> {
    /** As the provider says; without a word of it, as the standard says. */
    const authentication: ClientAuth = (server, ...rest) => {
      const ways = server.token_endpoint_auth_methods_supported
      return (ways?.includes('client_secret_post') && !ways.includes('client_secret_basic') ? ClientSecretPost : ClientSecretBasic)(secret)(server, ...rest)
    }
    const config = await discovery(new URL(issuer), client, undefined, authentication, {
      timeout: seconds,
      [customFetch]: boundedFetch as CustomFetch,
      execute: [enableNonRepudiationChecks, ...issuer.startsWith('http:') ? [allowInsecureRequests] : []],
    })
    return known = { config, at: now() }
  }

  /** What the provider last said about itself, if it cannot be asked again now. */
  async function ready(): Promise<Known> {
    if (known && now() - known.at < knownFor) return known
    asking ??= discover().finally(() => asking = null)
    try {
      return await asking
    } catch (error) {
      if (known) return known
      throw error
    }
  }

  const holds = (claims: Claims): boolean => typeof claims[claim] === 'string' && (confirming[claim] === undefined || claims[confirming[claim]] !== undefined)

  function came(token: IDToken, claims: Claims): Came {
    const value = claims[claim]
    const confirmed = confirming[claim]
    if (typeof value !== 'string' || !value.trim()) throw new Troubled('unconfirmed', `no claim ${claim}`)
    if (confirmed !== undefined && claims[confirmed] !== true) throw new Troubled('unconfirmed', `${confirmed} is not true`)
    const said = [...Array.isArray(token.amr) ? token.amr : [], token.acr]
    return { name: compared(claim)(value), subject: token.sub, factor: factor.some(one => said.includes(one)), at: token.auth_time === undefined ? null : token.auth_time * 1000 }
  }

  return {
    id: 'oidc',
    name,
    realm: `oidc ${issuer} ${claim}`,
    compared: compared(claim),

    async begin(own) {
      try {
        const { config } = await ready()
        return buildAuthorizationUrl(config, {
          scope,
          response_type: 'code',
          redirect_uri: backAddress(publicUrl, 'oidc'),
          state: madeFrom(own, 'state'),
          nonce: madeFrom(own, 'nonce'),
          code_challenge: await calculatePKCECodeChallenge(madeFrom(own, 'verifier')),
          code_challenge_method: 'S256',
        })
      } catch (error) {
        throw troubleOf(error)
      }
    },

    async finish(own, back) {
      try {
        const { config } = await ready()
        const tokens = await authorizationCodeGrant(config, back, { pkceCodeVerifier: madeFrom(own, 'verifier'), expectedState: madeFrom(own, 'state'), expectedNonce: madeFrom(own, 'nonce'), idTokenExpected: true })
        const token = tokens.claims()
        if (!token) throw new Troubled('nonsense', 'no ID token')
        const claims = holds(token) || !config.serverMetadata().userinfo_endpoint ? token : await fetchUserInfo(config, tokens.access_token, token.sub)
        return came(token, claims)
      } catch (error) {
        throw troubleOf(error)
      }
    },

    leave() {
      if (!known) void ready().catch(() => {})
      return known?.config.serverMetadata().end_session_endpoint ? buildEndSessionUrl(known.config, { post_logout_redirect_uri: new URL('/in', publicUrl).href }).href : null
    },
  }
}

import type { Config } from '../core/config.ts'
import type { Provider } from './provider.ts'
import * as v from 'valibot'
import { boundedFetch } from '../core/bounded-fetch.ts'
import { backAddress, madeFrom, Troubled } from './provider.ts'

type Settings = NonNullable<Config['WECOM']>

/** What both answers have; 0 is no error. */
const errcode = v.number()
const TokenAnswer = v.object({ errcode, access_token: v.optional(v.string(), ''), expires_in: v.optional(v.number(), 0) })
/** Of a member of the company `userid`, of anybody else `openid` and `external_userid`. */
const PersonAnswer = v.object({ errcode, userid: v.optional(v.string()) })
/** The code was used, or has expired or is wrong. */
const usedCodes = [40029, 42003]
/** The access token is no longer valid, although its time is not over. */
const oldTokens = [40014, 42001]
/** Trust it a little shorter than WeCom does (ms). */
const early = 300_000

/**
 * WeCom (企业微信), whose sign-in is like OpenID Connect without signatures: a code is exchanged for the member's userid with an access token
 * of the board's own application. A page within WeCom asks nobody, any other browser shows a QR code. It has neither nonce nor PKCE, so the state alone binds a code to its browser.
 */
export function wecom({ corp, agent, secret, name, seconds, api, open, login }: Settings, publicUrl: string, now: () => number = Date.now): Provider {
  let token = { value: '', until: 0 }

  async function ask<S extends v.GenericSchema>(path: string, query: Readonly<Record<string, string>>, schema: S): Promise<v.InferOutput<S>> {
    const url = new URL(path, api)
    url.search = new URLSearchParams(query).toString()
    const answer = await boundedFetch(url.href, { signal: AbortSignal.timeout(seconds * 1000) }).catch((error: unknown) => {
      // The address has secrets in it, so nothing of it is said.
      throw new Troubled(error instanceof RangeError ? 'nonsense' : 'away', 'no answer')
    })
    if (!answer.ok) throw new Troubled('away', `status ${answer.status}`)
    const parsed = v.safeParse(schema, await answer.json().catch(() => null))
    if (!parsed.success) throw new Troubled('nonsense', 'not an answer of WeCom')
    return parsed.output
  }

  async function accessToken(fresh: boolean): Promise<string> {
    if (!fresh && token.until > now()) return token.value
    const { errcode, access_token: value, expires_in: lasts } = await ask('/cgi-bin/gettoken', { corpid: corp, corpsecret: secret }, TokenAnswer)
    if (errcode !== 0 || !value) throw new Troubled('nonsense', `gettoken ${errcode}`)
    token = { value, until: now() + lasts * 1000 - early }
    return value
  }

  async function personOf(code: string, fresh = false): Promise<string> {
    const { errcode, userid } = await ask('/cgi-bin/auth/getuserinfo', { access_token: await accessToken(fresh), code }, PersonAnswer)
    if (oldTokens.includes(errcode) && !fresh) return personOf(code, true)
    if (usedCodes.includes(errcode)) throw new Troubled('used', `getuserinfo ${errcode}`)
    if (errcode !== 0) throw new Troubled('nonsense', `getuserinfo ${errcode}`)
    // Somebody outside of the company.
    if (!userid) throw new Troubled('stranger')
    return userid
  }

  /** WeCom compares userids without their case. */
  const compared = (given: string) => given.trim().toLowerCase()

  return {
    id: 'wecom',
    name,
    realm: `wecom ${corp}`,
    compared,

    async begin(own, browser) {
      const within = /wxwork/i.test(browser)
      const to = new URL(within ? '/connect/oauth2/authorize' : '/wwlogin/sso/login', within ? open : login)
      const back = { redirect_uri: backAddress(publicUrl, 'wecom'), state: madeFrom(own, 'state') }
      to.search = new URLSearchParams(within ? { appid: corp, ...back, response_type: 'code', scope: 'snsapi_base', agentid: agent } : { login_type: 'CorpApp', appid: corp, agentid: agent, ...back }).toString()
      if (within) to.hash = 'wechat_redirect'
      return to
    },

    async finish(_own, back) {
      const code = back.searchParams.get('code')
      if (!code) throw new Troubled('cancelled')
      const userid = compared(await personOf(code))
      return { name: userid, subject: userid, factor: false, at: null }
    },

    leave: () => null,
  }
}

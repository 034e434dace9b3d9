import type { IncomingMessage, ServerResponse } from 'node:http'
import { Buffer } from 'node:buffer'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { onTestFinished } from 'vitest'
import { freePort } from './free-port.ts'

/** What a test may change of the provider's answers, or of how it gives them. */
export interface Twists {
  /** Claims of the ID token that differ; undefined leaves one out. */
  claims?: Record<string, unknown>
  /** What is said of the person at the userinfo endpoint. */
  userinfo?: Record<string, unknown>
  metadata?: Record<string, unknown>
  /** Signs with a key that the provider does not publish. */
  foreignKey?: boolean
  /** Answers each request to this path so instead. */
  instead?: { path: string, answer: (response: ServerResponse) => void }
}

interface Asked { readonly challenge: string, readonly nonce: string, readonly redirect: string }

/** A provider of OpenID Connect in this process: real HTTP, real signatures, real PKCE, codes that work once. Whoever comes is signed in as `sub`. */
export async function oidcProvider() {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const [own, foreign] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const jwk = { ...await exportJWK(own.publicKey), kid: 'k1', alg: 'RS256', use: 'sig' }
  const codes = new Map<string, Asked>()
  const twists: Twists = {}
  /** Every request, as `METHOD path`. */
  const heard: string[] = []

  const metadata = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    end_session_endpoint: `${issuer}/end`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    ...twists.metadata,
  })

  async function token(request: IncomingMessage) {
    const given = new URLSearchParams(await text(request))
    const [client, secret] = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString().split(':').map(decodeURIComponent)
    const asked = codes.get(given.get('code') ?? '')
    codes.delete(given.get('code') ?? '')
    const challenge = createHash('sha256').update(given.get('code_verifier') ?? '').digest('base64url')
    if (client !== 'board' || secret !== 'a-secret-of-the-board') return { status: 401, body: { error: 'invalid_client' } }
    if (!asked || asked.challenge !== challenge || asked.redirect !== given.get('redirect_uri')) return { status: 400, body: { error: 'invalid_grant' } }
    const at = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, aud: 'board', sub: 'p-1', nonce: asked.nonce, iat: at, exp: at + 300, ...twists.claims }
    const signed = await new SignJWT(claims as never).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign((twists.foreignKey ? foreign : own).privateKey)
    return { status: 200, body: { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: signed } }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer)
    heard.push(`${request.method} ${url.pathname}`)
    const json = (body: unknown, status = 200) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (twists.instead?.path === url.pathname) return twists.instead.answer(response)
    if (url.pathname === '/.well-known/openid-configuration') return json(metadata())
    if (url.pathname === '/keys') return json({ keys: [jwk] })
    if (url.pathname === '/userinfo') return json({ sub: 'p-1', ...twists.userinfo })
    if (url.pathname === '/token') {
      const { status, body } = await token(request)
      return json(body, status)
    }
    if (url.pathname === '/authorize') {
      const code = randomUUID()
      const of = (name: string) => url.searchParams.get(name) ?? ''
      codes.set(code, { challenge: of('code_challenge'), nonce: of('nonce'), redirect: of('redirect_uri') })
      return void response.writeHead(302, { location: `${of('redirect_uri')}?${new URLSearchParams({ code, state: of('state'), iss: issuer })}` }).end()
    }
    json({ error: 'not_found' }, 404)
  }

  const server = createServer((request, response) => void answer(request, response))
  const open = async () => void await once(server.listen(port, '127.0.0.1'), 'listening')
  const close = async () => {
    server.closeAllConnections()
    await new Promise<void>(closed => server.close(() => closed()))
  }
  await open()
  onTestFinished(() => server.listening ? close() : undefined)
  return { issuer, twists, heard, open, close, settings: (more: object = {}) => JSON.stringify({ issuer, client: 'board', secret: 'a-secret-of-the-board', name: '粤政通', seconds: 0.5, ...more }) }
}

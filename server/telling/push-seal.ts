import type { PushAddress } from '../../shared/notices/ways.ts'
import { Buffer } from 'node:buffer'
import { createCipheriv, createECDH, createPrivateKey, hkdfSync, randomBytes, sign } from 'node:crypto'

/** The two standards of web push. Written here, since the library for it brings twelve packages for these lines. */

export interface PushKeys { readonly publicKey: string, readonly privateKey: string }

const curve = 'prime256v1'
const hour = 3600

export function newPushKeys(): PushKeys {
  const pair = createECDH(curve)
  const publicKey = pair.generateKeys('base64url')
  const number = pair.getPrivateKey()
  // Without its leading zeros the number may be shorter.
  return { publicKey, privateKey: Buffer.concat([Buffer.alloc(32 - number.length), number]).toString('base64url') }
}

/** Encrypts a short text for one browser (RFC 8291). Throws if the browser's key is none. */
export function sealPush({ keys }: Pick<PushAddress, 'keys'>, text: string): Buffer {
  const [theirs, auth] = [Buffer.from(keys.p256dh, 'base64url'), Buffer.from(keys.auth, 'base64url')]
  const pair = createECDH(curve)
  const own = pair.generateKeys()
  const salt = randomBytes(16)
  const secret = Buffer.from(hkdfSync('sha256', pair.computeSecret(theirs), auth, Buffer.concat([Buffer.from('WebPush: info\0'), theirs, own]), 32))
  const derive = (name: string, bytes: number) => Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${name}\0`, bytes))
  const cipher = createCipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
  // The size of a record, and 2 after the text: this is the last one.
  const head = Buffer.concat([salt, Buffer.from([0, 0, 16, 0, own.length]), own])
  return Buffer.concat([head, cipher.update(text), cipher.update(Buffer.from([2])), cipher.final(), cipher.getAuthTag()])
}

/** What tells a push service who sends (VAPID, RFC 8292), valid for half a day from `at` (epoch ms). */
export function vouch({ publicKey, privateKey }: PushKeys, endpoint: string, subject: string, at: number): string {
  const point = Buffer.from(publicKey, 'base64url')
  const key = createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', d: privateKey, x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } })
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = `${part({ typ: 'JWT', alg: 'ES256' })}.${part({ aud: new URL(endpoint).origin, exp: Math.floor(at / 1000) + 12 * hour, sub: subject })}`
  const signature = sign('sha256', Buffer.from(claims), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  return `vapid t=${claims}.${signature}, k=${publicKey}`
}

import type { AddressInfo } from 'node:net'
import { Buffer } from 'node:buffer'
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'

export interface Got { readonly url: string, readonly headers: Record<string, string | string[] | undefined>, readonly body: Buffer }

/** A push service, or a provider of text messages, on this machine. */
export async function outside(answer: () => number = () => 201) {
  const got: Got[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      got.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
      response.writeHead(answer()).end()
    })
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** A browser's half of RFC 8291: an address for pushes, and what is read of a message that came there. */
export function subscriber(endpoint: string) {
  const curve = createECDH('prime256v1')
  const own = curve.generateKeys()
  const auth = randomBytes(16)
  const address = { endpoint, keys: { p256dh: own.toString('base64url'), auth: auth.toString('base64url') } }
  function read(body: Buffer): string {
    const salt = body.subarray(0, 16)
    const length = body[20]!
    const theirs = body.subarray(21, 21 + length)
    const key = Buffer.from(hkdfSync('sha256', curve.computeSecret(theirs), auth, Buffer.concat([Buffer.from('WebPush: info\0'), own, theirs]), 32))
    const derive = (info: string, size: number) => Buffer.from(hkdfSync('sha256', key, salt, Buffer.from(`Content-Encoding: ${info}\0`), size))
    const sealed = body.subarray(21 + length)
    const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
    cipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
    return plain.subarray(0, plain.lastIndexOf(2)).toString()
  }
  return { address, read }
}

import type { LookupFunction } from 'node:net'
import { Buffer } from 'node:buffer'
import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { NotTaken } from '../core/outside.ts'

const closed = new net.BlockList()
for (const [address, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3]] as const) closed.addSubnet(address, bits)
for (const [address, bits] of [['::', 127], ['64:ff9b::', 96], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) closed.addSubnet(address, bits, 'ipv6')

/** Whether an address is loopback, private, link-local or reserved, also as IPv4 within IPv6. */
export function isPrivate(address: string): boolean {
  return net.isIPv6(address) ? closed.check(address, 'ipv6') : closed.check(address)
}

/** The other side answered with a status that is not 2xx. */
export class Answered extends NotTaken {
  constructor(readonly status: number) {
    super(`answered ${status}`)
  }
}

/** Looks up a name and checks each address that is then used, so that a name cannot change to a private address after the check. */
const guarded: LookupFunction = (hostname, options, done) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0)
    const first = addresses.find(({ address }) => !isPrivate(address))
    if (!first || addresses.some(({ address }) => isPrivate(address))) return done(new NotTaken(`${hostname} is a private address`), '', 0)
    if (options.all) return (done as unknown as (error: null, all: typeof addresses) => void)(null, addresses)
    done(null, first.address, first.family)
  })
}

interface Outgoing { readonly url: string, readonly body: string | Buffer, readonly headers?: Readonly<Record<string, string>>, readonly allowPrivate: boolean, readonly timeout?: number }

/**
 * Posts JSON and returns the HTTP status. Rejects with `NotTaken` for a private address unless `allowPrivate` is set, after `timeout` ms, and
 * for any status but 2xx. Redirects are not followed, because they may lead to a private address.
 */
export function postOut({ url, body, headers = {}, allowPrivate, timeout = 10_000 }: Outgoing): Promise<number> {
  const target = new URL(url)
  const literal = target.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && net.isIP(literal) && isPrivate(literal)) return Promise.reject(new NotTaken(`${literal} is a private address`))
  const client = target.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const request = client.request(target, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      timeout,
      ...!allowPrivate && { lookup: guarded },
    }, (response) => {
      const status = response.statusCode ?? 0
      // Only the status counts: a long or broken body is not read.
      request.destroy()
      if (status >= 200 && status < 300) resolve(status)
      else reject(new Answered(status))
    })
    request.on('timeout', () => request.destroy(new NotTaken('no answer in time')))
    request.on('error', error => reject(error instanceof NotTaken ? error : new NotTaken(error.message, { cause: error })))
    request.end(body)
  })
}

import type { IncomingMessage } from 'node:http'
import net from 'node:net'

export type AddressOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string

/**
 * The address by which a client is counted: the one in front of the last `hops` proxies, which are ours. Whatever a client
 * writes into X-Forwarded-For itself is further left and is never read.
 */
export function clientAddress(hops: number): AddressOf {
  return ({ headers, socket }) => {
    const told = String(headers['x-forwarded-for'] ?? '').split(',').map(part => part.trim()).reverse()
    let client = socket.remoteAddress ?? ''
    for (const address of told.slice(0, hops)) {
      if (!net.isIP(address)) break
      client = address
    }
    return network(client)
  }
}

/** A client can use a whole IPv6 /64, so all its addresses count as one. */
function network(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!net.isIPv6(address)) return address
  const [first = [], last = []] = new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1, -1).split('::').map(half => half.split(':').filter(Boolean))
  const between = Array.from({ length: 8 - first.length - last.length }, () => '0')
  return `${[...first, ...between, ...last].slice(0, 4).join(':')}::/64`
}

import type { IncomingMessage } from 'node:http'
import type { AddressOf } from '../core/address.ts'
import { Buffer } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { readKey } from '../core/seal.ts'

/** The headers by which one server of a deployment passes a request on to another. */
export const [secretHeader, clientHeader] = ['x-yixian-node', 'x-yixian-client'] as const

/** What the servers of one deployment know each other by. It is made from their key file and reveals nothing about it. Throws `CannotStart`. */
export const nodeSecret = (keyFile: string): string => createHmac('sha256', readKey(keyFile)).update('the servers of one deployment').digest('base64url')

/** True for a request that another server of the deployment has passed on. */
export const fromNode = (secret: string) => ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => {
  const [said, known] = [Buffer.from(String(headers[secretHeader] ?? '')), Buffer.from(secret)]
  return said.length === known.length && timingSafeEqual(said, known)
}

/** The client's address: as another server of the deployment says, else as `addressOf` finds it. */
export const addressThrough = (secret: string, addressOf: AddressOf): AddressOf => {
  const passedOn = fromNode(secret)
  return request => passedOn(request) ? String(request.headers[clientHeader] ?? '') : addressOf(request)
}

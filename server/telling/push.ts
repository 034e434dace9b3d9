import type { PushAddress } from '../../shared/notices/ways.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import webPush from 'web-push'
import { Answered, postOut } from '../outgoing/guarded-request.ts'

interface Keys { readonly publicKey: string, readonly privateKey: string }

/** The keys by which push services know this server (VAPID, RFC 8292): made at the first start, and readable by the server's user only. */
export function pushKeys(folder: string): Keys {
  const file = path.join(folder, 'push-keys')
  if (!fs.existsSync(file)) fs.writeFileSync(file, JSON.stringify(webPush.generateVAPIDKeys()), { mode: 0o600, flag: 'wx' })
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Keys
}

interface Options { readonly keys: Keys, /** Who sends: an https or mailto address. */ readonly subject: string, readonly allowPrivate: boolean }

/** How long a push service keeps a message for a phone that is off (seconds). */
const keptFor = 12 * 3600

/** Sends one encrypted message (RFC 8291) to a browser's push service. False if that address is gone for good; throws if it may be tried again. */
export function pusher({ keys, subject, allowPrivate }: Options) {
  return async (address: PushAddress, message: object): Promise<boolean> => {
    const { endpoint, headers, body } = webPush.generateRequestDetails(address, JSON.stringify(message), { TTL: keptFor, vapidDetails: { subject, ...keys } })
    if (!allowPrivate && !endpoint.startsWith('https:')) return false
    try {
      await postOut({ url: endpoint, body: body ?? Buffer.alloc(0), headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])), allowPrivate })
      return true
    } catch (error) {
      if (error instanceof Answered && (error.status === 404 || error.status === 410)) return false
      throw error
    }
  }
}

export type Push = ReturnType<typeof pusher>

import type { PushAddress } from '../../shared/notices/ways.ts'
import type { PushKeys } from './push-seal.ts'
import fs from 'node:fs'
import path from 'node:path'
import { Answered, postOut } from '../outgoing/guarded-request.ts'
import { newPushKeys, sealPush, vouch } from './push-seal.ts'

/** The keys by which push services know this server: made at the first start, and readable by the server's user only. */
export function pushKeys(folder: string): PushKeys {
  const file = path.join(folder, 'push-keys')
  if (!fs.existsSync(file)) fs.writeFileSync(file, JSON.stringify(newPushKeys()), { mode: 0o600, flag: 'wx' })
  return JSON.parse(fs.readFileSync(file, 'utf8')) as PushKeys
}

interface Options { readonly keys: PushKeys, /** Who sends: an https or mailto address. */ readonly subject: string, readonly allowPrivate: boolean, readonly now?: () => number }

/** How long a push service keeps a message for a phone that is off (seconds). */
const keptFor = 12 * 3600

/** Sends one encrypted message to a browser's push service. False if that address is gone for good, or never was one; throws if it may be tried again. */
export function pusher({ keys, subject, allowPrivate, now = Date.now }: Options) {
  return async (address: PushAddress, message: object): Promise<boolean> => {
    const { endpoint } = address
    if (!allowPrivate && !endpoint.startsWith('https:')) return false
    const body = sealed(address, JSON.stringify(message))
    if (!body) return false
    try {
      await postOut({ url: endpoint, body, headers: { 'content-type': 'application/octet-stream', 'content-encoding': 'aes128gcm', 'ttl': String(keptFor), 'urgency': 'normal', 'authorization': vouch(keys, endpoint, subject, now()) }, allowPrivate })
      return true
    } catch (error) {
      if (error instanceof Answered && (error.status === 404 || error.status === 410)) return false
      throw error
    }
  }
}

/** Null for a browser's key that is none. */
function sealed(address: PushAddress, text: string) {
  try {
    return sealPush(address, text)
  } catch {
    return null
  }
}

export type Push = ReturnType<typeof pusher>

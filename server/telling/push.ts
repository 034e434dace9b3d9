import type { PushAddress } from '../../shared/notices/ways.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import webPush from 'web-push'
import { CannotStart } from '../core/cannot-start.ts'
import { writeWhole } from '../disk/whole-file.ts'
import { Answered, postOut } from '../outgoing/guarded-request.ts'

const KeyFields = v.object({ publicKey: v.pipe(v.string(), v.regex(/^[\w-]{87}$/)), privateKey: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)) })
type Keys = v.InferOutput<typeof KeyFields>

/** The keys by which push services know this server (VAPID, RFC 8292): made at the first start, and readable by the server's user only. Throws `CannotStart`. */
export async function pushKeys(folder: string): Promise<Keys> {
  const file = path.join(folder, 'push-keys')
  if (!fs.existsSync(file)) await writeWhole(file, Buffer.from(JSON.stringify(webPush.generateVAPIDKeys())))
  let kept: unknown = null
  try {
    kept = JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw new CannotStart('read_only', file)
  }
  const keys = v.safeParse(KeyFields, kept)
  if (!keys.success) throw new CannotStart('push_keys_damaged', file)
  return keys.output
}

interface Options { readonly keys: Keys, /** Who sends: an https or mailto address. */ readonly subject: string, readonly allowPrivate: boolean }

/** How long a push service keeps a message for a phone that is off (seconds). */
const keptFor = 12 * 3600

/** What a push service answers for an address that is gone, or that was made under another key of this server. */
const gone: readonly number[] = [401, 403, 404, 410]

/** Sends one encrypted message (RFC 8291) to a browser's push service. False if that address is gone for good; throws if it may be tried again. */
export function pusher({ keys, subject, allowPrivate }: Options) {
  return async (address: PushAddress, message: object): Promise<boolean> => {
    const { endpoint, headers, body } = webPush.generateRequestDetails(address, JSON.stringify(message), { TTL: keptFor, vapidDetails: { subject, ...keys } })
    if (!allowPrivate && !endpoint.startsWith('https:')) return false
    try {
      await postOut({ url: endpoint, body: body ?? Buffer.alloc(0), headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])), allowPrivate })
      return true
    } catch (error) {
      if (error instanceof Answered && gone.includes(error.status)) return false
      throw error
    }
  }
}

export type Push = ReturnType<typeof pusher>

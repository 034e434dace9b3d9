import type { Config } from '../core/config.ts'
import type { Seal } from '../core/seal.ts'
import type { Database } from '../database/database.ts'
import { mailer } from '../mail/mailer.ts'
import { choices as openChoices } from './choices.ts'
import { pusher, pushKeys } from './push.ts'
import { sender } from './send.ts'
import { texter } from './sms.ts'

interface Options {
  readonly config: Config
  readonly database: Database
  readonly seal: Seal
  readonly phoneOf: (person: string) => string
  readonly now: () => number
}

/** How people are told outside of the app: what each of them chose, a sender for every way, and the public half of the keys for pushes. */
export async function openTold({ config, database, seal, phoneOf, now }: Options) {
  const keys = await pushKeys(config.DATA_DIR)
  const choices = openChoices(database, seal, now)
  const origin = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`
  const subject = origin.startsWith('https:') ? origin : 'mailto:nobody@localhost'
  const send = sender({ choices, push: pusher({ keys, subject, allowPrivate: config.WEBHOOK_PRIVATE }), mail: mailer(config), sms: texter(config), phoneOf, origin })
  return { choices, send, key: keys.publicKey }
}

export type Told = Awaited<ReturnType<typeof openTold>>

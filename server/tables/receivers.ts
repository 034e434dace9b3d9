import type { Buffer } from 'node:buffer'
import type { Config } from '../core/config.ts'
import type { Mail } from '../mail/mailer.ts'
import { createHash } from 'node:crypto'
import { signed } from '../outgoing/formats.ts'
import { postOut } from '../outgoing/guarded-request.ts'

type Settings = Pick<Config, 'WEBHOOKS' | 'WEBHOOK_PRIVATE' | 'MAIL_TO'>

/** One day's file of a table. `due` is the hour at which it was to be sent (epoch ms), `left` how many records it does not list. */
export interface Parcel { readonly incident: string, readonly title: string, readonly table: string, readonly due: number, readonly left: number, readonly file: { readonly name: string, readonly content: Buffer } }
/** Hands a parcel over at `at` (epoch ms), or throws. */
type Receiver = (parcel: Parcel, at: number) => Promise<unknown>

export const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The names of the receivers that can take a file: group robots take only text. */
export const receiverNames = ({ WEBHOOKS, MAIL_TO }: Pick<Settings, 'WEBHOOKS' | 'MAIL_TO'>): readonly string[] =>
  [...WEBHOOKS.filter(({ kind }) => kind === 'json'), ...MAIL_TO].map(({ name }) => name)

/** Who takes a table, by the name that the settings give them: a webhook that takes signed JSON, or an address of mail. */
export function receivers(config: Settings, mail: Mail | null, post = postOut): ReadonlyMap<string, Receiver> {
  const found = new Map<string, Receiver>()
  for (const hook of config.WEBHOOKS.filter(({ kind }) => kind === 'json')) {
    found.set(hook.name, ({ title, table, due, left, file }, at) =>
      post({ ...signed(hook, { title, table, due, left, file: { name: file.name, base64: file.content.toString('base64') } }, at), allowPrivate: config.WEBHOOK_PRIVATE }))
  }
  if (!mail) return found
  for (const { name, to } of config.MAIL_TO) {
    found.set(name, ({ incident, title, table, due, left, file }) => mail({
      to,
      subject: title,
      text: left ? `附件 ${file.name} 按表格所有人现在的权限生成。另有 ${left} 条没有列出，合计已计入。` : `附件 ${file.name} 按表格所有人现在的权限生成。`,
      id: createHash('sha256').update(JSON.stringify([incident, table, due])).digest('hex').slice(0, 40),
      files: [{ ...file, type: excel }],
    }))
  }
  return found
}

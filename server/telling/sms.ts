import type { Config } from '../core/config.ts'
import { postOut } from '../outgoing/guarded-request.ts'

/** Sends one text message. */
export type Sms = (phone: string, text: string) => Promise<void>

/** Text messages through whatever provider the setting SMS names: its address, headers, and a body with {phone} and {text}. Null if none is set. */
export function texter({ SMS, WEBHOOK_PRIVATE }: Pick<Config, 'SMS' | 'WEBHOOK_PRIVATE'>): Sms | null {
  if (!SMS) return null
  const { url, headers, body } = SMS
  const form = Object.entries(headers).some(([name, value]) => name.toLowerCase() === 'content-type' && value.includes('form-urlencoded'))
  const write = (value: string) => form ? encodeURIComponent(value) : JSON.stringify(value).slice(1, -1)
  return async (phone, text) => {
    const values: Readonly<Record<string, string>> = { phone, text }
    await postOut({ url, headers, body: body.replace(/\{(phone|text)\}/g, (_, name: string) => write(values[name] ?? '')), allowPrivate: WEBHOOK_PRIVATE })
  }
}

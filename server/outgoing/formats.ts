import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'

/** The message formats of the receivers. Each format proves in its own way who sent the message. */

export interface MessageLine { readonly rule: string, readonly text: string, readonly urgent: boolean }
export interface Hook { readonly kind: 'json' | 'wecom' | 'dingtalk', readonly url: string, readonly secret: string }
interface Message { readonly url: string, readonly body: string, readonly headers: Readonly<Record<string, string>>, /** The lines in this message; the next message carries the others. */ readonly lines: readonly MessageLine[] }

/** The largest message that each kind of receiver accepts, in bytes. */
const most: Readonly<Record<Hook['kind'], number>> = { json: 1_000_000, wecom: 4096, dingtalk: 20_000 }

const list = (title: string, lines: readonly MessageLine[]) => [`**${title}**`, ...lines.map(line => `> ${line.text}`)].join('\n')

/**
 * One message of several lines, sent at `at` (epoch ms). `json` is signed with HMAC-SHA256 over `timestamp.body`, in headers.
 * WeCom's group robot takes markdown, and its address contains the key. DingTalk's takes markdown, with `timestamp` (ms) and
 * `sign` in the address, as its security setting 加签 requires.
 */
export function format({ kind, url, secret }: Hook, titled: (n: number) => string, due: readonly MessageLine[], at: number): Message {
  const lines = due.slice(0, fitting(titled, due, most[kind]))
  const title = titled(lines.length)
  if (kind === 'wecom') return { url, lines, headers: {}, body: JSON.stringify({ msgtype: 'markdown', markdown: { content: list(title, lines) } }) }
  if (kind === 'dingtalk') {
    const signed = new URL(url)
    if (secret) {
      signed.searchParams.set('timestamp', String(at))
      signed.searchParams.set('sign', createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64'))
    }
    return { url: signed.href, lines, headers: {}, body: JSON.stringify({ msgtype: 'markdown', markdown: { title, text: list(title, lines) } }) }
  }
  return { lines, ...signed({ url, secret }, { title, notices: lines.map(({ rule, text, urgent }) => ({ rule, text, urgent })) }, at) }
}

/** A JSON message sent at `at` (epoch ms), signed with HMAC-SHA256 over `timestamp.body`, in headers. */
export function signed({ url, secret }: Pick<Hook, 'url' | 'secret'>, content: object, at: number): Omit<Message, 'lines'> {
  const body = JSON.stringify({ at, ...content })
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return { url, body, headers: { 'x-yixian-timestamp': String(at), 'x-yixian-signature': `sha256=${signature}` } }
}

/** How many lines fit into `bytes` of UTF-8; at least one. */
function fitting(titled: (n: number) => string, lines: readonly MessageLine[], bytes: number): number {
  let n = lines.length
  while (n > 1 && Buffer.byteLength(list(titled(n), lines.slice(0, n))) > bytes) n--
  return n
}

import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'

/** The message formats of the receivers, each with its own way of proving who sent it. */

export interface MessageLine { readonly rule: string, readonly text: string, readonly urgent: boolean }
export interface Hook { readonly kind: 'json' | 'wecom' | 'dingtalk', readonly url: string, readonly secret: string }
interface Message { readonly url: string, readonly body: string, readonly headers: Readonly<Record<string, string>>, /** Those that are in it: the others are for the next one. */ readonly lines: readonly MessageLine[] }

/** Bytes of one message that its receiver takes. */
const most: Readonly<Record<Hook['kind'], number>> = { json: 1_000_000, wecom: 4096, dingtalk: 20_000 }

const list = (title: string, lines: readonly MessageLine[]) => [`**${title}**`, ...lines.map(line => `> ${line.text}`)].join('\n')

/**
 * One message of several lines. `json`: signed with HMAC-SHA256 over `timestamp.body`, in headers. WeCom's group robot:
 * markdown, the key is in its address. DingTalk's: markdown, and `timestamp` (ms) and `sign` in the address, as its security
 * setting 加签 asks.
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
  const body = JSON.stringify({ title, at, notices: lines.map(({ rule, text, urgent }) => ({ rule, text, urgent })) })
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return { url, body, lines, headers: { 'x-yixian-timestamp': String(at), 'x-yixian-signature': `sha256=${signature}` } }
}

/** How many lines are within so many bytes of UTF-8; one at least. */
function fitting(titled: (n: number) => string, lines: readonly MessageLine[], bytes: number): number {
  let n = lines.length
  while (n > 1 && Buffer.byteLength(list(titled(n), lines.slice(0, n))) > bytes) n--
  return n
}

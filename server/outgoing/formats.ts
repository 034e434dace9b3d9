import { createHmac } from 'node:crypto'

/** The message formats of the receivers, each with its own way of proving who sent it. */

export interface Line { readonly rule: string, readonly text: string, readonly urgent: boolean }
export interface Hook { readonly kind: 'json' | 'wecom' | 'dingtalk', readonly url: string, readonly secret: string }
export interface Message { readonly url: string, readonly body: string, readonly headers: Readonly<Record<string, string>> }

const list = (title: string, lines: readonly Line[]) => [`**${title}**`, ...lines.map(line => `> ${line.text}`)].join('\n')

/**
 * One message of several lines. `json`: signed with HMAC-SHA256 over `timestamp.body`, in headers. WeCom's group robot:
 * markdown, the key is in its address. DingTalk's: markdown, and `timestamp` (ms) and `sign` in the address, as its security
 * setting 加签 asks.
 */
export function format({ kind, url, secret }: Hook, title: string, lines: readonly Line[], at: number): Message {
  if (kind === 'wecom') return { url, headers: {}, body: JSON.stringify({ msgtype: 'markdown', markdown: { content: clip(list(title, lines), 4096) } }) }
  if (kind === 'dingtalk') {
    const signed = new URL(url)
    if (secret) {
      signed.searchParams.set('timestamp', String(at))
      signed.searchParams.set('sign', createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64'))
    }
    return { url: signed.href, headers: {}, body: JSON.stringify({ msgtype: 'markdown', markdown: { title, text: clip(list(title, lines), 20_000) } }) }
  }
  const body = JSON.stringify({ title, at, notices: lines.map(({ rule, text, urgent }) => ({ rule, text, urgent })) })
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return { url, body, headers: { 'x-yixian-timestamp': String(at), 'x-yixian-signature': `sha256=${signature}` } }
}

/** Within so many bytes of UTF-8, at a whole line. */
function clip(text: string, bytes: number): string {
  const lines = text.split('\n')
  let whole = lines.join('\n')
  while (new TextEncoder().encode(whole).length > bytes - 8 && lines.length > 1) {
    lines.pop()
    whole = `${lines.join('\n')}\n> …`
  }
  return whole
}

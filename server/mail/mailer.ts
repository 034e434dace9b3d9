import type { Buffer } from 'node:buffer'
import type { Config } from '../core/config.ts'
import { createTransport } from 'nodemailer'
import { NotTaken } from '../core/outside.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for each try, so that a mail server that got a letter twice can tell. */
  readonly id: string
  readonly files: readonly { readonly name: string, readonly type: string, readonly content: Buffer }[]
}
/** Sends one letter. Throws `Refused` if the mail server will never take it, and `NotTaken` if it may be tried again. */
export type Mail = (letter: Letter) => Promise<void>

/** The mail server answered that it will never take this letter (5xx). */
export class Refused extends NotTaken {}

/** A wrong password (5xx too) may be set right, but the letter itself or its address stays what it is. */
const forGood = (error: unknown): error is Error =>
  error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500 && 'code' in error && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')

/** What a mail server answers may name the address that was written to, so only its code is kept. */
function whyOf(error: unknown): string {
  const { code = '', command = '', responseCode, message } = error as Error & { code?: string, command?: string, responseCode?: number }
  return responseCode === undefined && !['EENVELOPE', 'EMESSAGE'].includes(code) ? message : `${code} ${command} ${responseCode ?? ''}`.trim()
}

type Settings = Pick<Config, 'MAIL_URL' | 'MAIL_FROM' | 'MAIL_PLAIN'>
const seconds = 1000

/**
 * Mail by SMTP (`smtps://`, or `smtp://` with STARTTLS); null if no mail server is set. Nothing is sent over a line without TLS unless `MAIL_PLAIN` is set.
 * A letter never reads a file or an address of its own accord, and a server that does not answer is given up after `patience` ms.
 */
export function mailer({ MAIL_URL, MAIL_FROM, MAIL_PLAIN }: Settings, patience = 20 * seconds): Mail | null {
  if (!MAIL_URL || !MAIL_FROM) return null
  const { protocol, hostname, port, username, password } = new URL(MAIL_URL)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !MAIL_PLAIN,
    ignoreTLS: MAIL_PLAIN,
    ...username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } },
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = MAIL_FROM.slice(MAIL_FROM.lastIndexOf('@') + 1)
  return async ({ to, subject, text, id, files }) => {
    try {
      await transport.sendMail({
        from: MAIL_FROM,
        to,
        subject,
        text,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: files.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
      })
    } catch (error) {
      throw new (forGood(error) ? Refused : NotTaken)(whyOf(error), { cause: error })
    }
  }
}

import type { AddressInfo } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { Buffer } from 'node:buffer'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

interface Got { readonly from: string, readonly to: readonly string[], readonly text: string }

/** A real mail server on this machine that keeps what it gets. */
export async function postOffice(options: SMTPServerOptions = {}) {
  const got: Got[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        got.push({ from: envelope.mailFrom ? envelope.mailFrom.address : '', to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString('latin1') })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => new Promise<void>(closed => server.close(closed)))
  return { got, url: (user = '') => `smtp://${user}127.0.0.1:${(server.server.address() as AddressInfo).port}` }
}

/** What a letter says, in whichever way it was packed. */
export function saidIn(text: string): string {
  const body = text.slice(text.indexOf('\r\n\r\n') + 4)
  return /^[A-Z\d+/=\s]+$/i.test(body) ? Buffer.from(body, 'base64').toString() : body.replace(/=\r\n/g, '').replaceAll('=3D', '=')
}

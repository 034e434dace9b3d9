import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { ask } from '../../core/http.ts'

/** The library comes when a passkey is asked for. */
const library = () => import('@simplewebauthn/browser')
const at = '/api/session/factor/passkey'
const post = <T = void>(path: string, body?: unknown) => ask<T>(`${at}${path}`, { method: 'POST', body })

/** Proves with a passkey who is here. Throws the server's refusal, or what the browser says if none was given. */
export async function usePasskey(): Promise<void> {
  const { startAuthentication } = await library()
  const response = await startAuthentication({ optionsJSON: await post<PublicKeyCredentialRequestOptionsJSON>('/ask') })
  await post('/use', { response })
}

/** Makes a passkey on this device, and answers recovery codes if these are the person's first. */
export async function makePasskey(name: string): Promise<readonly string[]> {
  const { startRegistration } = await library()
  const response = await startRegistration({ optionsJSON: await post<PublicKeyCredentialCreationOptionsJSON>('/offer') })
  return (await post<{ recovery: readonly string[] }>('', { name, response })).recovery
}

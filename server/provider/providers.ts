import type { Config } from '../core/config.ts'
import type { Provider } from './provider.ts'

/** The providers that the settings name. Their code is read only where there are some. */
export async function openProviders({ OIDC, WECOM, PUBLIC_URL = '' }: Pick<Config, 'OIDC' | 'WECOM' | 'PUBLIC_URL'>, now: () => number): Promise<readonly Provider[]> {
  return [
    ...OIDC ? [(await import('./oidc.ts')).oidc(OIDC, PUBLIC_URL, now)] : [],
    ...WECOM ? [(await import('./wecom.ts')).wecom(WECOM, PUBLIC_URL, now)] : [],
  ]
}

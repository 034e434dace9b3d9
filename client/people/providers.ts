import type { ListedProvider } from '../../shared/people/login.ts'
import { shallowRef } from 'vue'
import { ask } from '../core/http.ts'

/** The other ways to sign in; none until the server has said which there are. */
export const providers = shallowRef<readonly ListedProvider[]>([])

/** Asks once more each time, since what a provider offers can change. */
export const askProviders = (): Promise<unknown> => ask<readonly ListedProvider[]>('/api/session/with').then(list => providers.value = list)

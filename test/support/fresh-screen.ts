import { afterAll } from 'vitest'
import { county, me } from '../../client/core/session.ts'
import { storage } from '../../client/core/storage.ts'

// The files of a worker share the client's modules: after each nobody is signed in and nothing is known of the storage, so that the next does not depend on it.
afterAll(() => void (me.value = county.value = storage.value = null))

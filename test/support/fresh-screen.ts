import { afterAll } from 'vitest'
import { county, me } from '../../client/core/session.ts'

// The files of a worker share the client's modules: after each nobody is signed in, so that the next does not depend on it.
afterAll(() => void (me.value = county.value = null))

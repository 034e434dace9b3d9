import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { linkState } from '../../client/core/board.ts'
import { remembered } from '../../client/core/kept.ts'
import { me } from '../../client/core/session.ts'
import { closed, watchDevice } from '../../client/core/sign-out.ts'
import { who } from '../support/given.ts'

const ann = { ...who.coordinator, name: 'Ann' }
let went: (string | URL)[]
/** What the server says when it is asked who is signed in. */
let answer: object
watchDevice()

beforeEach(() => {
  went = []
  answer = { ok: false, code: 'signed_out' }
  closed.value = false
  me.value = null
  linkState.value = 'live'
  localStorage.setItem(remembered, '{}')
  vi.spyOn(location, 'replace').mockImplementation(next => void went.push(next))
  vi.spyOn(location, 'reload').mockImplementation(() => void went.push('again'))
  vi.stubGlobal('fetch', async () => Response.json(answer, { status: 'code' in answer ? 401 : 200 }))
})
afterEach(() => {
  history.replaceState(null, '', '/')
  linkState.value = 'offline'
  closed.value = false
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
/** The line says that the session is over, as for a device that was signed out from elsewhere and for a disabled person. */
async function over(): Promise<void> {
  linkState.value = 'signedOut'
  for (let i = 0; i < 20; i++) await new Promise(done => setTimeout(done))
}

it.each([undefined, 'wipe'])('[AC2] [AC12] a page whose session was ended shows nothing more and goes to the page for signing in (%s)', async (detail) => {
  answer = { ok: false, code: 'signed_out', ...detail && { detail } }
  await over()
  expect([closed.value, went, localStorage.getItem(remembered)]).toEqual([true, ['/in?ended'], null])
})

it('[AC2] a page that is open to all is loaded anew for whoever reads it, unless its device must be cleared', async () => {
  history.replaceState(null, '', '/p/abc')
  await over()
  expect([closed.value, went]).toEqual([true, ['again']])
  answer = { ok: false, code: 'signed_out', detail: 'wipe' }
  closed.value = false
  linkState.value = 'live'
  await over()
  expect(went).toEqual(['again', '/in?ended'])
})

it('[AC2] a page that is closed already goes nowhere else, and one whose person signed in again is loaded for them', async () => {
  closed.value = true
  await over()
  expect(went).toEqual([])
  closed.value = false
  linkState.value = 'live'
  answer = ann
  await over()
  expect(went).toEqual(['/'])
})

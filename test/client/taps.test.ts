import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { incident } from '../../client/core/incident.ts'
import { router } from '../../client/core/router.ts'
import { me } from '../../client/core/session.ts'
import { closed } from '../../client/core/sign-out.ts'
import { answerTaps } from '../../client/notices/taps.ts'

const serviceWorker = new EventTarget()
beforeEach(async () => {
  Object.defineProperty(navigator, 'serviceWorker', { value: serviceWorker, configurable: true })
  me.value = { id: 'ann', name: 'Ann', role: 'inspector' }
  for (const path of ['/', '/slip/:id']) router.addRoute({ path, component: {} })
  await router.push('/slip/s1?sel=issue/i1')
})
afterEach(() => {
  Reflect.deleteProperty(navigator, 'serviceWorker')
  vi.unstubAllGlobals()
  closed.value = false
  me.value = null
  history.replaceState(null, '', '/')
})

/** What the page answers to a tap, and the port that chooses it. */
function tapped(noticesOf: string) {
  const answers: unknown[] = []
  const port = { postMessage: (one: unknown) => answers.push(one), onmessage: () => {} }
  serviceWorker.dispatchEvent(Object.assign(new Event('message'), { data: { noticesOf }, ports: [port] }))
  return { answers, port }
}

it('[F88] [NT8] a tap on a push is answered by a page of that incident on which somebody is signed in, and the chosen page shows the notices over what is open', async () => {
  answerTaps()
  expect(tapped('another').answers).toEqual([])
  const { answers, port } = tapped(incident.value)
  expect([answers, router.currentRoute.value.query]).toEqual([['here'], { sel: 'issue/i1' }])
  const went = () => new Promise<string>(done => router.afterEach(to => done(to.fullPath)))
  const there = went()
  port.onmessage()
  expect(await there).toBe('/slip/s1?sel=issue/i1&notices=1')
  // On a phone only the first page has the bell.
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  const first = went()
  port.onmessage()
  expect(await first).toBe('/?notices=1')
  closed.value = true
  expect(tapped(incident.value).answers).toEqual([])
  closed.value = false
  history.replaceState(null, '', '/wall')
  expect(tapped(incident.value).answers).toEqual([])
  history.replaceState(null, '', '/')
  me.value = null
  expect(tapped('').answers).toEqual([])
})

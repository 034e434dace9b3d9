import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { linkState } from '../../client/core/board.ts'
import { router } from '../../client/core/router.ts'
import { followUpdates } from '../../client/core/updates.ts'

const pageOf = (build: string) => `<script type="module" src="/assets/index-${build}.js"></script>`
const worker = Object.assign(new EventTarget(), { update: vi.fn(async () => {}), getRegistration: async () => worker })
const reload = vi.fn()
let state = 'visible'

Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { handleDisabledFileLoadingAsSuccess: true })
beforeEach(() => {
  sessionStorage.clear()
  document.body.innerHTML = pageOf('a')
  vi.stubGlobal('fetch', async () => new Response(pageOf('b')))
  vi.stubGlobal('setInterval', () => 0)
  vi.spyOn(location, 'reload').mockImplementation(reload)
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => state as 'visible')
  Object.defineProperty(navigator, 'serviceWorker', { value: worker, configurable: true })
})
afterEach(() => {
  Reflect.deleteProperty(navigator, 'serviceWorker')
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('[F87] [LD14] a new build is looked for when the server is back; the page becomes it when it is hidden, and waits while it is read', async () => {
  linkState.value = 'offline'
  for (const path of ['/', '/inbox']) router.addRoute({ path, component: {} })
  await router.push('/')
  followUpdates()
  linkState.value = 'live'
  await nextTick()
  await vi.waitFor(() => expect(worker.update).toHaveBeenCalledTimes(1))
  worker.dispatchEvent(new Event('controllerchange'))
  await new Promise(wake => setTimeout(wake))
  expect(reload).not.toHaveBeenCalled()
  state = 'hidden'
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
  await router.push('/inbox')
  await new Promise(wake => setTimeout(wake))
  expect(reload).toHaveBeenCalledTimes(1)
})

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { pushAgain, startPush } from '../../client/device/push-here.ts'

/** A browser's half of pushes: one subscription at most, under one key, and what our pages send to the server. */
const bytes = (key: string) => Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), one => one.charCodeAt(0)).buffer
let subscribed: string | null
let registered: boolean
let done: string[]

beforeEach(() => {
  subscribed = null
  registered = false
  done = []
  const subscription = () => subscribed && {
    options: { applicationServerKey: bytes(subscribed) },
    unsubscribe: async () => {
      done.push(`unsubscribe ${subscribed}`)
      subscribed = null
      return true
    },
    toJSON: () => ({ endpoint: `https://push.example/${subscribed}`, keys: { p256dh: 'p', auth: 'a' } }),
  }
  const pushManager = {
    getSubscription: async () => subscription(),
    async subscribe({ applicationServerKey }: { applicationServerKey: string }) {
      if (subscribed && subscribed !== applicationServerKey) throw new DOMException('another key', 'InvalidStateError')
      subscribed = applicationServerKey
      return subscription()
    },
  }
  vi.stubGlobal('navigator', { ...navigator, serviceWorker: { getRegistration: async () => ({ pushManager }) } })
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' })
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: { method?: string, body?: string } = {}) => {
    done.push(`${method} ${path}${body ? ` ${(JSON.parse(body) as { endpoint: string }).endpoint}` : ''}`)
    return method === 'GET' ? Response.json({ key: 'b_-2', registered }) : new Response(null, { status: 204 })
  })
})
afterEach(() => vi.unstubAllGlobals())

const posted = 'POST /api/telling/push https://push.example/b_-2'

it('[NT8] a browser that is subscribed registers again after a new sign-in, and only then', async () => {
  await pushAgain()
  expect(done).toEqual([])
  subscribed = 'b_-2'
  await pushAgain()
  expect(done.splice(0)).toEqual(['GET /api/telling', posted])
  registered = true
  await pushAgain()
  expect(done.splice(0)).toEqual(['GET /api/telling'])
  registered = false
  vi.stubGlobal('Notification', { permission: 'denied' })
  await pushAgain()
  expect(done).toEqual([])
})

it('[NT8] a browser that is subscribed under another key of the server is subscribed anew', async () => {
  subscribed = 'a_-1'
  expect(await startPush('b_-2')).toBe(true)
  expect(done.splice(0)).toEqual(['unsubscribe a_-1', posted])
  subscribed = 'a_-1'
  registered = true
  await pushAgain()
  expect(done).toEqual(['GET /api/telling', 'unsubscribe a_-1', posted])
})

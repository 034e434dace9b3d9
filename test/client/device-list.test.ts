import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { me } from '../../client/core/session.ts'
import DeviceList from '../../client/device/DeviceList.vue'
import { who } from '../support/given.ts'

let asked: string[]
beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  me.value = { ...who.admin, name: 'Ada' }
  vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: RequestInit = {}) => {
    asked.push(`${method} ${path}`)
    return Response.json({ signedIn: [{ id: 'd1', name: 'x', signedInAt: 0, way: null, endsAt: 0, seenAt: null, connected: false, mine: false }], lost: [] })
  })
})
afterEach(() => {
  me.value = null
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The list of a person, after a minute in which nobody did anything. */
async function minuteOf(person: string) {
  const host = document.createElement('div')
  const app = createApp(DeviceList, { person })
  app.mount(host)
  await vi.advanceTimersByTimeAsync(61_000)
  return { host, app }
}

it('[AC11] the list of one\'s own devices is kept fresh', async () => {
  const { app } = await minuteOf(who.admin.id)
  expect(asked).toHaveLength(4)
  app.unmount()
  await vi.advanceTimersByTimeAsync(61_000)
  expect(asked).toHaveLength(4)
})

it('[AC11] another person\'s devices are read once, and again after each act, since each reading is recorded', async () => {
  const { host, app } = await minuteOf('p-9')
  expect(asked).toEqual(['GET /api/devices/of/p-9'])
  const end = host.querySelector('button')!
  end.click()
  await vi.advanceTimersByTimeAsync(0)
  host.querySelector('button')!.click()
  await vi.advanceTimersByTimeAsync(61_000)
  expect(asked.slice(1)).toEqual(['POST /api/devices/of/p-9/d1/end', 'GET /api/devices/of/p-9'])
  app.unmount()
})

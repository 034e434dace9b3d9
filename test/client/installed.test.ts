import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { refused, waiting } from '../../client/core/board.ts'
import { storage } from '../../client/core/storage.ts'
import { startInstalled } from '../../client/shell/installed.ts'

const badge = vi.fn(async (_count?: number) => {})
const persist = vi.fn(async () => true)
beforeAll(() => {
  waiting.value = 0
  refused.value = []
  vi.stubGlobal('navigator', { ...navigator, setAppBadge: badge, clearAppBadge: () => badge(0), serviceWorker: undefined, storage: { estimate: async () => ({ usage: 5, quota: 50 }), persisted: async () => persist.mock.calls.length > 0, persist } })
  startInstalled()
})
afterAll(() => {
  waiting.value = 0
  vi.unstubAllGlobals()
})

it('[F87] [LD13] the badge counts what waits, and storage is asked for once there is work on the device', async () => {
  expect(badge).toHaveBeenLastCalledWith(0)
  expect(persist).not.toHaveBeenCalled()
  waiting.value = 2
  await nextTick()
  expect(badge).toHaveBeenLastCalledWith(2)
  await vi.waitFor(() => expect(storage.value).toEqual({ used: 5, most: 50, kept: true }))
  refused.value = [{ command: { id: 'a', name: 'claimShift', args: {} }, at: 0, refusal: { ok: false, code: 'shift_full' } }]
  await nextTick()
  expect(badge).toHaveBeenLastCalledWith(3)
  waiting.value = 0
  refused.value = []
  await nextTick()
  expect(badge).toHaveBeenLastCalledWith(0)
  expect(persist).toHaveBeenCalledTimes(1)
})

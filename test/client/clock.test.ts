import fs from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchEffect } from 'vue'
import { watchPage } from '../../client/core/watch-page.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2022, 4, 23, 8, 42, 0) })
  vi.resetModules()
})
afterEach(() => {
  vi.useRealTimers()
  shown = 'visible'
})
let shown = 'visible'
Object.defineProperty(document, 'visibilityState', { get: () => shown, configurable: true })
afterAll(() => void Reflect.deleteProperty(document, 'visibilityState'))
function show(how: 'visible' | 'hidden'): void {
  shown = how
  document.dispatchEvent(new Event('visibilitychange'))
}

it('[SC1] values by the minute are computed once a minute, values by the second once a second', async () => {
  const { minute, now } = await import('../../client/core/clock.ts')
  let [minutes, seconds] = [0, 0]
  watchEffect(() => void (minute.value, minutes++), { flush: 'sync' })
  watchEffect(() => void (now.value, seconds++), { flush: 'sync' })
  vi.advanceTimersByTime(59_000)
  expect([minutes, seconds]).toEqual([1, 60])
  vi.advanceTimersByTime(1000)
  expect([minutes, seconds]).toEqual([2, 61])
  expect(minute.value).toBe(Date.UTC(2022, 4, 23, 8, 43))
})

it('[SC1] no screen creates its own clock', () => {
  const files = fs.readdirSync('client', { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:ts|vue)$/.test(file) && !file.endsWith(path.join('core', 'clock.ts')))
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter(file => /Math\.floor\((?:now|worldNow)\.value \/ 60_?000\)/.test(fs.readFileSync(path.join('client', file), 'utf8')))).toEqual([])
})

it('[DC1] a device whose clock is wrong shows and records the server\'s time from the first answer on, also after a start without a network', async () => {
  const server = Date.UTC(2022, 4, 23, 8, 42, 0)
  for (const wrong of [86_400_000, 180_000, -3_600_000]) {
    localStorage.clear()
    vi.resetModules()
    vi.setSystemTime(server + wrong)
    const clock = await import('../../client/core/clock.ts')
    expect(clock.nowExactly()).toBe(server + wrong)
    clock.followServer(server)
    expect([clock.nowExactly(), clock.worldNow.value]).toEqual([server, server])
    vi.advanceTimersByTime(60_000)
    expect(clock.minute.value).toBe(server + 60_000)
    clock.followServer(server + 58_000)
    expect(clock.nowExactly(), 'the way of an answer is no difference').toBe(server + 60_000)
    vi.resetModules()
    const again = await import('../../client/core/clock.ts')
    expect(again.nowExactly()).toBe(server + 60_000)
  }
  localStorage.clear()
})

it('[DC1] every answer over HTTP compares the clocks, a refusal too', async () => {
  const server = Date.UTC(2022, 4, 23, 8, 42, 0)
  vi.setSystemTime(server + 180_000)
  const { ask } = await import('../../client/core/http.ts')
  const { nowExactly } = await import('../../client/core/clock.ts')
  vi.stubGlobal('fetch', async () => new Response('{"ok":false,"code":"signed_out"}', { status: 401, headers: { 'content-type': 'application/json', 'date': new Date(server).toUTCString() } }))
  await ask('/api/session').catch(() => {})
  expect(nowExactly()).toBe(server)
  vi.unstubAllGlobals()
  localStorage.clear()
})

it('[SC2] a visible page checks its connection every ten seconds; a hidden one saves once and rests', () => {
  const called = { hidden: 0, seen: 0, online: 0, leaving: 0 }
  const count = (what: keyof typeof called) => () => void called[what]++
  watchPage({ hidden: count('hidden'), seen: count('seen'), online: count('online'), leaving: count('leaving') })
  vi.advanceTimersByTime(30_000)
  expect(called).toMatchObject({ seen: 3, hidden: 0 })
  show('hidden')
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(600_000)
  expect(called).toMatchObject({ seen: 3, hidden: 1 })
  show('visible')
  expect(called).toMatchObject({ seen: 4, hidden: 1 })
  vi.advanceTimersByTime(10_000)
  expect(called).toMatchObject({ seen: 5, hidden: 1 })
})

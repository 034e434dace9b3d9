import type { Router } from 'vue-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fetchAhead } from '../../client/core/ahead.ts'
import { linkState } from '../../client/core/board.ts'
import { draftPrefix } from '../../client/core/kept.ts'
import { followBuilds, newBuildWaits, partMissing, takeOver } from '../../client/core/new-build.ts'
import { idle, once } from '../../client/core/under-way.ts'

const pageOf = (build: string) => `<script type="module" src="/assets/index-${build}.js"></script>`
const reload = vi.fn()
let published: () => Promise<Response>
/** How often the page asked which build is published. */
let asked = 0

// The script of the page is named, not run.
Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { handleDisabledFileLoadingAsSuccess: true })
followBuilds({ onError: () => {}, afterEach: () => {} } as unknown as Router)
beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  newBuildWaits.value = false
  document.body.innerHTML = pageOf('a')
  published = async () => new Response(pageOf('b'))
  asked = 0
  vi.stubGlobal('fetch', () => {
    asked++
    return published()
  })
  vi.spyOn(location, 'reload').mockImplementation(reload)
})
afterEach(() => {
  reload.mockReset()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function type(text: string): void {
  const field = document.body.appendChild(document.createElement('textarea'))
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

it('[LD5] a missing part loads the page anew once for each build', async () => {
  await partMissing()
  await partMissing()
  expect(reload).toHaveBeenCalledTimes(1)
  published = async () => new Response(pageOf('c'))
  await partMissing()
  expect(reload).toHaveBeenCalledTimes(2)
})

it('[LD5] a new build is known by any of its scripts, since the first may stay the same', async () => {
  const withRuntime = (build: string) => `<script type="module" src="/assets/runtime-same.js"></script>${pageOf(build)}`
  document.body.innerHTML = withRuntime('a')
  published = async () => new Response(withRuntime('a'))
  await partMissing()
  expect(reload).not.toHaveBeenCalled()
  published = async () => new Response(withRuntime('b'))
  await partMissing()
  expect(reload).toHaveBeenCalledTimes(1)
})

it('[LD5] a missing part that nobody asked for reloads nothing', async () => {
  linkState.value = 'live'
  const failing = () => new Promise<void>((_resolve, fail) => {
    const payload = new TypeError('part missing')
    window.dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload }))
    fail(payload)
  })
  await new Promise<void>(done => fetchAhead([failing, failing, async () => done()], 0))
  await idle()
  expect(asked).toBe(0)
  await failing().catch(() => {})
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
})

it('[LD5] the page is loaded anew after what is under way, so that no form keeps a text that was sent', async () => {
  let text = '写好的'
  let kept = () => {}
  const sending = once('comment', () => new Promise<void>(done => kept = done)).then(() => text = '')
  const missing = partMissing()
  reload.mockImplementation(() => expect(text).toBe(''))
  await idle(0)
  expect(reload).not.toHaveBeenCalled()
  kept()
  await Promise.all([sending, missing])
  expect(reload).toHaveBeenCalledTimes(1)
})

it('[LD5] nothing is loaded anew without an answer, for an error, or where the page is of the published build', async () => {
  for (const answer of [() => Promise.reject(new TypeError('no network')), async () => new Response('', { status: 502 }), async () => new Response(pageOf('a'))]) {
    published = answer
    await partMissing()
  }
  expect(reload).not.toHaveBeenCalled()
})

it('[LD5] a text that no draft holds waits for the person; one that a draft holds does not', async () => {
  type('两人 "吵架"\n一次')
  await partMissing()
  expect([newBuildWaits.value, reload.mock.calls.length]).toEqual([true, 0])
  newBuildWaits.value = false
  localStorage.setItem(`${draftPrefix}x`, JSON.stringify({ text: '两人 "吵架"\n一次' }))
  await partMissing()
  expect([newBuildWaits.value, reload.mock.calls.length]).toEqual([false, 1])
})

it('[LD14] an open page becomes a new build once nothing typed stands on it, also where a draft holds the text', async () => {
  type('写了一半')
  localStorage.setItem(`${draftPrefix}x`, JSON.stringify({ text: '写了一半' }))
  expect([await takeOver(), reload.mock.calls.length]).toEqual([true, 0])
  document.body.innerHTML = `${pageOf('a')}<dialog open></dialog>`
  expect([await takeOver(), reload.mock.calls.length]).toEqual([true, 0])
  document.body.innerHTML = `${pageOf('a')}<input>`
  document.querySelector('input')?.focus()
  expect([await takeOver(), reload.mock.calls.length]).toEqual([true, 0])
  document.body.innerHTML = pageOf('a')
  expect([await takeOver(), reload.mock.calls.length]).toEqual([false, 1])
  expect([await takeOver(), reload.mock.calls.length]).toEqual([false, 1])
})

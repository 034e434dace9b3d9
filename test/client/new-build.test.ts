import type { Router } from 'vue-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draftPrefix } from '../../client/core/kept.ts'
import { followBuilds, newBuildWaits, partMissing } from '../../client/core/new-build.ts'

const pageOf = (build: string) => `<script type="module" src="/assets/index-${build}.js"></script>`
const reload = vi.fn()
let published: () => Promise<Response>

// The script of the page is named, not run.
Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { handleDisabledFileLoadingAsSuccess: true })
followBuilds({ onError: () => {}, afterEach: () => {} } as unknown as Router)
beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  newBuildWaits.value = false
  document.body.innerHTML = pageOf('a')
  published = async () => new Response(pageOf('b'))
  vi.stubGlobal('fetch', () => published())
  vi.spyOn(location, 'reload').mockImplementation(reload)
})
afterEach(() => {
  reload.mockClear()
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

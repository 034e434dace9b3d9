import { afterEach, expect, it, vi } from 'vitest'
import { createApp, h, nextTick } from 'vue'
import { freePlace } from '../../client/base/trouble/free-place.ts'
import ToastLine from '../../client/base/trouble/ToastLine.vue'
import { dismiss, shownToast, toast } from '../../client/core/toasts.ts'

afterEach(() => vi.useRealTimers())

const phone = { width: 390, height: 844 }
const box = { width: 240, height: 44 }
const tabs = { left: 0, top: 780, width: 390, height: 64, weight: 10 }
const bottom = (place: { top: number, height: number }) => place.top + place.height

it('[SC14] one message at a time: a later one takes the place of the earlier, whose end does not end it', () => {
  vi.useFakeTimers()
  toast('first', { label: 'undo', run: () => {} })
  vi.advanceTimersByTime(6_000)
  toast('second')
  expect(shownToast.value?.text).toBe('second')
  vi.advanceTimersByTime(6_000)
  expect(shownToast.value?.text).toBe('second')
  vi.advanceTimersByTime(6_000)
  expect(shownToast.value).toBeNull()
  toast('third')
  dismiss(shownToast.value?.id ?? 0)
  expect(shownToast.value).toBeNull()
})

it('[SC14] a message lies where it covers nothing in use: above the tab bar and the button over it, beside a panel', () => {
  expect(bottom(freePlace(box, phone, []))).toBe(844 - 12)
  expect(bottom(freePlace(box, phone, [tabs]))).toBeLessThanOrEqual(780)
  const report = { left: 16, top: 710, width: 358, height: 60, weight: 10 }
  expect(bottom(freePlace(box, phone, [tabs, report]))).toBeLessThanOrEqual(710)
  const panel = { left: 500, top: 60, width: 400, height: 700 }
  const place = freePlace(box, { width: 1000, height: 768 }, [panel])
  expect(place.left + place.width <= 500 || place.left >= 900 || bottom(place) <= 60 || place.top >= 760).toBe(true)
})

it('[SC14] a box that was measured in a page finds its place like any other', () => {
  const measured = new DOMRect(0, 0, box.width, box.height)
  expect(freePlace(measured, phone, [tabs])).toEqual(freePlace(box, phone, [tabs]))
})

it('[SC14] where everything is in use it covers rows rather than buttons', () => {
  const rows = { left: 0, top: 0, width: 390, height: 780, weight: 1 }
  expect(bottom(freePlace(box, phone, [rows, tabs]))).toBeLessThanOrEqual(780)
})

it('[SC14] a page that is made while a message is shown has it at its place at once, not at the corner', async () => {
  toast('saved')
  const root = document.body.appendChild(document.createElement('div'))
  const app = createApp({ render: () => h(ToastLine) })
  app.mount(root)
  await nextTick()
  const { left, top } = root.querySelector<HTMLElement>('.toast')!.style
  expect([left, top].map(Number.parseFloat).every(px => px >= 12)).toBe(true)
  app.unmount()
  root.remove()
})

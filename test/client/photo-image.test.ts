import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, h, nextTick } from 'vue'
import PhotoImage from '../../client/base/PhotoImage.vue'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function shown(src: string) {
  const root = document.createElement('div')
  const app = createApp({ render: () => h(PhotoImage, { src, alt: 'x' }, () => 'not here yet') })
  app.mount(root)
  return { app, root, image: () => root.querySelector('img')! }
}

it('[F28] a photo that has not arrived is requested again at growing intervals, and is shown when it arrives', async () => {
  const { root, image, app } = shown('/photos/i1/p1?thumb')
  expect(root.textContent).toBe('')
  for (const [wait, address] of [[1000, '/photos/i1/p1?thumb&try=1'], [2000, '/photos/i1/p1?thumb&try=2'], [4000, '/photos/i1/p1?thumb&try=3']] as const) {
    image().dispatchEvent(new Event('error'))
    await nextTick()
    expect(root.textContent).toBe('not here yet')
    await vi.advanceTimersByTimeAsync(wait - 1)
    expect(image().getAttribute('src')).not.toBe(address)
    await vi.advanceTimersByTimeAsync(1)
    expect(image().getAttribute('src')).toBe(address)
  }
  image().dispatchEvent(new Event('load'))
  await nextTick()
  expect(root.textContent).toBe('')
  app.unmount()
  expect(vi.getTimerCount()).toBe(0)
})

it('[F28] a photo that is no longer shown is not requested again', async () => {
  const { image, app } = shown('/photos/i1/p1')
  image().dispatchEvent(new Event('error'))
  app.unmount()
  expect(vi.getTimerCount()).toBe(0)
})

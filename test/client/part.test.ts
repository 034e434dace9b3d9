import { expect, it, vi } from 'vitest'
import { createApp, h } from 'vue'
import { part } from '../../client/core/part.ts'
import { shownToast } from '../../client/core/toasts.ts'

it('[FM5] a part that did not come is said so, and is fetched again at the next press', async () => {
  let network = false
  let asked = 0
  const loader = async () => {
    asked++
    if (!network) throw new TypeError('Failed to fetch dynamically imported module')
    return { render: () => h('p', 'here') }
  }
  const root = document.createElement('div')
  const app = createApp(part(loader))
  app.mount(root)
  await vi.waitFor(() => expect(shownToast.value?.text).toMatch(/没有取到|did not come/))
  expect(asked).toBe(1)
  document.body.click()
  const first = shownToast.value?.id
  await vi.waitFor(() => expect(asked).toBe(2))
  await vi.waitFor(() => expect(shownToast.value?.id).not.toBe(first))
  network = true
  document.body.click()
  await vi.waitFor(() => expect(root.textContent).toBe('here'))
  document.body.click()
  expect(asked).toBe(3)
  app.unmount()
})

import { afterEach, expect, it } from 'vitest'
import { createApp, h, nextTick, ref } from 'vue'
import ListFoot from '../../client/base/lists/ListFoot.vue'

afterEach(() => document.body.replaceChildren())

it('[SC18] the end of a list says that nothing is in it, or how many rows are left, and shows the next', async () => {
  const root = document.body.appendChild(document.createElement('div'))
  const [count, most] = [ref<number | null>(null), ref(50)]
  createApp({ render: () => h(ListFoot, { 'count': count.value, 'step': 100, 'none': 'Nobody found.', 'most': most.value, 'onUpdate:most': (to: number) => most.value = to }) }).mount(root)
  expect(root.textContent).toBe('')
  count.value = 0
  await nextTick()
  expect(root.textContent?.trim()).toBe('Nobody found.')
  count.value = 160
  await nextTick()
  expect(root.querySelector('button')?.textContent).toContain('110')
  root.querySelector('button')?.click()
  await nextTick()
  expect(most.value).toBe(150)
  expect(root.querySelector('button')?.textContent).toContain('10')
  root.querySelector('button')?.click()
  await nextTick()
  expect(root.querySelector('button')).toBeNull()
})

import { expect, it } from 'vitest'
import { createApp, h, nextTick, shallowRef } from 'vue'
import FormShell from '../../client/base/forms/FormShell.vue'

it('[FM4] an unusual value is asked about once: the first press asks, the second sends; another value is asked about again, a usual one is sent at once', async () => {
  HTMLDialogElement.prototype.showModal ??= () => {}
  const asks = shallowRef<string | undefined>('这个班次长 8772 小时，填对了吗？')
  let sent = 0
  const root = document.createElement('div')
  document.body.append(root)
  const app = createApp({ render: () => h(FormShell, { name: 'openShift', refusal: null, draft: false, asks: asks.value, onSend: () => void sent++ }) })
  app.mount(root)
  const press = async () => {
    root.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    for (let i = 0; i < 5; i++) await nextTick()
    return [sent, root.querySelector('[role=alert]')?.textContent?.trim()]
  }
  expect(await press()).toEqual([0, asks.value])
  expect(await press()).toEqual([1, asks.value])
  asks.value = '需要 500 人，填对了吗？'
  await nextTick()
  expect(root.querySelector('[role=alert]')).toBeNull()
  expect(await press()).toEqual([1, asks.value])
  asks.value = undefined
  await nextTick()
  expect(await press()).toEqual([2, undefined])
  app.unmount()
  root.remove()
})

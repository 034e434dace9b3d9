import { expect, it } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { fewFirst } from '../../client/duty/choose/few-first.ts'

it('[LD4] of many shifts, those on the first screen are judged at once, the others later', async () => {
  const list = shallowRef(Array.from({ length: 100 }, (_, i) => i))
  const scope = effectScope()
  const { some, whole } = scope.run(() => fewFirst(() => list.value))!
  expect([some.value.length, whole.value]).toEqual([12, false])
  await expect.poll(() => whole.value).toBe(true)
  expect(some.value).toEqual(list.value)
  // As many more as there are now.
  list.value = [...list.value, ...list.value]
  await nextTick()
  await expect.poll(() => whole.value).toBe(true)
  expect(some.value).toHaveLength(200)
  scope.stop()
})

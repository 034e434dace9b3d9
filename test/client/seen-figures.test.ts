import type { Me } from '../../shared/core/protocol.ts'
import { afterEach, expect, it } from 'vitest'
import { createApp, nextTick } from 'vue'
import { myTabs, tab } from '../../client/base/lists/filters.ts'
import { me } from '../../client/core/session.ts'
import NumbersStrip from '../../client/shell/desk/NumbersStrip.vue'

afterEach(() => void (me.value = null))

async function stripOf(role: Me['role'], more: Partial<Me> = {}): Promise<number> {
  me.value = { id: 'x', name: 'X', role, ...more } as Me
  const root = document.createElement('div')
  const app = createApp(NumbersStrip, { bars: false })
  app.mount(root)
  await nextTick()
  const shown = root.querySelectorAll('button').length
  app.unmount()
  return shown
}

it('[SC24] a person is shown only figures and lists of what they see: a contact of a place no number of issues, a volunteer those of shifts', async () => {
  expect(await stripOf('coordinator')).toBe(6)
  expect(myTabs.value).toEqual(['issue', 'place', 'shift', 'shortage', 'zone', 'announcement'])
  expect(await stripOf('volunteer', { approved: true })).toBe(1)
  expect([myTabs.value, tab.value]).toEqual([['shift', 'zone', 'announcement'], 'shift'])
  expect(await stripOf('contact', { place: 'p1' })).toBe(0)
  expect([myTabs.value, tab.value]).toEqual([['place', 'zone', 'announcement'], 'place'])
})

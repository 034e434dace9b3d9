import { afterEach, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { open } from '../../client/core/board.ts'
import { speak } from '../../client/core/language.ts'
import { me } from '../../client/core/session.ts'
import NotYours from '../../client/shell/frame/NotYours.vue'
import { small } from '../../client/shell/screen.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { facts, who } from '../support/given.ts'

let end = () => {}
afterEach(() => {
  end()
  me.value = null
  small.value = false
})

/** What an auditor sees who comes from a page that is closed to them to the map, which they have not. */
async function atTheMap() {
  await speak('en')
  me.value = { ...who.auditor, name: 'Zhao' }
  open({ replica: new Replica({ rules, actor: who.auditor, facts }), vault: { photos: async () => [] } as never, line: {} as never })
  const router = createRouter({ history: createMemoryHistory(), routes: ['/', '/help', '/audit', '/device', '/incidents'].map(path => ({ path, component: { render: () => null } })) })
  await router.push('/help')
  const at = document.body.appendChild(document.createElement('div'))
  const app = createApp(NotYours).use(router)
  app.mount(at)
  end = () => {
    app.unmount()
    at.remove()
  }
  expect(at.textContent).toContain('not open to your role')
  await router.push('/')
  return { at, router }
}

it('[AU8] an auditor at a desk comes to the log instead of the map', async () => {
  small.value = false
  const { router } = await atTheMap()
  await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/audit'), { timeout: 30_000 })
})

it('[AU8] on a phone an auditor has a list of their pages instead of the map, and signs out there', async () => {
  small.value = true
  const { at, router } = await atTheMap()
  await vi.waitFor(() => expect(at.querySelector('h2')?.textContent).toContain('Auditor'), { timeout: 30_000 })
  expect(router.currentRoute.value.path).toBe('/')
  expect([...at.querySelectorAll('ul a')].map(one => one.getAttribute('href'))).toEqual(['/device', '/incidents', '/audit'])
  expect([...at.querySelectorAll('button')].map(one => one.textContent.trim())).toEqual(['Sign out'])
})

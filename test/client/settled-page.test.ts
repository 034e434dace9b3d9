import { afterEach, expect, it, vi } from 'vitest'
import { createApp, nextTick } from 'vue'
import { open, ready } from '../../client/core/board.ts'
import { router } from '../../client/core/router.ts'
import { county as current, me } from '../../client/core/session.ts'
import SettledPage from '../../client/shell/settled/SettledPage.vue'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, make, noon, who } from '../support/given.ts'

afterEach(() => vi.unstubAllGlobals())

it('[SE4] the page lists what the server answers, a page at a time, opens a record, and says when there is no connection', async () => {
  const asked: string[] = []
  const inspection = (id: string) => make('inspection', { id, title: `visit ${id}`, state: 'done', finishedAt: noon, checkIn: null })
  let line = true
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    if (!line) throw new TypeError('no line')
    const answer = path.includes('after') ? { rows: [inspection('b')], next: null } : { rows: path.includes('kind=inspection') ? [inspection('a')] : [], next: path.includes('kind=inspection') ? '1~a' : null }
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } })
  })
  current.value = county
  me.value = { ...who.coordinator, name: 'Ann' }
  open({ replica: new Replica({ rules, actor: who.coordinator, facts }), vault: { photos: async () => [] } as never, line: {} as never })
  ready.value = true
  for (const path of ['/', '/settled']) router.addRoute({ path, component: { render: () => null } })
  await router.push('/settled?kind=inspection')
  const root = document.createElement('div')
  const app = createApp(SettledPage)
  app.use(router).mount(root)
  const rows = () => [...root.querySelectorAll<HTMLButtonElement>('.rows .row')].map(row => row.querySelector('b')?.textContent)
  await vi.waitFor(() => expect(rows()).toEqual(['visit a']), 30_000)
  root.querySelector<HTMLButtonElement>('section > .button')?.click()
  await vi.waitFor(() => expect(rows()).toEqual(['visit a', 'visit b']), 30_000)
  expect(root.querySelector('section > .button')).toBeNull()

  line = false
  await router.replace('/settled?kind=notice')
  await vi.waitFor(() => expect(root.querySelector('[role=status]')?.textContent).toMatch(/已办结的记录存在服务器上|kept on the server/), 30_000)
  line = true
  root.querySelector<HTMLButtonElement>('section > .button')?.click()
  await vi.waitFor(() => expect(root.querySelector('[role=status]')?.textContent).toMatch(/没有符合|No record fits/), 30_000)
  await router.replace('/settled?kind=inspection')
  await vi.waitFor(() => expect(rows()).toEqual(['visit a']), 30_000)
  root.querySelector<HTMLButtonElement>('.rows .row')?.click()
  await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/?sel=inspection/a'), 30_000)
  await nextTick()
  app.unmount()
  expect(asked.every(path => path.startsWith('/api/i/first/settled?kind='))).toBe(true)
})

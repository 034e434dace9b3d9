import { afterEach, expect, it, vi } from 'vitest'
import { createApp, h, useTemplateRef } from 'vue'
import { useMenu } from '../../client/base/menu.ts'
import { open, ready } from '../../client/core/board.ts'
import { loadCommands } from '../../client/core/my-commands.ts'
import { asLeft, router } from '../../client/core/router.ts'
import { county as current, me } from '../../client/core/session.ts'
import { useKeys } from '../../client/shell/frame/keys.ts'
import PageFrame from '../../client/shell/frame/PageFrame.vue'
import { small } from '../../client/shell/screen.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { pageNeeds } from '../../shared/pages.ts'
import { county } from '../support/county.ts'
import { facts, who } from '../support/given.ts'

await loadCommands('coordinator')

for (const path of Object.keys(pageNeeds)) router.addRoute({ path, component: { render: () => h('form', path) } })
const wasSmall = small.value
afterEach(() => {
  document.body.replaceChildren()
  small.value = wasSmall
  me.value = current.value = null
  ready.value = false
})

/** Shows a component in the page, as its browser would. */
function show(component: Parameters<typeof createApp>[0]) {
  const root = document.body.appendChild(document.createElement('div'))
  const app = createApp(component)
  app.use(router).mount(root)
  return { root, end: () => app.unmount() }
}
const press = (key: string, target: EventTarget = document.body) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
const at = () => router.currentRoute.value.path

it('[SC9] G and a letter open a page, but not while one types into a field', async () => {
  me.value = { ...who.coordinator, name: 'Ann' }
  await router.push('/')
  const keys = show({ setup: () => void useKeys(), render: () => h('input') })
  const field = keys.root.querySelector('input') ?? document.body
  const gone: string[] = []
  const stop = router.afterEach(to => void gone.push(to.path))
  for (const key of ['g', 's']) press(key, field)
  for (const key of ['s', 'g', 'i']) press(key)
  await vi.waitFor(() => expect(at()).toBe('/inbox'))
  expect(gone).toEqual(['/inbox'])
  stop()
  keys.end()
})

it('[SC9] the map is found again with its filters and what was open', async () => {
  await router.push('/?tab=place&sel=place/p1')
  await router.push('/posts')
  expect(asLeft('/')).toBe('/?tab=place&sel=place/p1')
})

it('[SC10] a menu closes with Esc, with a press beside it, and when another page opens', async () => {
  await router.push('/')
  const menu = show({
    setup() {
      const opened = useMenu(useTemplateRef('root'))
      return () => h('div', { ref: 'root' }, [h('button', { 'aria-expanded': opened.value, 'onClick': () => opened.value = true }), opened.value ? h('ul') : null])
    },
  })
  const closed = () => vi.waitFor(() => expect(menu.root.querySelector('ul')).toBeNull())
  const opens = async () => {
    menu.root.querySelector('button')?.click()
    await vi.waitFor(() => expect(menu.root.querySelector('ul')).not.toBeNull())
  }
  await opens()
  menu.root.querySelector('ul')?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  expect(menu.root.querySelector('ul')).not.toBeNull()
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  await closed()
  await opens()
  press('Escape')
  await closed()
  await opens()
  await router.push('/posts')
  await closed()
  menu.end()
})

it('[SC9] [LD7] a page that the role may not use says so, whatever its address; any other is made once the board is here', async () => {
  me.value = { ...who.unit, name: 'Una' }
  current.value = county
  small.value = true
  open({ replica: new Replica({ rules, actor: who.unit, facts }), vault: { photos: async () => [] } as never, line: {} as never })
  await router.push('/people')
  const page = show(PageFrame)
  await vi.waitFor(() => expect(page.root.textContent).toMatch(/这一页不对您的角色开放|not open to your role/), 30_000)
  expect(page.root.querySelector('form')).toBeNull()
  await router.push('/inbox')
  await vi.waitFor(() => expect(page.root.querySelector('.early')).not.toBeNull(), 30_000)
  expect(page.root.querySelector('form')).toBeNull()
  ready.value = true
  await vi.waitFor(() => expect(page.root.querySelector('form')?.textContent).toBe('/inbox'), 30_000)
  page.end()
})

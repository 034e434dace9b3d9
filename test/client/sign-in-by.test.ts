import type { ListedProvider } from '../../shared/people/login.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { ending } from '../../client/core/kept.ts'
import { speak } from '../../client/core/language.ts'
import { providerWords } from '../../client/people/provider-words.ts'
import { providers } from '../../client/people/providers.ts'
import ProviderSignIn from '../../client/people/ProviderSignIn.vue'
import { loginTroubles } from '../../shared/people/login.ts'

let went: string[]
let asked: string[]
let offered: readonly ListedProvider[]
let answer: { status: number, body: object }
let end = () => {}
beforeEach(async () => {
  await speak('zh')
  went = []
  asked = []
  offered = [{ id: 'oidc', name: '粤政通', leave: 'https://sso.example/end' }]
  answer = { status: 200, body: { to: 'https://sso.example/authorize' } }
  providers.value = []
  vi.spyOn(location, 'assign').mockImplementation(to => void went.push(String(to)))
  vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: RequestInit = {}) => {
    asked.push(`${method} ${path}`)
    if (method === 'GET') return Response.json(offered)
    return method === 'DELETE' ? Response.json({ ok: true }) : Response.json(answer.body, { status: answer.status })
  })
})
afterEach(() => {
  end()
  history.replaceState(null, '', '/')
  localStorage.clear()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

async function shown(address = '/in') {
  history.replaceState(null, '', address)
  const root = document.createElement('div')
  document.body.append(root)
  const app = createApp(ProviderSignIn)
  app.mount(root)
  end = () => {
    app.unmount()
    root.remove()
  }
  await vi.waitFor(() => expect(asked).toContain('GET /api/session/with'))
  await new Promise(done => setTimeout(done))
  return { root, alert: () => root.querySelector('[role=alert]')?.textContent?.trim(), press: () => root.querySelector('button')?.click() }
}

it('[F91] [SO6] each way has its button, and a link that signs out there; where there is none the page says nothing of it', async () => {
  const { root, press } = await shown()
  expect([root.querySelector('button')?.textContent?.trim(), root.querySelector('a')?.href]).toEqual(['用“粤政通”登录', 'https://sso.example/end'])
  press()
  await vi.waitFor(() => expect(went).toEqual(['https://sso.example/authorize']))
  end()
  offered = []
  providers.value = []
  expect((await shown()).root.textContent).toBe('')
})

it('[F91] [SO4] each reason has a sentence in both languages, and a word that is no reason has none', async () => {
  for (const lang of ['zh', 'en'] as const) {
    await speak(lang)
    const said = Object.values(providerWords.value.troubles('X'))
    expect([said.length, new Set(said).size]).toEqual([loginTroubles.length, loginTroubles.length])
  }
  await speak('zh')
  const { alert } = await shown('/in?no=stranger')
  expect(alert()).toBe('“粤政通”认得您，但这里没有账号登记过您。请找管理员登记，或用登录链接进入。')
  end()
  expect((await shown('/in?no=constructor')).alert()).toBeUndefined()
})

it('[F91] [SO4] a provider that does not answer is said, and the button can be pressed again', async () => {
  answer = { status: 503, body: { ok: false, code: 'busy', detail: 'away' } }
  const { alert, press } = await shown()
  press()
  await vi.waitFor(() => expect(alert()).toContain('现在没有回应'))
  answer = { status: 200, body: { to: 'https://sso.example/2' } }
  press()
  await vi.waitFor(() => expect(went).toEqual(['https://sso.example/2']))
})

it('[F91] [AC8] a sign-out that the server has not heard of is sent first, or it would end the new session', async () => {
  localStorage.setItem(ending, 'yes')
  const { press } = await shown()
  press()
  await vi.waitFor(() => expect(went).toHaveLength(1))
  expect(asked.slice(1)).toEqual(['DELETE /api/session', 'POST /api/session/with/oidc'])
})

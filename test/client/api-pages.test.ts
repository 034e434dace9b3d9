import { afterEach, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { commandsOf, exampleOf, fieldsOf, kindsOf } from '../../client/api/document.ts'
import ReferencePage from '../../client/api/ReferencePage.vue'
import TokensPage from '../../client/api/TokensPage.vue'
import { open, ready } from '../../client/core/board.ts'
import { speak } from '../../client/core/language.ts'
import { router } from '../../client/core/router.ts'
import { county as current, me } from '../../client/core/session.ts'
import { loadDeeds } from '../../client/deeds.ts'
import { Replica } from '../../client/sync/replica.ts'
import { openApi } from '../../server/api/openapi.ts'
import { commands } from '../../shared/commands.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, who } from '../support/given.ts'

const document_ = JSON.parse(openApi()) as Parameters<typeof commandsOf>[0]
let end = () => {}
afterEach(() => {
  end()
  vi.unstubAllGlobals()
})

/** The page on a screen, with a server that answers what it is given. */
async function shown(page: typeof TokensPage | typeof ReferencePage, answers: (path: string, method: string, body: string) => unknown) {
  await speak('en')
  await loadDeeds()
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body = '' }: { method?: string, body?: string } = {}) => Response.json(answers(path, method, body) ?? []))
  current.value = county
  me.value = { ...who.admin, name: 'Ada' }
  open({ replica: new Replica({ rules, actor: who.admin, facts }), vault: { photos: async () => [] } as never, line: {} as never })
  ready.value = true
  const at = document.body.appendChild(document.createElement('div'))
  const app = createApp(page).use(router)
  app.mount(at)
  end = () => {
    app.unmount()
    at.remove()
  }
  return at
}

it('[F93] [AP4] the reference lists every command and kind of the document with the words of the screens, and draws the fields and a call of the one that is opened', async () => {
  const at = await shown(ReferencePage, () => document_)
  const entries = () => [...at.querySelectorAll('li > details')]
  await vi.waitFor(() => expect(entries()).toHaveLength(commandsOf(document_).length), { timeout: 30_000 })
  const report = entries().find(one => one.querySelector('code')?.textContent === 'reportIssue') as HTMLDetailsElement
  await vi.waitFor(() => expect(report.querySelector('b')?.textContent).toBe('Report an issue'), { timeout: 30_000 })
  expect(report.querySelector('table')).toBeNull()
  report.open = true
  report.dispatchEvent(new Event('toggle'))
  await vi.waitFor(() => expect([...report.querySelectorAll('tbody tr')].map(row => row.querySelector('code')?.textContent?.replace('[]', ''))).toEqual(Object.keys(commands.reportIssue.args.entries)), { timeout: 30_000 })
  expect(report.querySelector('pre')?.textContent).toContain('/incidents/first/commands/reportIssue')
  const find = at.querySelector('input[type=search]') as HTMLInputElement
  find.value = 'no such word'
  find.dispatchEvent(new Event('input'))
  await vi.waitFor(() => expect(at.textContent).toContain('Try another word'), { timeout: 30_000 })
})

it('[F93] [AP1] the page of tokens shows a new secret until it was kept, and none again', async () => {
  const made: unknown[] = []
  const at = await shown(TokensPage, (path, method, body) => {
    if (path !== '/api/tokens' || method === 'GET') return []
    made.push(JSON.parse(body))
    return { id: 'k1', secret: 'yixian_secret' }
  })
  const name = at.querySelector('input') as HTMLInputElement
  name.value = 'Bureau'
  name.dispatchEvent(new Event('input'))
  at.querySelector('form')?.dispatchEvent(new Event('submit'))
  await vi.waitFor(() => expect(at.querySelector('[role=status] code')?.textContent).toBe('yixian_secret'), { timeout: 30_000 })
  expect(made).toEqual([{ name: 'Bureau', role: 'coordinator', townships: [], unit: null, commands: [], endsAt: expect.any(Number) }])
  expect(at.querySelector('form')).toBeNull()
  const buttons = [...at.querySelectorAll('button')]
  buttons.find(one => one.textContent?.includes('I have kept it'))?.click()
  await vi.waitFor(() => expect(at.innerHTML).not.toContain('yixian_secret'), { timeout: 30_000 })
})

it('[F93] [AP4] an example has the fields that a command needs, and every kind has its fields', () => {
  const report = commandsOf(document_).find(({ name }) => name === 'reportIssue')
  expect(exampleOf(report?.schema ?? {}, 'north')).toMatchObject({ issue: 'x1', severity: 'immediate', township: 'north' })
  expect(kindsOf(document_).filter(({ schema }) => !fieldsOf(schema).length)).toEqual([])
  const fields = fieldsOf(report?.schema ?? {})
  expect(fields.find(({ path }) => path === 'photos[]')).toMatchObject({ list: true, required: false, limits: '[… 9]' })
  expect(fields.find(({ path }) => path === 'title')).toMatchObject({ type: 'string', required: true, limits: '1 … 80' })
})

import type { ToWriter } from '../../client/base/transfer/write-sheet.worker.ts'
import type { Person } from '../../client/people/people.ts'
import type { ListedProvider } from '../../shared/people/login.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { open, ready } from '../../client/core/board.ts'
import { speak } from '../../client/core/language.ts'
import { router } from '../../client/core/router.ts'
import { county as current, me } from '../../client/core/session.ts'
import PeoplePage from '../../client/people/PeoplePage.vue'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { noChoice } from '../../shared/notices/ways.ts'
import { county } from '../support/county.ts'
import { facts, who } from '../support/given.ts'

/** Stands in for the browser's worker, which happy-dom lacks. */
class OneWorker {
  static rows: (readonly unknown[])[] = []
  onmessage?: (event: { data: unknown }) => void
  postMessage(message: ToWriter): void {
    if ('rows' in message) OneWorker.rows.push(...message.rows)
    else this.onmessage?.({ data: { file: new Blob(['x']) } })
  }

  terminate(): void {}
}

let asked: string[]
let all: Person[]
let offered: ListedProvider[]
let end = () => {}
beforeEach(async () => {
  await speak('zh')
  asked = []
  offered = []
  all = [
    { id: 'wang', name: '王一', phone: '13900000001', role: 'volunteer', township: 'north', disabled: false, signedIn: 0 },
    { id: 'li', name: '李二', phone: '13900000002', role: 'officer', township: 'south', disabled: false, signedIn: null },
  ]
  OneWorker.rows = []
  vi.stubGlobal('Worker', OneWorker)
  // The server: a list of people, and what is asked of it.
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: { method?: string, body?: string } = {}) => {
    if (path === '/api/session/with') return Response.json(offered)
    if (method === 'GET') return Response.json(all)
    asked.push(`${path} ${body ?? ''}`.trim())
    const [, id, act] = /people\/(\w+)\/?(\w*)/.exec(path) ?? []
    const change = act === '' ? JSON.parse(body ?? '{}') : act === 'disable' ? { disabled: true } : act === 'forget' ? { name: '', phone: '' } : {}
    all = all.map(one => one.id === id ? { ...one, ...change, township: one.township } : one)
    if (act !== 'copy') return new Response(null, { status: 204 })
    const { name, phone } = all.find(one => one.id === id)!
    return Response.json({ name, phone, skills: ['medic'], trained: [], devices: [{ device: 'Android Chrome', seenAt: null }], logins: { oidc: 'wang.yi' }, told: { ...noChoice, mail: 'wang@example.org', usual: ['mail'], except: { swapDeclined: ['sms'] } }, pushes: 1, readings: [{ act: 'add', at: 0, own: false }] })
  })
  current.value = county
  me.value = { ...who.admin, name: 'Ada' }
  open({ replica: new Replica({ rules, actor: who.admin, facts }), vault: { photos: async () => [] } as never, line: {} as never })
  ready.value = true
})
afterEach(() => {
  end()
  vi.unstubAllGlobals()
  me.value = null
  current.value = null
  ready.value = false
})

async function page() {
  for (const path of ['/', '/people', '/certificate/:person']) router.addRoute({ path, component: { render: () => null } })
  await router.push('/people')
  const root = document.createElement('div')
  document.body.append(root)
  const app = createApp(PeoplePage)
  app.use(router).mount(root)
  end = () => {
    app.unmount()
    root.remove()
  }
  const rows = () => [...root.querySelectorAll('.list > ul > li')]
  const names = () => rows().map(row => row.querySelector('b')?.textContent)
  await vi.waitFor(() => expect(names()).toEqual(['王一', '李二']))
  const press = (words: string, of: string) => {
    const button = [...rows().find(row => row.textContent?.includes(of))?.querySelectorAll('button') ?? []].find(one => one.textContent?.trim() === words)
    if (!button) throw new Error(`no button ${words}`)
    button.click()
  }
  return { root, rows, names, press }
}

it('[AC13] an administrator finds somebody by name, phone or role, and the address keeps nothing of it', async () => {
  const { root, names } = await page()
  const find = root.querySelector<HTMLInputElement>('input[type=search]')!
  for (const [text, found] of [['李', ['李二']], ['志愿者', ['王一']], ['13900000002', ['李二']], ['赵', []], ['', ['王一', '李二']]] as const) {
    find.value = text
    find.dispatchEvent(new Event('input'))
    await vi.waitFor(() => expect(names(), text).toEqual(found))
  }
  expect(router.currentRoute.value.fullPath).toBe('/people')
})

it('[AC13] an administrator corrects a person in place, and the list shows it', async () => {
  const { rows, names, press } = await page()
  press('修改', '王一')
  const form = await vi.waitUntil(() => rows()[0]?.querySelector('form'))
  const name = form.querySelector('input')!
  expect(name.value).toBe('王一')
  name.value = '王依'
  name.dispatchEvent(new Event('input'))
  form.dispatchEvent(new Event('submit'))
  await vi.waitFor(() => expect(names()).toEqual(['王依', '李二']))
  expect(asked).toEqual([expect.stringContaining('/api/people/wang {"name":"王依","phone":"13900000001","role":"volunteer"')])
  expect(rows()[0]?.querySelector('form')).toBeNull()
})

it('[F91] [SO1] an administrator puts by what a provider knows somebody, and only that is sent which changed', async () => {
  offered = [{ id: 'oidc', name: '粤政通', leave: null }]
  all = [{ ...all[0]!, logins: { oidc: 'old' } }, all[1]!]
  const { rows, press } = await page()
  const saved = async (name: string) => {
    press('修改', '王一')
    const form = await vi.waitUntil(() => rows()[0]?.querySelector('form'))
    const field = await vi.waitUntil(() => [...form.querySelectorAll('label')].find(label => label.textContent?.includes('“粤政通”中的账号'))?.querySelector('input'))
    field.value = name
    field.dispatchEvent(new Event('input'))
    form.dispatchEvent(new Event('submit'))
    await vi.waitFor(() => expect(rows()[0]?.querySelector('form')).toBeNull())
    return asked.pop()
  }
  expect(await saved('old')).not.toContain('logins')
  expect(await saved('wang.yi')).toContain('"logins":{"oidc":"wang.yi"}')
})

it('[AC13] the copy of somebody\'s data is an Excel file with everything that is kept, also how they are told', async () => {
  const { press } = await page()
  press('本人信息副本', '王一')
  // The rows go to the worker in several parts; this one is the last.
  await vi.waitFor(() => expect(OneWorker.rows.filter(([what]) => what === '记录')).toHaveLength(1))
  const told = OneWorker.rows.filter(([what]) => what === '怎样提醒本人').map(([, content]) => content)
  expect(told).toEqual(['wang@example.org', '默认方式 邮件', '换班被谢绝 短信', '1 台设备会收到通知'])
  expect(asked).toEqual(['/api/people/wang/copy {}'])
  for (const [what, content] of [['姓名', '王一'], ['电话', '13900000001'], ['技能和培训', 'medic'], ['设备', 'Android Chrome'], ['统一登录账号', 'wang.yi']] as const) expect(OneWorker.rows).toContainEqual([what, expect.stringContaining(content)])
})

it('[AC13] somebody is deleted after their account was ended, and each of both acts asks once', async () => {
  const { rows, press } = await page()
  expect(rows()[0]?.textContent).not.toContain('删除个人信息')
  press('停用', '王一')
  await vi.waitFor(() => expect(rows()[0]?.querySelector('[role=alert]')?.textContent).toContain('王一'))
  expect(asked).toEqual([])
  press('停用', '王一')
  await vi.waitFor(() => expect(rows()[0]?.textContent).toContain('删除个人信息'))
  press('删除个人信息', '王一')
  await vi.waitFor(() => expect(rows()[0]?.querySelector('[role=alert]')?.textContent).toContain('永久删除 王一'))
  expect(asked).toEqual(['/api/people/wang/disable'])
  press('删除个人信息', '王一')
  await vi.waitFor(() => expect(rows()[0]?.querySelector('b')?.textContent).toBe('（个人信息已删除）'))
  expect(asked).toEqual(['/api/people/wang/disable', '/api/people/wang/forget {}'])
  // Nothing is left to copy, and nobody to enable.
  expect([...rows()[0]?.querySelectorAll('button') ?? []].map(one => one.textContent?.trim())).toEqual(['修改', '设备'])
})

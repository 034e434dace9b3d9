import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { report } from './hand.ts'
import { boardsKept, pagesKept } from './kept.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

type Visitor = Awaited<ReturnType<Stage['come']>>
type Page = Visitor['page']

async function signOut(page: Page): Promise<void> {
  await page.locator('.account > button').click()
  await page.getByRole('button', { name: '退出登录' }).click()
}

it('[AC8] signing out offline takes effect at once, after a reload, in every tab, and on the server at the next contact before anything else', async () => {
  const ann = await board.come('coordinator', { serviceWorkers: 'allow' })
  await pagesKept(ann.page)
  const second = await ann.context.newPage()
  await second.goto(`${ann.cable.address}/`)
  await second.locator('[data-link="live"]').first().waitFor()
  expect(await boardsKept(ann.page)).toMatchObject({ last: expect.stringContaining(ann.person.id) })
  const [session] = await ann.context.cookies()

  await ann.context.setOffline(true)
  ann.cable.pull()
  await signOut(ann.page)
  await ann.page.getByRole('heading', { name: '已在这台设备上退出登录' }).waitFor()
  await second.getByRole('heading', { name: '已在这台设备上退出登录' }).waitFor()
  expect(await seriousFaults(ann.page)).toEqual([])
  expect(await boardsKept(ann.page)).toEqual({ boards: 0, last: null })
  await ann.page.goto(`${ann.cable.address}/`)
  await ann.page.getByRole('heading', { name: '已在这台设备上退出登录' }).waitFor()
  await ann.page.goBack()
  await ann.page.getByRole('heading', { name: '已在这台设备上退出登录' }).waitFor()
  // The server has not heard of it.
  expect(board.board.accounts.actor(session?.value)?.id).toBe(ann.person.id)

  await second.close()
  const asked: string[] = []
  ann.page.on('request', request => request.url().includes('/api/') && asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
  ann.cable.plug()
  await ann.context.setOffline(false)
  await ann.page.getByRole('heading', { name: '请用登录链接进入' }).waitFor()
  expect(asked[0]).toBe('DELETE /api/session')
  expect(board.board.accounts.actor(session?.value)).toBeNull()
  expect(await ann.context.cookies()).toEqual([])
  await ann.page.goto(`${ann.cable.address}/`)
  await ann.page.getByRole('heading', { name: '请用登录链接进入' }).waitFor()
  expect(ann.errors).toEqual([])
  await ann.context.close()
})

it('[AC8] unsent work survives signing out offline, hidden, and is sent when its author is back', async () => {
  const ina = await board.come('inspector', { serviceWorkers: 'allow' })
  await pagesKept(ina.page)
  await ina.context.setOffline(true)
  ina.cable.pull()
  await ina.page.locator('[data-link="offline"]').first().waitFor()
  await report(ina.page, '良垌镇南桥小学', '退出之前写的')
  await ina.page.locator('.account > button').click()
  await ina.page.getByRole('button', { name: '退出登录' }).click()
  await ina.page.getByText('还有 1 条没有发出').waitFor()
  await ina.page.getByRole('button', { name: '退出登录' }).click()
  await ina.page.getByRole('heading', { name: '已在这台设备上退出登录' }).waitFor()
  ina.cable.plug()
  await ina.context.setOffline(false)
  await ina.page.getByRole('heading', { name: '请用登录链接进入' }).waitFor()
  const found = () => [...board.board.authority.board.all('issue')].find(({ title }) => title === '退出之前写的')
  expect(found()).toBeUndefined()
  await ina.page.goto(`${ina.cable.address}/in#${board.board.accounts.invite(ina.person.id, 1)}`)
  await expect.poll(found).toBeDefined()
  expect((await board.board.store.history('issue', found()?.id ?? '', 1))[0]?.actor).toBe(ina.person.id)
  expect(ina.errors).toEqual([])
  await ina.context.close()
})

it('[AC8] when another person signs in on a device, the open pages of the earlier one become theirs', async () => {
  const ann = await board.come('coordinator')
  const ina = board.board.accounts.list().find(one => one.role === 'inspector')!
  const other = await ann.context.newPage()
  await other.goto(`${ann.cable.address}/in#${board.board.accounts.invite(ina.id, 1)}`)
  await other.locator('[data-link="live"]').first().waitFor()
  await expect.poll(() => ann.page.evaluate(() => localStorage.getItem('yixian:last'))).toContain(ina.id)
  await ann.page.getByText(ina.name).first().waitFor()
  await ann.page.locator('[data-link="live"]').first().waitFor()
  expect(ann.errors).toEqual([])
  await ann.context.close()
})

it('[AC8] starting offline does not show a session that ended elsewhere', async () => {
  const ann = await board.come('coordinator', { serviceWorkers: 'allow' })
  await pagesKept(ann.page)
  board.board.accounts.signOut((await ann.context.cookies())[0]!.value)
  await ann.page.reload()
  await ann.page.getByRole('heading', { name: '请用登录链接进入' }).waitFor()
  await ann.context.setOffline(true)
  ann.cable.pull()
  await ann.page.goto(`${ann.cable.address}/`)
  await ann.page.getByRole('heading', { name: '请用登录链接进入' }).waitFor()
  await ann.context.close()
})

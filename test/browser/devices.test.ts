import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rawStorage } from './raw-storage.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, geolocation: { longitude: 110.42215, latitude: 21.50485, accuracy: 9 }, permissions: ['geolocation'] }

it('[F87] [AC10] [AC12] [D14] a phone signs in by the code at a desk; reported lost, it clears its queue, drafts and board at its next contact, says so, and keeps what is another person\'s', async () => {
  const desk = await board.come('inspector', { at: '/device' })
  const { accounts } = board.board
  const answer = desk.page.waitForResponse(response => response.url().endsWith('/api/devices/code'))
  await desk.page.getByRole('button', { name: '在手机上登录' }).click()
  const { secret } = await (await answer).json() as { secret: string }
  await desk.page.getByRole('img', { name: '登录二维码' }).waitFor()
  const who = accounts.list().find(one => one.role === 'coordinator')!.id
  const { person } = desk
  const { page, context, cable, errors } = await board.come('volunteer', { ...phone, at: '/device' })
  await page.goto(`${cable.address}/in#${secret}`)
  await desk.page.getByText(/已登录：Chrome/).waitFor()
  expect(await desk.page.getByRole('img', { name: '登录二维码' }).count()).toBe(0)

  await page.waitForURL(`${cable.address}/`)
  await page.goto(`${cable.address}/?do=report`)
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '通风不良' }).waitFor()
  await page.evaluate(other => localStorage.setItem(`yixian:draft:${other}:announce`, '{"text":"别人的草稿"}'), who)
  cable.pull()
  await form.getByRole('button', { name: '通风不良' }).tap()
  await form.getByRole('button', { name: '发送' }).tap()
  await page.getByText('1 条待发送').first().waitFor()
  await page.getByRole('button', { name: '上报' }).first().tap()
  await form.getByPlaceholder('一句话说清哪里不对').fill('还没写完')
  await expect.poll(async () => (await rawStorage(page)).includes(`${person.id}:reportIssue`)).toBe(true)

  const mine = desk.page.locator('section.panel').filter({ has: desk.page.getByRole('heading', { name: '我登录的设备' }) })
  const wipe = mine.getByRole('button', { name: '退出并清除' }).first()
  await wipe.click()
  await mine.getByText('没发出的内容找不回来').waitFor()
  await wipe.click()
  await mine.getByText('等它联网后清除').waitFor()
  cable.plug()
  await page.getByRole('heading', { name: '已被远程退出并清除' }).waitFor()
  await page.getByText('没发出的内容 1 条、照片 0 张、草稿 1 份。').waitFor()

  const raw = await rawStorage(page)
  // The volunteer who used this phone before still has a key here.
  expect([raw.includes('别人的草稿'), raw.match(/key false/g)?.length, raw.includes(`draft:${person.id}`), raw.includes('yixian:last')]).toEqual([true, 1, false, false])
  const [, ...stores] = raw.split(/^store /m)
  const mineStores = stores.filter(one => one.startsWith(`yixian-sealed-${person.id} `)).map(one => one.split('\n').slice(1).join('').trim())
  expect(mineStores).toEqual(['', '', '', '', ''])
  await desk.page.reload()
  await mine.getByText('没发出的内容 1 条、照片 0 张、草稿 1 份').waitFor()
  expect([...board.board.authority.board.all('issue')].some(one => one.title === '通风不良' && one.foundBy === person.id)).toBe(false)
  expect([...errors, ...desk.errors]).toEqual([])
  await Promise.all([context.close(), desk.context.close()])
})

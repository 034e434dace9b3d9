import type { Stage } from './stage.ts'
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const care = () => board.board.incidents.all()[0]!.care

it('[F54] [F55] [CA6] [AC8] one tap without a network is kept, warned of at sign-out, sent later, and counts once', async () => {
  const { page, cable, errors, context } = await board.come('gridWorker', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.getByRole('radio', { name: /七天内/ }).check({ force: true })
  // Its part is here before the network goes.
  await page.getByRole('button', { name: '我的' }).tap()
  await page.getByRole('button', { name: '退出登录' }).waitFor()
  await page.getByRole('button', { name: '今日需求' }).tap()
  const rows = page.locator('[data-need]')
  await rows.first().waitFor()
  const before = await rows.count()
  const [reader] = board.board.accounts.list().filter(one => one.role === 'gridWorker')
  const mine = care().rights.reader({ id: reader!.id, role: 'gridWorker', grid: reader!.grid! })
  const due = () => care().needs.due(mine, Date.now() * 2)
  const [first] = due()
  cable.pull()
  await page.locator('[data-link="live"]').first().waitFor({ state: 'detached' })
  await rows.first().getByRole('button', { name: '完成' }).tap()
  await page.getByText('1 条登记等待发送').waitFor()
  expect(await rows.count()).toBe(before - 1)
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(kept).toContain(first!.id)
  expect(kept).not.toContain(first!.name)
  await page.getByRole('button', { name: '我的' }).tap()
  await page.getByRole('button', { name: '退出登录' }).tap()
  await page.getByText('还有 1 条没有发出').waitFor()
  expect(due()[0]?.id).toBe(first!.id)

  cable.plug()
  await expect.poll(() => due().some(one => one.id === first!.id && one.dueAt === first!.dueAt), { timeout: 30_000 }).toBe(false)
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('yixian:care-done')).length)).toBe(0)
  const acts = care().people.open(mine, first!.person, { reason: 'visit', words: '' }).acts
  expect(acts.map(({ how, by }) => [how, by])).toEqual([['done', reader!.id]])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F53] [CA14] a list of people is entered on one screen, the same list adds nothing, and nothing of it is left on the device or in the address', async () => {
  const { page, context, errors } = await board.come('officer', { who: 'p-off-440881103', at: '/care/import' })
  const grid = [...board.board.authority.board.all('grid')].find(one => one.township === '440881103')!.name
  const file = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF姓名,电话,人群,网格\n演练甲某,13900000001,重残人员,${grid}\n演练乙某,13900000002,孕妇,${grid}\n,13900000003,孕妇,${grid}`) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('可导入 1 人').waitFor()
  await page.getByText('1 行有问题').waitFor()
  await page.getByLabel(/人群 “重残人员/).selectOption('失能人员')
  await page.getByRole('button', { name: /^确认/ }).click()
  await page.getByRole('button', { name: '导入 2 人' }).click()
  await page.getByText('已登记 2 人').waitFor()
  await page.getByRole('button', { name: '导入 2 人' }).click()
  await page.getByText('2 人早已登记').waitFor()
  const left = await page.evaluate(async () => {
    const bases = await indexedDB.databases()
    const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), location.href]
    for (const { name } of bases) {
      const base = await new Promise<IDBDatabase>(done => void (indexedDB.open(name!).onsuccess = event => done((event.target as IDBOpenDBRequest).result)))
      for (const store of base.objectStoreNames) texts.push(JSON.stringify(await new Promise(done => void (base.transaction(store).objectStore(store).getAll().onsuccess = event => done((event.target as IDBRequest).result)))))
      base.close()
    }
    return texts.join('\n')
  })
  for (const secret of ['演练甲某', '演练乙某', '13900000001', '13900000002', '重残人员']) expect(left).not.toContain(secret)
  expect(JSON.stringify([...board.board.authority.board.all('listWord')])).not.toContain('重残')
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

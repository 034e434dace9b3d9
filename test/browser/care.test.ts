import type { Stage, Visitor } from './stage.ts'
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { carePlan } from '../../server/care/schema.ts'
import { seriousFaults } from './axe.ts'
import { bytesOf } from './download.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
/** How far the server's clock is ahead of the machine's, in milliseconds. */
let ahead = 0
beforeAll(async () => board = await stage('drill', { now: () => Date.now() + ahead }))
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
  await expect.poll(() => rows.count()).toBe(before - 1)
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

it('[F57] [F97] [CA12] [CA15] [CA16] a person is found, copied after a new sign-in link, corrected and deleted; the log tells it; the register ends, and its certificate is printed', async () => {
  const { page, context, errors, person } = await board.come('coordinator', { who: 'p-coord-1', at: '/care' })
  const register = care()
  const lead = register.rights.reader({ id: person.id, role: 'coordinator' })
  const [grid] = [...board.board.authority.board.all('grid')]
  register.people.add(lead, [{ id: 'asks-1', township: grid!.township, grid: grid!.id, groups: ['alone'], name: '演练申请人', phone: '13900006606', number: '', address: '演练路1号', kin: '', kinPhone: '', note: '' }], 'add')
  await page.locator('[data-workers]').first().waitFor()
  await page.getByLabel('按电话、证件号或姓名查找').fill('13900006606')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('button', { name: '查看 演**' }).count()).toBe(1)
  await page.getByRole('button', { name: '查看 演**' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '查看' }).click()
  const card = page.getByRole('dialog', { name: '演练申请人' })

  // On a device where no link was used, a copy is given for a new link only.
  await context.addCookies([{ name: 'yixian', value: board.board.accounts.beginSession(person.id, 1, 'link', {}), url: page.url() }])
  await card.getByRole('button', { name: '导出本人资料' }).click()
  const proof = page.getByRole('dialog', { name: '请再确认一次是您本人' })
  await proof.getByLabel('登录链接').fill(`https://board.example/in#${'x'.repeat(43)}`)
  await proof.getByRole('button', { name: '确认并继续' }).click()
  await proof.getByText('这条链接用过了').waitFor()
  await proof.getByLabel('登录链接').fill(`https://board.example/in#${board.board.accounts.invite(person.id, 1)}`)
  const [file] = await Promise.all([page.waitForEvent('download'), proof.getByRole('button', { name: '确认并继续' }).click()])
  expect((await bytesOf(file)).length).toBeGreaterThan(1000)

  await card.getByRole('button', { name: '修改' }).click()
  await card.getByLabel('住址').fill('演练路2号')
  await card.getByRole('button', { name: '保存' }).click()
  await card.getByText('演练路2号').waitFor()
  await card.getByRole('button', { name: '删除此人' }).click()
  await card.getByRole('button', { name: '删除此人' }).click()
  await card.waitFor({ state: 'detached' })
  expect(() => register.people.open(lead, 'asks-1', { reason: 'visit', words: '' })).toThrow('not_found')

  await visit(page, '/care/log')
  const acts = () => page.locator('[data-act]').evaluateAll(rows => rows.map(row => (row as HTMLElement).dataset.act))
  expect((await acts()).filter(act => act && ['open', 'unconfirmed', 'copy', 'change', 'delete'].includes(act)).slice(0, 5)).toEqual(['delete', 'change', 'copy', 'unconfirmed', 'open'])
  // The rows bear the drill's time, and the real one beside it.
  await page.getByText('真实时间').first().waitFor()
  await page.getByLabel('做了什么').selectOption('删除')
  await expect.poll(acts).toEqual(['delete'])

  await visit(page, '/care')
  await page.getByRole('button', { name: '结束名册工作' }).click()
  await page.getByRole('button', { name: '结束名册工作' }).click()
  await page.getByText('全部名册').waitFor()
  register.vault.base().database.update(carePlan).set({ dueAt: 1 }).run()
  await register.look()
  await visit(page, '/care/plan/nothing')
  await page.getByText('没有这份销毁证明').waitFor()
  await page.locator('.nothing').getByRole('link', { name: '重点人群' }).click()
  await page.getByRole('link', { name: '销毁证明' }).click()
  await page.getByRole('heading', { name: '销毁证明' }).waitFor()
  await page.getByText('指挥部结束名册工作').waitFor()
  // This paper is in no other test, because nothing is destroyed in the drill.
  const faults = await seriousFaults(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect([...faults, ...await seriousFaults(page, { again: true })]).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[SC9] an address of something that does not exist says so and leads on, on every page with an id and on none', async () => {
  const { page, context, errors } = await board.come('coordinator', { at: '/care/plan/nothing' })
  for (const address of ['/care/plan/nothing', '/issue/nothing', '/slip/nothing', '/bulletin/2020-01-01', '/bulletin/nothing/rows', '/certificate/nothing', '/nowhere/at/all']) {
    await visit(page, address)
    await page.getByRole('heading', { name: '没有找到' }).waitFor({ timeout: 5000 }).catch(() => expect.fail(address))
    expect(await page.locator('main').getByRole('link', { name: '地图' }).count(), address).toBe(1)
  }
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[E9] [E10] [F97] headquarters ends the incident, asked once with what follows, takes a wrong end back, and prints the certificate', async () => {
  const { page, context, errors } = await board.come('coordinator', { at: '/incidents' })
  const truth = () => board.board.authority.board.get('incident', 'incident')!
  const panelOf = (page: Visitor['page']) => page.locator('section.panel', { has: page.getByRole('heading', { name: '结束事件' }) })
  const panel = panelOf(page)
  for (const reason of ['误点', '连续二十八天无新增']) {
    await panel.getByLabel('结束的理由').fill(reason)
    await panel.getByRole('button', { name: '结束事件' }).click()
    await panel.getByText(/30 天后销毁 \d+ 个账号的姓名和电话/).waitFor()
    expect(truth().ended).toBeNull()
    await panel.getByRole('button', { name: '结束事件' }).click()
    await page.getByText(/已结束/).first().waitFor()
    await expect.poll(() => truth().ended, { timeout: 30_000 }).toMatchObject({ reason })
    if (reason !== '误点') break
    await panel.getByLabel('撤销的理由').fill('还没有结束')
    await panel.getByRole('button', { name: '撤销结束' }).click()
    await panel.getByLabel('结束的理由').waitFor()
    await expect.poll(() => truth().ended, { timeout: 30_000 }).toBeNull()
  }
  await visit(page, '/incidents/destroyed')
  await page.getByText('没有这份销毁证明').waitFor()
  await context.close()
  ahead = 31 * 24 * 3_600_000
  await board.board.end.look()
  expect(truth().ended).toMatchObject({ destroyedAt: expect.any(Number) })
  // The sessions of before are over.
  const ada = await board.come('admin', { at: '/incidents' })
  const faults = await seriousFaults(ada.page)
  await panelOf(ada.page).getByRole('link', { name: '销毁证明' }).click()
  await ada.page.getByText('连续二十八天无新增').waitFor()
  faults.push(...await seriousFaults(ada.page))
  await ada.page.setViewportSize({ width: 390, height: 844 })
  expect([...faults, ...await seriousFaults(ada.page, { again: true })]).toEqual([])
  expect([...errors, ...ada.errors, ...board.bugs]).toEqual([])
  await ada.context.close()
})

import type { Stage } from './stage.ts'
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const named = (name: string) => board.board.accounts.list().find(one => one.name === name)

it('[AC9] an administrator changes who somebody is, and their open phone becomes another role\'s at once', async () => {
  const id = board.board.accounts.add({ name: '钱待改', role: 'viewer' })
  const admin = await board.come('admin', { at: '/people' })
  const page = admin.page
  await page.getByRole('searchbox').fill('钱待改')
  const row = page.getByRole('listitem').filter({ hasText: '钱待改' })
  await row.getByText('还没登录过').waitFor()
  const changed = await board.come('viewer', { who: id, viewport: { width: 390, height: 844 } })
  await row.getByRole('button', { name: '修改' }).click()
  await row.getByLabel('姓名', { exact: true }).fill('钱改好')
  await row.getByLabel('电话').fill('13900001111')
  await row.getByLabel('角色').selectOption('officer')
  await row.getByRole('combobox', { name: '镇街', exact: true }).selectOption({ index: 3 })
  expect(await seriousFaults(page)).toEqual([])
  await row.getByRole('button', { name: '保存' }).click()
  await page.getByRole('searchbox').fill('13900001111')
  await page.getByRole('listitem').filter({ hasText: '钱改好' }).getByText(/镇街 .* 登录/).waitFor()
  expect(named('钱改好')).toMatchObject({ id, role: 'officer', township: expect.stringMatching(/^\d{9}$/) })
  // Only an officer's or a unit's phone has this tab.
  await changed.page.getByRole('navigation').getByText('待办').waitFor()
  expect([...admin.errors, ...changed.errors, ...board.bugs]).toEqual([])
  await Promise.all([admin.context.close(), changed.context.close()])
})

it('[IM9] [AC9] a list of staff is added with roles and links, the cards are printed, and the same list adds nobody', async () => {
  const { page, context, errors } = await board.come('admin', { at: '/people' })
  const lines = ['姓名,电话,角色,单位', '孙协调,13800010001,协调员,', '李民政,13800010002,,市民政局', '周科长,13800010003,科长,市民政局', '吴督导,13800010004,督导员,第3组', '郑没写,13800010005,,']
  await page.getByRole('button', { name: '导入工作人员' }).click()
  const choose = () => page.locator('input[type=file]').setInputFiles({ name: '工作人员.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\n')}`) })
  await choose()
  const answer = async () => {
    await page.locator('.asked label').filter({ hasText: '科长' }).getByRole('combobox').selectOption('unit')
    await page.getByRole('button', { name: /确认/ }).click()
  }
  await answer()
  await page.getByText('没写角色，也没写单位、镇街或组号').waitFor()
  await page.getByRole('button', { name: '加入 4 人' }).click()
  await page.getByText('已加入 4 人').waitFor()
  expect(['孙协调', '李民政', '周科长', '吴督导'].map(name => [named(name)?.role, named(name)?.unit, named(name)?.team])).toEqual([['coordinator', undefined, undefined], ['unit', 'civil', undefined], ['unit', 'civil', undefined], ['inspector', undefined, 3]])
  await choose()
  await answer()
  await page.getByRole('button', { name: '加入 4 人' }).click()
  await page.getByText('4 人电话已登记，未重复加入').waitFor()

  // A list that was the wrong one is taken back as a whole, except for a person who has used their link.
  lines.splice(1, lines.length, '冯误加,13800020001,协调员,', '陈误加,13800020002,上级督导,')
  await choose()
  await page.getByRole('button', { name: '加入 2 人' }).click()
  await page.getByText('已加入 2 人').waitFor()
  const stays = named('陈误加')!.id
  board.board.accounts.signIn(board.board.accounts.invite(stays, 1), 1)
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByText('已撤销：1 人停用，链接作废；1 人已登录过，保留').waitFor()
  expect([named('冯误加')?.disabled, named('陈误加')?.disabled]).toEqual([true, false])
  expect(await page.getByRole('button', { name: '撤销这次导入' }).count()).toBe(0)
  await page.getByText(/^没登录过/).click()
  await page.getByRole('listitem').filter({ hasText: '吴督导' }).first().waitFor()
  await page.getByRole('link', { name: '打印登录卡' }).click()
  const card = page.locator('.cards section').filter({ hasText: '李民政' })
  await card.getByRole('img', { name: '李民政的登录二维码' }).waitFor()
  await expect.poll(() => page.locator('.cards section').count()).toBe(5)
  expect(await seriousFaults(page)).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

import type { Stage } from './stage.ts'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bytesOf } from './download.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const tables = () => [...board.board.authority.board.all('table')]

it('[F77] [TB1] [TB2] a person chooses columns, a condition and groups beside a live preview, saves and shares the table, and takes it as Excel; a township opens it and finds its own part', async () => {
  const { page, errors, context, person } = await board.come('coordinator', { at: '/tables' })
  await page.getByRole('button', { name: '新建表格' }).click()
  const editor = page.locator('.editor')
  await editor.getByLabel('表名').fill('各镇街未销号')
  await editor.getByLabel('加一列').selectOption('overdue')
  await editor.getByLabel('“逾期”的列名').fill('超期数')
  for (const name of ['编号', '标题', '状态', '责任单位', '期限']) await editor.getByRole('button', { name: `去掉“${name}”`, exact: true }).click()
  await editor.getByLabel('加一个条件').selectOption('state')
  for (const state of ['发现', '整改中']) await editor.getByRole('group', { name: '状态' }).getByLabel(state, { exact: true }).check()
  await editor.getByLabel('分组').selectOption('township')
  await editor.getByLabel('列出每条记录').uncheck()
  const total = editor.getByRole('row', { name: /^合计/ })
  const open = [...board.board.authority.board.all('issue')].filter(one => one.state === 'found' || one.state === 'rectifying')
  await expect.poll(() => total.getByRole('cell').nth(1).textContent()).toContain(String(open.length))
  await editor.getByLabel('谁能打开').selectOption('all')
  await editor.getByRole('button', { name: '保存' }).click()
  await expect.poll(() => tables().find(one => one.name === '各镇街未销号')).toMatchObject({ owner: person.id, shared: 'all', group: 'township', rows: false })

  const view = page.locator('.view')
  await view.getByRole('columnheader', { name: '超期数' }).waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), view.getByRole('button', { name: '导出 Excel' }).click()])
  const sheet = await readSheet(await bytesOf(download))
  expect(sheet[0]).toEqual(['镇街', '条数', '镇街', '超期数'])
  expect(sheet.at(-1)?.slice(0, 2)).toEqual(['合计', open.length])

  const officer = await board.come('officer', { at: '/tables' })
  await officer.page.getByRole('button', { name: /^各镇街未销号/ }).click()
  const own = open.filter(one => one.township === officer.person.township)
  await officer.page.locator('.view').getByRole('row', { name: /^合计/ }).waitFor()
  await expect.poll(() => officer.page.locator('.view tbody tr').last().getByRole('cell').nth(1).textContent()).toContain(String(own.length))
  expect(await officer.page.getByRole('button', { name: '修改' }).count()).toBe(0)
  expect([...errors, ...officer.errors, ...board.bugs]).toEqual([])
  await officer.context.close()
  await context.close()
})

it('[F77] [TB4] a key is shown once, reads the table, and stops at once when it is ended', async () => {
  const { page, errors, context } = await board.come('coordinator', { at: '/tables?table=tb-townships' })
  await page.locator('.outside summary').click()
  await page.getByText('没有可收文件的接收方').waitFor()
  await page.getByRole('button', { name: '生成密钥' }).click()
  const call = await page.locator('.made code').textContent()
  const secret = /Bearer ([\w-]+)/.exec(call ?? '')?.[1] ?? ''
  const read = () => fetch(`http://127.0.0.1:${board.board.port}/api/tables/first/tb-townships`, { headers: { authorization: `Bearer ${secret}` } })
  expect(await (await read()).json()).toMatchObject({ name: '日统计表：各镇街', drill: true, rows: expect.arrayContaining([expect.any(Array)]) })
  await page.reload()
  await page.locator('.outside summary').click()
  await page.getByText('密钥生成于').waitFor()
  expect(await page.locator('.made').count()).toBe(0)
  await page.getByRole('button', { name: '停用密钥' }).click()
  await page.getByRole('button', { name: '停用密钥' }).click()
  await page.getByText('没有密钥').waitFor()
  expect((await read()).status).toBe(404)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

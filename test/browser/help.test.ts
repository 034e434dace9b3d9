import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

it('[F56] [HR1] [HR4] somebody without an account asks on a phone, the officer takes and answers, and the requester reads the answer with the code', async () => {
  const olaf = await board.come('officer', { who: 'p-off-440881103', at: '/help' })
  const outside = await board.browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN' })
  const page = await outside.newPage()
  const errors: unknown[] = []
  page.on('pageerror', error => errors.push(error))
  await page.goto(`${olaf.cable.address}/h?t=440881103`)
  await page.getByLabel('用药').check()
  await page.getByLabel('住址').fill('幸福小区 3 栋 502')
  await page.getByLabel('具体情况').fill('降压药只剩一天')
  await page.getByLabel('联系电话').fill('138 0013 8000')
  await page.getByRole('button', { name: '提交求助' }).tap()
  await page.getByText('已收到您的求助').waitFor()
  await page.locator('.answer').getByText('等待接单').waitFor()

  const row = olaf.page.locator('[data-help]', { hasText: '138****8000' })
  await row.getByText('用药').waitFor()
  expect(await row.textContent()).not.toContain('幸福小区')
  await row.getByRole('button', { name: '查看' }).click()
  const card = olaf.page.getByRole('dialog')
  await card.getByText('幸福小区 3 栋 502').waitFor()
  await card.getByRole('button', { name: '接单' }).click()
  await card.getByText('正在处理').waitFor()
  await card.getByLabel('给求助人的答复').fill('药已送到楼下')
  await card.getByRole('button', { name: '办结' }).click()
  await card.waitFor({ state: 'detached' })

  await page.reload()
  await page.locator('.answer').getByText('药已送到楼下').waitFor()
  await page.locator('.answer').getByText('已办结').waitFor()
  expect([...errors, ...olaf.errors, ...board.bugs]).toEqual([])
  await outside.close()
  await olaf.context.close()
})

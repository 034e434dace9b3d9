import type { Stage } from './stage.ts'
import { Buffer } from 'node:buffer'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bytesOf } from './download.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('empty'))
afterAll(() => board.end())

it('[F10] [IM4] [IM5] [PL3] 500 places from a list: columns guessed, words asked once, bad rows given back with why, the same file twice adds nothing, and an import is taken back as a whole', async () => {
  const good = Array.from({ length: 496 }, (_, i) => `场所${i},学校,良垌镇,110.${390 + i % 50},21.${480 + i % 40}`)
  const bad = [',学校,良垌镇,110.4,21.5', '坏类型,城堡,良垌镇,110.4,21.5', '坏镇街,学校,某镇,110.4,21.5', '颠倒,学校,良垌镇,21.5,110.4']
  const file = { name: '底数.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF名称,类型,镇街,经度,纬度\n${[...good, ...bad].join('\n')}`) }
  const { page, context, errors } = await board.come('admin', { at: '/import' })
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('新增 496 处').waitFor()
  await page.getByText('有问题 1 行').waitFor()
  await page.getByText('2 行等您说明用词').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载有问题的行' }).click()])
  const sheet = await readSheet(await bytesOf(download))
  expect(sheet[0]).toEqual(['名称', '类型', '镇街', '经度', '纬度', '原因'])
  expect(sheet.slice(1).map(row => row[5])).toEqual(['没有名称', '经度、纬度像是写反了'])
  await page.getByLabel(/城堡/).selectOption('学校')
  await page.getByLabel(/某镇/).selectOption('这些行不导入')
  await page.getByRole('button', { name: '确认这 2 个词' }).click()
  await page.getByText('新增 497 处').waitFor()
  await page.getByLabel(/按改正后的位置导入/).check()
  await page.getByRole('button', { name: '导入 498 处' }).click()
  await page.getByText('已导入 498 处').waitFor()
  expect(board.board.authority.board.size('place')).toBe(498)

  const { seq } = board.board.authority.board
  await page.getByRole('button', { name: '再导入一份' }).click()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('已有 497 处').waitFor()
  await page.getByText('新增 0 处').waitFor()
  // Only the meaning of the word is left of the first import: skipped rows are asked again, and the place with swapped coordinates is known.
  await page.getByText('1 行等您说明用词').waitFor()
  expect(await page.getByLabel(/按改正后的位置导入/).isChecked()).toBe(false)
  expect([...board.board.authority.board.all('listWord')].map(one => [one.of, one.word, one.means])).toEqual([['kind', '城堡', 'school']])
  expect(board.board.authority.board.seq).toBe(seq)

  // A small list is taken back as a whole, and its places come back when that is confirmed.
  const more = { ...file, buffer: Buffer.from('名称,类型,镇街\n新一,学校,石城\n新二,学校,石城鎮') }
  const notRetired = () => [...board.board.authority.board.all('place')].filter(one => /^新[一二]$/.test(one.name) && !one.retired).length
  await page.getByRole('button', { name: '再导入一份' }).click()
  await page.locator('input[type=file]').setInputFiles(more)
  await page.getByRole('button', { name: '导入 2 处' }).click()
  await page.getByText('已导入 2 处').waitFor()
  expect(notRetired()).toBe(2)
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByText('这次导入已撤销').waitFor()
  await expect.poll(notRetired).toBe(0)
  await page.getByRole('button', { name: '再导入一份' }).click()
  await page.locator('input[type=file]').setInputFiles(more)
  await page.getByLabel(/重新启用/).check()
  await page.getByRole('button', { name: '导入 2 处' }).click()
  await page.getByText('已导入 2 处').waitFor()
  await expect.poll(notRetired).toBe(2)
  expect(errors).toEqual([])
  await context.close()
})

it('[F91] a used or invented link shows that it does not work, and what to do', async () => {
  const context = await board.browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${board.board.port}/in#${'x'.repeat(43)}`)
  await page.getByText('这个登录链接不能用了').waitFor()
  await page.getByText('请找管理员要一个新链接').waitFor()
  expect(page.url()).not.toContain('#')
  await context.close()
})

import type { Stage } from './stage.ts'
import { Buffer } from 'node:buffer'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadCounty } from '../../server/counties.ts'
import { unseen, unseenBefore } from '../../shared/inspections/coverage.ts'
import { bytesOf } from './download.ts'
import { drawn } from './drawn.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const places = () => [...board.board.authority.board.all('place')]

it('[F13] the page, the list, the legend and the map agree on which places no team has seen; the matrix exports to Excel', async () => {
  const count = (days: number) => places().filter(one => unseen(one, unseenBefore(board.board.authority.now(), days))).length
  const { page, context, errors } = await board.come('coordinator', { at: '/coverage' })
  await page.getByRole('link', { name: `3 天未督查 ${count(3)}` }).waitFor()
  await page.getByLabel('多少天没去算未督查').selectOption('1')
  await page.getByRole('link', { name: `1 天未督查 ${count(1)}` }).waitFor()
  expect(count(1)).toBeGreaterThan(count(3))
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()])
  const sheet = await readSheet(await bytesOf(download))
  const total = places().filter(one => !one.retired).length
  expect(sheet.at(-1)?.slice(0, 4)).toEqual(['全县', total, total - count(1), count(1)])

  // A number of a township opens its rows.
  const row = page.getByRole('row', { name: /^良垌镇/ })
  const own = Number(await row.getByRole('link', { name: /未督查/ }).textContent())
  await row.getByRole('link', { name: /未督查/ }).click()
  await page.getByRole('button', { name: `1 天未督查 ${own}`, pressed: true }).waitFor()
  await page.locator('.left-panel footer').getByText(new RegExp(`· ${own} `)).waitFor()

  // Switched on from the page, the layer has the same count in its legend and draws hollow marks, which go when it is off.
  await visit(page, '/coverage')
  await page.getByRole('link', { name: '在地图上看' }).click()
  await page.locator('.legend').getByRole('button', { name: `3 天未督查 ${count(3)}` }).waitFor()
  const hollow = await drawn(page)
  await page.getByRole('button', { name: '图层' }).click()
  await page.getByRole('checkbox', { name: '久未督查' }).uncheck()
  await expect.poll(() => drawn(page)).not.toBe(hollow)
  await page.getByLabel('镇街着色依据').selectOption('unseen')
  await page.locator('.legend .fold').click()
  await page.locator('.legend').getByText(`合计 ${count(3)}`).waitFor()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F11] a civil-affairs list with two care homes more than are registered: they are named, registered in one tap, and others see it', async () => {
  const ann = await board.come('coordinator')
  const { page } = ann
  const [{ county }, homes] = [await loadCounty('lianjiang'), places().filter(one => one.kind === 'careHome' && !one.retired)]
  const town = (code: string) => county.townships.find(one => one.code === code)
  const olaf = board.board.accounts.list().find(one => one.role === 'officer')
  const own = town(olaf?.township ?? '')?.name ?? ''
  const rows = [...homes.map(one => `${one.name},${town(one.township)?.name}`), `金色晚年颐养中心,${own}`, `松鹤苑,${county.townships.find(one => one.name !== own)?.name}`]
  const csv = (lines: readonly string[]) => ({ name: '民政局养老机构.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF机构名称,所属镇街\n${lines.join('\n')}`) })

  await visit(page, '/reconcile?kind=careHome')
  await page.locator('input[type=file]').setInputFiles({ name: '名单.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('no workbook') })
  await page.getByText('读不出这个文件').waitFor()
  await page.locator('input[type=file]').setInputFiles(csv([...rows, '某园,某镇', ',石城镇', '小计,']))
  await page.getByText('1 行读不进来').waitFor()
  await page.getByText('没有名称').waitFor()
  await page.getByLabel(/某镇/).selectOption('这些行不导入')
  await page.getByRole('button', { name: '确认这 1 个词' }).click()
  await page.getByText('2 行读不进来').waitFor()
  await page.getByRole('button', { name: `保存名单（${homes.length + 2} 个），大家可见` }).click()
  await page.getByRole('button', { name: `应有 ${homes.length + 2}` }).waitFor()
  await page.getByRole('button', { name: `已登记 ${homes.length}` }).waitFor()
  await page.getByRole('button', { name: '漏登记 2', pressed: true }).waitFor()
  await expect.poll(() => page.getByRole('list', { name: '漏登记' }).locator('b').allTextContents()).toEqual(['金色晚年颐养中心', '松鹤苑'])

  // The officer sees only the part of their own township.
  const officer = await board.come('officer', { at: '/reconcile' })
  await officer.page.getByRole('button', { name: '漏登记 1', pressed: true }).waitFor()
  await officer.page.getByText('金色晚年颐养中心').waitFor()
  expect(await officer.page.getByText('松鹤苑').count()).toBe(0)

  await page.getByRole('button', { name: '一键登记 2 处' }).click()
  await page.getByText('名单上的都已登记。').waitFor()
  await officer.page.getByText('名单上的都已登记。').waitFor()
  await expect.poll(() => places().filter(one => one.kind === 'careHome' && !one.retired).length).toBe(homes.length + 2)

  // A list that was the wrong one is taken back as a whole, on other screens too, and its message brings it back.
  await page.getByRole('button', { name: '撤销这份名单' }).click()
  for (const one of [page, officer.page]) await one.getByRole('button', { name: /^应有/ }).waitFor({ state: 'detached' })
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await page.getByRole('button', { name: `应有 ${homes.length + 2}` }).waitFor()
  await officer.page.getByRole('button', { name: /^应有/ }).waitFor()
  // The places that were registered from it stay.
  expect(places().filter(one => one.kind === 'careHome' && !one.retired).length).toBe(homes.length + 2)
  expect([...ann.errors, ...officer.errors, ...board.bugs]).toEqual([])
  await Promise.all([ann.context.close(), officer.context.close()])
})

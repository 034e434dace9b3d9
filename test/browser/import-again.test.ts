import type { Stage } from './stage.ts'
import { Buffer } from 'node:buffer'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { bytesOf } from './download.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('empty'))
afterAll(() => board.end())

const named = (name: string) => [...board.board.authority.board.all('place')].find(one => one.name === name)

it('[EX3] [IM4] the rows that were refused come back as a file, are mended in it, and come in with the same head', async () => {
  const { page, context, errors } = await board.come('admin', { at: '/import' })
  const rows = ['好学校,学校,良垌镇,110.4,21.5', ',学校,良垌镇,110.41,21.51', '远学校,学校,良垌镇,1E+2,21.52']
  await page.locator('input[type=file]').setInputFiles({ name: '底数.csv', mimeType: 'text/csv', buffer: Buffer.from(`名称,类型,镇街,经度,纬度\n${rows.join('\n')}`) })
  await page.getByText('有问题 2 行').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载有问题的行' }).click()])
  await page.getByRole('button', { name: '导入 1 处' }).click()
  await page.getByText('已导入 1 处').waitFor()

  const given = await readSheet(await bytesOf(download))
  expect([given[0]?.length, given.length]).toEqual([6, 3])
  const mended = given.map((row, i) => row.map((cell, j) => i === 1 && j === 0 ? '补名学校' : i === 2 && j === 3 ? '110.42' : cell === null ? '' : String(cell)))
  const buffer = await writeXlsxFile(mended.map(row => row.map(value => ({ value, type: String })))).toBuffer()
  await page.getByRole('button', { name: '再导入一份' }).click()
  await page.locator('input[type=file]').setInputFiles({ name: '改好的.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
  await page.getByRole('button', { name: '导入 2 处' }).click()
  await page.getByText('已导入 2 处').waitFor()
  expect(named('补名学校')).toMatchObject({ lng: 110.41, lat: 21.51 })
  expect(named('远学校')).toMatchObject({ lng: 110.42 })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[IM4] a list that is imported without a network is kept on the device, and imported once the server has it', async () => {
  const { page, context, cable, errors } = await board.come('admin', { at: '/import' })
  await page.locator('input[type=file]').setInputFiles({ name: '村.csv', mimeType: 'text/csv', buffer: Buffer.from('名称,类型,镇街,经度,纬度\n离线学校,学校,良垌镇,110.43,21.5') })
  await page.getByText('新增 1 处').waitFor()
  cable.pull()
  await page.getByRole('button', { name: '导入 1 处' }).click()
  await page.getByText('还有 1 处没有送到服务器').waitFor()
  expect(named('离线学校')).toBeUndefined()
  cable.plug()
  await page.getByText('已导入 1 处').waitFor({ timeout: 60_000 })
  expect(named('离线学校')).toBeDefined()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

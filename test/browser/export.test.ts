import type { Stage } from './stage.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hasLeft } from '../../shared/settled.ts'
import { bytesOf } from './download.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const scripts = () => fs.readdirSync('dist/client/assets').filter(name => name.endsWith('.js'))

it('[F92] [EX2] no script of the pages starts a worker from a blob, which the policy forbids', () => {
  const starts = scripts().flatMap(name => fs.readFileSync(`dist/client/assets/${name}`, 'utf8').match(/new Worker\(.{0,60}/g) ?? [])
  expect(starts.length).toBeGreaterThan(1)
  for (const start of starts) expect(start).toMatch(/\.worker/)
})

it('[F92] [EX1] [EX3] every issue and every place goes out as Excel, and the places come in again as they went out', async () => {
  const { page, context, errors } = await board.come('coordinator')
  const { board: truth } = board.board.authority
  async function out(query: string, name = 'Excel 表格') {
    await visit(page, `/${query}`)
    await page.getByRole('button', { name: '导出' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()])
    return bytesOf(download)
  }
  // With the issues that have left the board, or without them: each file says which.
  const issues = await readSheet(await out('?state=all', 'Excel 表格（全部，含已办结）'))
  expect(issues).toHaveLength(truth.size('issue') + 1)
  const incident = truth.get('incident', 'incident')
  expect(await readSheet(await out('?state=all', 'Excel 表格（不含早已办结的）'))).toHaveLength([...truth.all('issue')].filter(one => !hasLeft(incident, 'issue', one)).length + 1)
  const file = await out('?tab=place')
  const places = await readSheet(file)
  expect(places).toHaveLength(truth.size('place') + 1)
  for (const row of [...issues, ...places].flat()) expect(String(row)).not.toMatch(/^(?:\[.*\]|\{.*\})$/)
  const [head = [], first = []] = places
  expect(typeof first[head.indexOf('经度（WGS-84）')]).toBe('number')
  expect(issues[1]?.[issues[0]?.indexOf('发现时间') ?? -1]).toBeInstanceOf(Date)

  await visit(page, '/import')
  await page.locator('input[type=file]').setInputFiles({ name: '场所.xlsx', mimeType: 'application/octet-stream', buffer: file })
  await page.getByText(`已有 ${truth.size('place')} 处`).first().waitFor({ timeout: 60_000 })
  await page.getByText('新增 0 处').first().waitFor()
  expect(errors).toEqual([])
  await context.close()
})

it('[F92] [EX4] the links of 1,500 added people stay until they are handed out, as a list, as QR codes and as a file', { timeout: 600_000 }, async () => {
  const { page, context, errors } = await board.come('coordinator')
  const people = Array.from({ length: 1500 }, (_, i) => `志愿者${i},0138${String(i).padStart(8, '0')},良垌镇`)
  await visit(page, '/volunteers')
  await page.locator('input[type=file]').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF姓名,电话,镇街\n${people.join('\n')}`) })
  await page.getByRole('button', { name: '加入 1500 人' }).click()
  const links = page.getByRole('region', { name: '新加入人员的登录链接' })
  await expect.poll(() => links.getByRole('heading').textContent(), { timeout: 500_000 }).toContain('1500')
  await links.getByRole('button', { name: '二维码' }).first().click()
  await links.getByRole('img', { name: '志愿者0的登录二维码' }).waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), links.getByRole('button', { name: '下载登录链接' }).click()])
  const sheet = await readSheet(await bytesOf(download))
  expect(sheet).toHaveLength(1501)
  expect(sheet[1]?.[1]).toBe('013800000000')
  expect(new Set(sheet.slice(1).map(row => row[2])).size).toBe(1500)
  await links.getByRole('button', { name: '已全部交出，收起' }).click()
  await links.getByText('收起后这些链接不再显示').waitFor()
  await links.getByRole('button', { name: '已全部交出，收起' }).click()
  await links.waitFor({ state: 'detached' })
  expect(errors).toEqual([])
  await context.close()
})

it('[F92] [EX2] where the browser allows no worker, the page says that no file was made and what to do, and tries again', async () => {
  const { page, context } = await board.come('coordinator', {
    // Where the script of a worker is not there; not by intercepting it, which the driver does not always do in time.
    before: () => {
      const Real = window.Worker
      window.Worker = class extends Real {
        constructor(script: string | URL, options?: WorkerOptions) {
          super(document.documentElement.dataset.away ? '/assets/away.js' : script, options)
        }
      }
    },
  })
  await visit(page, '/?tab=place')
  await page.locator('[data-link="live"]').first().waitFor()
  await page.evaluate(() => document.documentElement.dataset.away = 'yes')
  const wanted = async () => {
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('button', { name: 'Excel 表格' }).click()
  }
  await wanted()
  const failed = page.getByRole('alert').filter({ hasText: '没有生成' })
  await failed.getByText('系统里的数据没有变').waitFor()
  await page.evaluate(() => delete document.documentElement.dataset.away)
  const [download] = await Promise.all([page.waitForEvent('download'), failed.getByRole('button', { name: '再试一次' }).click()])
  expect(await readSheet(await bytesOf(download))).toHaveLength(board.board.authority.board.size('place') + 1)
  await failed.waitFor({ state: 'detached' })
  await context.close()
})

it('[F92] every list and table has the button: the day, its rows, the ranking, stock, radar, deliveries, posts, people, letters, what is settled', async () => {
  const { page, context, errors } = await board.come('coordinator')
  async function sheets(path: string, ready: string) {
    await visit(page, path)
    await page.locator(ready).first().waitFor({ timeout: 30_000 })
    const buttons = page.getByRole('button', { name: '导出 Excel' })
    await buttons.first().waitFor({ timeout: 30_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), buttons.first().click()])
    return readSheet(await bytesOf(download))
  }
  const seen: Record<string, number> = {}
  for (const [path, ready] of [['/bulletins', 'table'], ['/supplies?view=radar', 'table'], ['/supplies?view=stock', 'table'], ['/supplies?view=deliveries', '.panel'], ['/supplies?view=market', 'table'], ['/posts', 'table'], ['/letters', '.panel'], ['/settled', '.search']] as const) {
    const [head = [], ...rows] = await sheets(path, ready)
    expect(head.filter(Boolean).length, path).toBeGreaterThan(2)
    seen[path] = rows.length
  }
  expect(seen['/supplies?view=stock']).toBe(board.board.authority.board.size('stock'))
  expect(seen['/supplies?view=deliveries']).toBe(board.board.authority.board.size('delivery'))
  expect(errors).toEqual([])
  await context.close()
})

import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { createServer } from 'node:http'
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import { seriousFaults } from './axe.ts'
import { pagesKept } from './kept.ts'
import { stage } from './stage.ts'

/** A tile server whose tiles are all of one colour, which no browser keeps by itself. */
async function tileServer() {
  const tile = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#f0f' } }).png().toBuffer()
  const asked = { tiles: 0, answers: true }
  const server = createServer((request, response) => {
    asked.tiles++
    if (!asked.answers) return void request.socket.destroy()
    response.writeHead(200, { 'content-type': 'image/png', 'access-control-allow-origin': '*', 'cache-control': 'no-store' }).end(tile)
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** The part of the window in the colour of the tiles, seen through those of the townships. */
async function tinted(page: Page): Promise<number> {
  const { data } = await sharp(await page.screenshot()).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let count = 0
  for (let i = 0; i < data.length; i += 3) {
    if (data[i]! - data[i + 1]! > 60 && data[i + 2]! - data[i + 1]! > 60) count++
  }
  return count / (data.length / 3)
}

it('[F85] [D15] a township whose tiles are kept has its base map without a network, after its size was said; once it is deleted it has none', async () => {
  const source = await tileServer()
  const layer = { name: '底图', url: `${source.url}/{z}/{x}/{y}.png`, datum: 'WGS-84', keep: '测绘合同 2030-6' }
  const board = await stage('drill', { settings: { TILE_LAYERS: JSON.stringify([layer, { ...layer, name: '不能存的', url: `${source.url}/other/{z}/{x}/{y}.png`, keep: undefined }]) } })
  onTestFinished(() => board.end())
  const { page, cable, errors } = await board.come('coordinator', {
    at: '/device',
    serviceWorkers: 'allow',
    geolocation: { longitude: 110.24496, latitude: 21.67304 },
    permissions: ['geolocation'],
    before: () => localStorage.setItem('yixian:layers', JSON.stringify({ visible: { issues: false, places: false, due: false, shifts: false, duty: false, teams: false, shortages: false, radar: false, zones: false, cells: false, water: false, labels: false, 底图: true } })),
  })
  await pagesKept(page)
  const part = page.locator('section.maps')
  await part.getByRole('heading', { name: '底图', exact: true }).waitFor()
  expect(await part.getByText('不能存的').count()).toBe(0)
  await part.getByText('测绘合同 2030-6').waitFor()
  await part.getByLabel('吉水镇').press('Space')
  const plan = part.getByText(/1 个镇街，\d+ 张，约 [\d.]+ MB/)
  await plan.waitFor()
  const [, tiles] = /，(\d+) 张/.exec(await plan.textContent() ?? '') ?? []
  expect(await seriousFaults(page, { part: 'section.maps' })).toEqual([])
  const before = source.asked.tiles
  await part.getByRole('button', { name: '存到这台设备' }).press('Enter')
  await part.getByText('存好了').waitFor({ timeout: 60_000 })
  expect(source.asked.tiles - before).toBe(Number(tiles))
  await part.getByRole('listitem').filter({ hasText: '吉水镇' }).getByText(`${tiles} 张 ·`).waitFor()
  expect(await seriousFaults(page, { part: 'section.maps' })).toEqual([])

  cable.pull()
  source.asked.answers = false
  await page.goto(cable.address)
  await page.getByRole('button', { name: '我的位置' }).click()
  await expect.poll(() => tinted(page), { timeout: 30_000 }).toBeGreaterThan(0.3)

  await page.goto(`${cable.address}/device`)
  const remove = part.getByRole('button', { name: '删除：吉水镇' })
  await remove.click()
  await part.getByText('没有网络时这里的底图就没有了').waitFor()
  await remove.click()
  await remove.waitFor({ state: 'detached' })
  expect(await page.evaluate(async () => (await (await caches.open('yixian:tiles')).keys()).map(({ url }) => new URL(url).pathname))).toEqual(['/kept-maps'])
  await page.goto(cable.address)
  await page.getByRole('button', { name: '我的位置' }).click()
  await page.locator('img.leaflet-tile').nth(8).waitFor({ state: 'attached' })
  expect(await page.locator('img.leaflet-tile-loaded').count()).toBe(0)
  expect(await tinted(page)).toBeLessThan(0.001)
  expect([...errors, ...board.bugs]).toEqual([])
})

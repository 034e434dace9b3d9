import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import { mars } from '../support/mars.ts'
import { stage } from './stage.ts'

/** A building in a village, in WGS-84. */
const building = { lng: 110.35062, lat: 21.73318 }
const world = (lng: number, lat: number, zoom: number) => {
  const sine = Math.sin(lat * Math.PI / 180)
  return { x: (lng + 180) / 360 * 256 * 2 ** zoom, y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256 * 2 ** zoom }
}

/** A tile server that knows one building: a square of 24 pixels where its datum has it, on every tile that it touches. */
async function tileServer() {
  const inMars = mars(building.lng, building.lat)
  const server = createServer((request, response) => {
    const [, datum, zoom = 0, x = 0, y = 0] = /^\/(\w)\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(request.url ?? '') ?? []
    const at = world(datum === 'G' ? inMars.lng : building.lng, datum === 'G' ? inMars.lat : building.lat, Number(zoom))
    const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#dfe8df"/><rect x="${at.x - Number(x) * 256 - 12}" y="${at.y - Number(y) * 256 - 12}" width="24" height="24" fill="#f0f"/></svg>`
    void sharp(Buffer.from(drawn)).png().toBuffer().then(png => response.setHeader('content-type', 'image/png').end(png))
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return ([['W', 'WGS-84'], ['G', 'GCJ-02']] as const).map(([name, datum]) => ({ name, datum, url: `${url}/${name}/{z}/{x}/{y}.png`, maxZoom: 18 }))
}

/** The middle of the building on the screen and its width; null if it is not there. */
async function seen(page: Page): Promise<{ readonly x: number, readonly y: number, readonly size: number } | null> {
  const { data, info } = await sharp(await page.screenshot()).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let [count, left, top] = [0, 0, 0]
  for (let i = 0; i < data.length; i += 3) {
    if (data[i]! < 200 || data[i + 1]! > 90 || data[i + 2]! < 200) continue
    count++
    left += i / 3 % info.width
    top += Math.floor(i / 3 / info.width)
  }
  return count ? { x: left / count, y: top / count, size: Math.round(Math.sqrt(count)) } : null
}

/** The same, once the map has come to rest. */
async function atRest(page: Page) {
  let last = await seen(page)
  await expect.poll(async () => {
    const before = last
    last = await seen(page)
    return last !== null && before !== null && Math.abs(last.size - 24) <= 2 && Math.hypot(last.x - before.x, last.y - before.y) < 0.1
  }, { timeout: 30_000 }).toBe(true)
  return last!
}

it('[F86] a known building stands at the same place of the screen on a base map in WGS-84 and on one in GCJ-02, at zooms 15 to 18', async () => {
  const board = await stage('drill', { settings: { TILE_LAYERS: JSON.stringify(await tileServer()) } })
  onTestFinished(() => board.end())
  const { page, errors } = await board.come('coordinator', {
    geolocation: { longitude: building.lng, latitude: building.lat },
    permissions: ['geolocation'],
    before: () => localStorage.setItem('yixian:layers', JSON.stringify({ visible: { issues: false, places: false, due: false, shifts: false, duty: false, teams: false, shortages: false, radar: false, zones: false, cells: false, water: false, labels: false, W: true } })),
  })
  await page.getByRole('button', { name: '我的位置' }).click()
  let at = await atRest(page)
  const shown: string[] = []
  for (const zoom of [15, 16, 17, 18]) {
    await page.mouse.dblclick(Math.round(at.x), Math.round(at.y))
    const base = await atRest(page)
    await page.getByRole('button', { name: '图层' }).click()
    await page.getByLabel('W', { exact: true }).uncheck()
    await page.getByLabel('G', { exact: true }).check()
    const shifted = await atRest(page)
    await page.getByLabel('G', { exact: true }).uncheck()
    await page.getByLabel('W', { exact: true }).check()
    await page.keyboard.press('Escape')
    at = await atRest(page)
    const metres = 40_075_017 * Math.cos(building.lat * Math.PI / 180) / 256 / 2 ** zoom
    const apart = Math.hypot(base.x - shifted.x, base.y - shifted.y)
    shown.push(`${zoom}: ${apart.toFixed(2)} px, ${(apart * metres).toFixed(2)} m`)
    expect(apart, `zoom ${zoom}`).toBeLessThanOrEqual(1)
  }
  console.log(`base maps, how far the building moves between them: ${shown.join('; ')}`)
  expect([...errors, ...board.bugs]).toEqual([])
})

import { expect, it } from 'vitest'
import { loadCounty } from '../../server/counties.ts'
import { outlinePicture } from '../../server/http/county.ts'
import { runningBoard } from '../support/running-board.ts'

it('[LD3] the outline of the county is a small picture in the shape of the county, and anybody may fetch it', async () => {
  const { county } = await loadCounty('lianjiang')
  const picture = outlinePicture(county)
  expect(picture.length).toBeLessThan(8000)
  const points = [...picture.matchAll(/(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
  expect(points.length).toBeGreaterThan(100)
  expect(Math.max(...points.map(([x]) => x))).toBeGreaterThan(390)
  expect(Math.min(...points.map(([x]) => x))).toBeGreaterThanOrEqual(0)

  const board = await runningBoard()
  const answer = await fetch(`${board.origin()}/api/county/outline.svg`)
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'image/svg+xml; charset=utf-8', 'public, max-age=86400'])
  // The invented county has no outline: an empty picture, and no bug.
  expect(await answer.text()).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
  expect(board.bugs).toEqual([])
})

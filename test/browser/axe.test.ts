import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const map = ['/', '/?sel=issue/i-0362', '/?sel=place/pl-huaren-jishui', '/?sel=township/440881106', '/?tab=shift&only=gap']
const beside = ['/issue/i-0362', '/inbox', '/meeting', '/supplies', '/letters', '/posts', '/posts?sel=post/g-exit-anpu', '/replay', '/bulletins', '/coverage', '/reconcile', '/checklists', '/posters', '/incidents', '/import', '/volunteers']

// Contrast depends on the theme, structure on the size: each page is looked at on a light desk and a dark phone, the map on each of the four.
it.each([
  ['coordinator', 'light', 1366, 768, [...map, ...beside]],
  ['coordinator', 'dark', 1920, 1080, [...map, '/posts', '/coverage']],
  ['coordinator', 'dark', 390, 844, [...map, ...beside]],
  ['coordinator', 'light', 390, 844, map],
  ['admin', 'light', 1366, 768, ['/people']],
  ['admin', 'dark', 390, 844, ['/people']],
  ['volunteer', 'light', 390, 844, ['/']],
] as const)('[F97] axe finds nothing serious: %s, %s, %i', async (role, theme, width, height, paths) => {
  const { page, cable, context, errors } = await board.come(role, { viewport: { width, height }, theme })
  const faults: string[] = []
  for (const path of paths) {
    await page.goto(cable.address + path)
    await page.locator('[data-link="live"], main').first().waitFor()
    await page.getByRole('heading').first().waitFor()
    faults.push(...(await seriousFaults(page)).map(fault => `${path}: ${fault}`))
  }
  expect(faults).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

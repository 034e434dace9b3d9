import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { open, pagesOf, views } from './pages.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

// Structure depends on the size, contrast on the theme: each page is opened once and checked as a light desk, then as a dark phone.
// Of a page with a record open only the record is checked: the rest is checked without it.
it.each([
  ['coordinator', 'each page', () => pagesOf(board, 'coordinator')],
  ['coordinator', 'other views and open records', () => [...views, ...open]],
  ['admin', 'each page of their own', () => pagesOf(board, 'admin').filter(path => /people|rules/.test(path))],
  ['volunteer', 'each page', () => pagesOf(board, 'volunteer')],
] as const)('[F97] axe finds nothing serious: %s, %s', async (role, _, paths) => {
  const { page, context, errors } = await board.come(role, { viewport: { width: 1366, height: 768 }, theme: 'auto', colorScheme: 'light' })
  const faults: string[] = []
  const look = async (where: string) => void faults.push(...(await seriousFaults(page, where.includes('sel=') ? '.detail-panel' : undefined)).map(fault => `${where}: ${fault}`))
  for (const path of paths()) {
    await visit(page, path)
    await look(path)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await page.locator('html[data-theme="dark"]').waitFor()
    await page.getByRole('heading').first().waitFor()
    await look(`${path} on a dark phone`)
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.locator('html[data-theme="light"]').waitFor()
  }
  expect(faults).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 600_000)

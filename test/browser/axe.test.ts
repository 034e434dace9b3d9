import type { Role } from '../../shared/core/actor.ts'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const pages = [
  '/',
  '/?tab=shift&only=gap',
  '/issue/i-0362',
  '/inbox',
  '/meeting',
  '/supplies',
  '/rechecks',
  '/samples',
  '/routes',
  '/crews',
  '/due',
  '/care',
  '/needs',
  '/recovery',
  '/recovery?view=schools',
  '/help',
  '/help/poster',
  '/requirements',
  '/rounds',
  '/quarantine',
  '/quarantine?view=transfers',
  '/rounds?view=sites',
  '/rounds?view=plan',
  '/tables?table=tb-shortages',
  '/screens',
  '/register',
  '/letters',
  '/posts',
  '/replay',
  '/bulletins',
  '/coverage',
  '/reconcile',
  '/checklists',
  '/posters?kind=careHome',
  '/incidents',
  '/import',
  '/volunteers',
  '/settled',
]

/** Pages with a record open, where only the record is checked: the rest is checked without it. */
const records = [
  '/?sel=issue/i-0362',
  '/?sel=place/pl-huaren-jishui',
  '/?sel=place/pl-no1-school',
  '/?sel=township/440881106',
  '/posts?sel=post/g-exit-anpu',
]

/** A dozen pages a test, so that none is near its time limit where the machine has other work. */
const parts = (role: Role, paths: readonly string[]) => Array.from({ length: Math.ceil(paths.length / 12) }, (_, i) => [role, i + 1, paths.slice(i * 12, i * 12 + 12)] as const)

// Structure depends on the size, contrast on the theme: each page is opened once and checked as a light desk, then as a dark phone.
it.each([
  ...parts('coordinator', [...pages, ...records]),
  ...parts('admin', ['/people', '/people/links', '/rules']),
  ...parts('volunteer', ['/', '/device']),
])('[F97] axe finds nothing serious: %s, part %i', async (role, _part, paths) => {
  const { page, context, errors } = await board.come(role, { viewport: { width: 1366, height: 768 }, theme: 'auto', colorScheme: 'light' })
  const faults: string[] = []
  const look = async (where: string) => void faults.push(...(await seriousFaults(page, where.includes('sel=') ? '.detail-panel' : undefined)).map(fault => `${where}: ${fault}`))
  for (const path of paths) {
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
}, 300_000)

import type { Role } from '../../shared/core/actor.ts'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pageNeeds } from '../../shared/pages.ts'
import { seriousFaults } from './axe.ts'
import { filled, giveSlip } from './filled.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => {
  board = await stage('drill')
  await giveSlip(board)
})
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
  '/reference',
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
  '/address',
  '/exposures',
  '/tables',
  '/care/log',
  '/care/import',
  '/posts/roster',
  '/bulletin/{bulletin}',
  '/bulletin/{bulletin}/rows',
  '/slip/{slip}',
  '/h',
  '/e',
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

const visits = [
  ...parts('coordinator', [...pages, ...records]),
  ...parts('admin', ['/people', '/people/links', '/rules', '/tokens', '/audit', '/admin']),
  ...parts('overseer', ['/city']),
  ...parts('volunteer', ['/', '/device', '/calendar', '/certificate/me']),
]

it('[F97] axe looks at every page there is', () => {
  const seen = new Set(visits.flatMap(([,, paths]) => paths.map(path => path.split('?')[0]!.replace(/\{\w+\}|\/me$|i-0362/, one => one === '/me' ? '/*' : '*'))))
  // The papers of destructions are looked at in care.test.ts, where they are carried out: none is in the drill.
  const all = Object.keys(pageNeeds).filter(path => path !== '/care/plan/:id' && path !== '/incidents/destroyed')
  expect(all.filter(path => !seen.has(path.replace(/:\w+/, '*')))).toEqual([])
})

const desk = { size: { width: 1366, height: 768 }, theme: 'light' } as const
const phone = { size: { width: 390, height: 844 }, theme: 'dark' } as const

// Structure depends on the size, contrast on the theme. A page is opened as the last one was left and checked, then changed to the other
// layout and checked for what theme and layout decide, so that each costs one visit and one change.
it.each(visits)('[F97] axe finds nothing serious: %s, part %i', async (role, _part, paths) => {
  const { page, context, errors } = await board.come(role, { viewport: desk.size, theme: 'auto', colorScheme: desk.theme })
  const faults: string[] = []
  const look = async (where: string, again: boolean) => {
    const part = where.includes('sel=') ? '.detail-panel' : undefined
    faults.push(...(await seriousFaults(page, { part, again })).map(fault => `${where} ${now.theme}: ${fault}`))
  }
  let now: typeof desk | typeof phone = desk
  for (const pattern of paths) {
    const path = filled(board, pattern)
    await visit(page, path)
    await look(path, false)
    now = now === desk ? phone : desk
    await page.setViewportSize(now.size)
    await page.emulateMedia({ colorScheme: now.theme, reducedMotion: 'reduce' })
    await page.locator(`html[data-theme="${now.theme}"]`).waitFor()
    await page.getByRole('heading').first().waitFor({ state: 'attached' })
    // The map's desk and phone are different pages.
    await look(path, !/^\/(?:\?|$)/.test(path))
  }
  expect(faults).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 300_000)

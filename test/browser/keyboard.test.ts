import type { Page } from 'playwright-core'
import type { Role } from '../../shared/core/actor.ts'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { filled, giveSlip } from './filled.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => {
  board = await stage('drill')
  await giveSlip(board)
})
afterAll(() => board.end())

interface Walk { readonly seen: Set<Element>, readonly faults: string[], readonly all: readonly HTMLElement[] }
declare global {
  interface Window { walk: Walk }
}

/** Notes, on the page, everything that can be used, and then each element that takes the focus: whether it is seen to have it, and in sight. */
const begin = (page: Page) => page.evaluate(() => {
  const name = (el: Element) => `${el.tagName.toLowerCase()}.${el.className} "${(el.getAttribute('aria-label') ?? el.textContent ?? '').trim().slice(0, 30)}"`
  const usable = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [tabindex="0"]')].filter(el =>
    el.tabIndex >= 0 && !(el as HTMLButtonElement).disabled && el.checkVisibility({ visibilityProperty: true }) && !el.closest('[inert], select *')
    // Of a group of radio buttons, the chosen one or the first takes the focus; arrows move among them.
    && !(el instanceof HTMLInputElement && el.type === 'radio' && !el.checked))
  window.walk = { seen: new Set(), faults: [], all: usable }
  document.addEventListener('focusin', ({ target }) => {
    const el = target as HTMLElement
    const { seen, faults } = window.walk
    if (seen.has(el)) return
    seen.add(el)
    const shown = [el, ...el.parentElement ? [el.parentElement] : [], ...el.closest('label') ? [el.closest('label')!] : []].some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
    })
    if (!shown) faults.push(`${name(el)}: the focus cannot be seen`)
    const box = el.getBoundingClientRect()
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) faults.push(`${name(el)}: has the focus out of sight`)
  }, true)
  ;(document.activeElement as HTMLElement | null)?.blur()
  window.getSelection()?.removeAllRanges()
  return usable.length
})

const end = (page: Page) => page.evaluate(() => {
  const { seen, faults, all } = window.walk
  const missed = all.filter(el => el.isConnected && el.checkVisibility({ visibilityProperty: true }) && !seen.has(el))
  return [...faults, ...missed.map(el => `${el.tagName.toLowerCase()}.${el.className} "${(el.getAttribute('aria-label') ?? el.textContent ?? '').trim().slice(0, 30)}": never has the focus`)]
})

const walks: readonly (readonly [Role, readonly string[]])[] = [
  ['coordinator', ['/', '/?tab=place', '/?tab=shift', '/?sel=issue/i-0362', '/?sel=place/pl-huaren-jishui', '/?sel=township/440881106', '/?sel=team/team-3', '/?tab=zone&sel=zone/z-jishui', '/?tab=shortage&sel=shortage/so-4', '/issue/i-0362', '/inbox', '/rechecks', '/letters', '/samples', '/settled', '/meeting', '/meeting?show=routes', '/routes', '/coverage', '/checklists', '/posters?kind=welfareHome', '/posts', '/posts/roster', '/volunteers', '/crews', '/calendar', '/supplies', '/supplies?view=stock', '/supplies?view=deliveries', '/supplies?view=market', '/bulletins', '/replay', '/register?text=华仁', '/due', '/address', '/reconcile', '/import', '/incidents', '/rules']],
  ['coordinator', ['/device', '/recovery', '/requirements', '/needs', '/help', '/help/poster', '/care', '/care/log', '/care/import', '/screens', '/exposures', '/tables?table=tb-shortages', '/rounds', '/rounds?view=plan', '/quarantine', '/quarantine?view=transfers', '/bulletin/{bulletin}', '/bulletin/{bulletin}/rows', '/slip/{slip}', '/h', '/e']],
  ['admin', ['/people', '/people/links', '/incidents', '/tokens', '/audit', '/admin']],
  ['inspector', ['/']],
  ['gridWorker', ['/', '/needs']],
  ['volunteer', ['/', '/certificate/me', '/calendar']],
  ['unit', ['/', '/inbox', '/supplies']],
]

it.each(walks)('[F97] by keyboard alone everything on every page is reached, seen to have the focus, and left again: %s', async (role, paths) => {
  const { page, context, errors } = await board.come(role)
  const keys = await context.newCDPSession(page)
  const tab = () => keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 })
  const faults: string[] = []
  for (const pattern of paths) {
    const path = filled(board, pattern)
    await visit(page, path)
    const count = await begin(page)
    // Some more, since a list grows while one goes through it; a trap shows the same few again, and the rest is missed.
    for (let i = 0; i < count + 12; i += 10) await Promise.all(Array.from({ length: 10 }, tab))
    faults.push(...(await end(page)).map(one => `${path}: ${one}`))
    await page.evaluate(() => document.body.focus())
  }
  expect(faults).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 600_000)

it('[F97] a dialog, a menu and a panel opened by keyboard take the focus, keep it while they must, close with Esc and give it back', async () => {
  const { page, context, errors } = await board.come('coordinator')
  const opens: readonly (readonly [path: string, button: string, what: string])[] = [
    ['/', '.left-panel footer .primary', 'dialog[open]'],
    ['/?tab=zone', '.left-panel footer .primary', 'dialog[open]'],
    ['/?tab=shift', '.left-panel footer .primary', 'dialog[open]'],
    ['/', '.filters [aria-expanded]', '.filters .choices'],
    ['/', '.tools [aria-expanded]', '.tools .choices'],
    ['/?sel=place/pl-huaren-jishui', '.detail-panel .edits button, .detail-panel button:has-text("编辑")', 'dialog[open]'],
    ['/posts', '.acts .primary, header .primary', 'dialog[open]'],
  ]
  for (const [path, button, what] of opens) {
    await visit(page, path)
    await page.locator(button).first().focus()
    await page.keyboard.press('Enter')
    await page.locator(what).waitFor()
    if (what.startsWith('dialog')) {
      await expect.poll(() => page.evaluate(() => Boolean(document.activeElement?.closest('dialog[open]')))).toBe(true)
      for (let i = 0; i < 25; i++) {
        await page.keyboard.press('Tab')
        expect(await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement?.closest('dialog[open]'))), `${path} ${i}`).toBe(true)
      }
    }
    await page.keyboard.press('Escape')
    await page.locator(what).waitFor({ state: 'detached' })
    await expect.poll(() => page.locator(button).first().evaluate(one => one === document.activeElement), { message: path }).toBe(true)
  }

  // A row of the list opens its record with the arrows; the panel's own button closes it, and the list goes on.
  await visit(page, '/')
  await page.locator('.scroller').focus()
  await page.keyboard.press('ArrowDown')
  await page.locator('.detail-panel').waitFor()
  await page.locator('.detail-panel header button').last().focus()
  await page.keyboard.press('Enter')
  await page.locator('.detail-panel').waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('.scroller').evaluate(one => one === document.activeElement)).toBe(true)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 300_000)

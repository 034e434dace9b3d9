import type { Locator } from 'playwright-core'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

it('[F02] [F38] the whole picture on one screen: map, numbers, newest events, nothing to scroll', async () => {
  const { page, context, errors } = await board.come('coordinator', { viewport: { width: 1920, height: 1080 } })
  const strip = page.locator('.strip')
  for (const words of [/发现问题\s*369/, /完成整改\s*314/, /持续跟进\s*55/, /逾期\s*4/, /物资缺口\s*7/, /今夜空班\s*3/]) await strip.getByRole('button', { name: words }).waitFor()
  await expect.poll(() => page.locator('.feed-panel li').count()).toBeGreaterThanOrEqual(10)
  expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await page.getByText('演练 · 数据虚构').waitFor()
  await page.getByText('示意分区：按驻地距离推算，非行政区划界线').waitFor()
  expect(errors).toEqual([])
  await context.close()
})

it('[F02] a desk that comes back to its stored board has the newest events, not only the ones it missed', async () => {
  const { page, context, cable } = await board.come('coordinator', { viewport: { width: 1920, height: 1080 } })
  const lines = page.locator('.feed-panel li')
  await expect.poll(() => lines.count()).toBeGreaterThanOrEqual(10)
  await page.goto('about:blank')
  const admin = board.board.accounts.list().find(one => one.role === 'admin')!
  await board.board.authority.submit({ id: 'one-missed', name: 'announce', args: { announcement: 'missed', text: '错过的一条' } }, admin)
  await page.goto(cable.address)
  await lines.filter({ hasText: '错过的一条' }).waitFor()
  await expect.poll(() => lines.count()).toBeGreaterThanOrEqual(10)
  await context.close()
})

it('[F38] every number opens exactly its rows, and the list, the map and the number agree', async () => {
  const { page, context } = await board.come('coordinator')
  const rows: [RegExp, number][] = [[/发现问题/, 369], [/完成整改/, 314], [/持续跟进/, 55], [/逾期/, 4], [/物资缺口/, 7], [/今夜空班/, 3]]
  /** The rows of the list, with the settled ones that its last line leads to. */
  const listed = async () => {
    const [here, left] = await Promise.all(['footer', '.more-settled'].map(async part => (await page.locator(`.left-panel ${part}`).allTextContents()).join('')))
    return Number(/· (\d+) 项/.exec(here ?? '')?.[1]) + Number(/还有 (\d+) 条/.exec(left ?? '')?.[1] ?? 0)
  }
  for (const [name, count] of rows) {
    await page.locator('.strip').getByRole('button', { name }).click()
    await expect.poll(listed).toBe(count)
  }
  await page.goBack()
  await page.locator('.left-panel footer').getByText('· 7 项').waitFor()
  await context.close()
})

it('[F05] a township opens its issues, places, shifts and supplies', async () => {
  const { page, context } = await board.come('coordinator', { viewport: { width: 1920, height: 1080 } })
  await visit(page, '/?sel=township/440881106')
  const panel = page.locator('.right')
  await panel.getByRole('heading', { name: '良垌镇' }).waitFor()
  await panel.getByRole('button', { name: /持续跟进\s*7/ }).click()
  await page.locator('.left-panel footer').getByText('· 7 项').waitFor()
  await context.close()
})

it('[F96] [F97] by keyboard alone: find by initials, walk the list, open, report', async () => {
  const { page, context } = await board.come('coordinator')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('jszhr')
  await page.getByRole('option', { name: /吉水镇华仁养老院/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.right').getByRole('heading', { name: '吉水镇华仁养老院' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.url()).not.toContain('sel=')
  await page.keyboard.press('j')
  await expect.poll(() => page.url()).toContain('sel=')
  // Two keys in one moment, before the address has changed.
  await page.evaluate(() => ['j', 'k'].forEach(key => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))))
  await page.locator('.right').getByRole('heading', { name: '个体商户未张贴场所码 12 户' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  const form = page.getByRole('dialog', { name: '上报问题' })
  await form.waitFor()
  const walkTo = async (target: Locator) => {
    for (let i = 0; i < 40 && !await target.evaluate(element => element === document.activeElement); i++) await page.keyboard.press('Tab')
  }
  await walkTo(form.getByPlaceholder(/场所/))
  await page.keyboard.type('良垌镇南桥小学')
  await form.getByRole('button', { name: '良垌镇南桥小学' }).first().waitFor()
  await page.keyboard.press('Enter')
  await walkTo(form.getByPlaceholder('一句话说清哪里不对'))
  await page.keyboard.type('只用键盘写的')
  await walkTo(form.getByLabel('重点方面'))
  // Opens the list, goes on in it, and chooses.
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await walkTo(form.getByRole('button', { name: '发送' }))
  await page.keyboard.press('Enter')
  await expect.poll(() => [...board.board.authority.board.all('issue')].some(issue => issue.title === '只用键盘写的')).toBe(true)
  await context.close()
})

it.each(['zh', 'en'] as const)('[F38] the filters of each list take one line at 1366 pixels; what is set in their menu is seen and taken off: %s', async (lang) => {
  const { page, context, errors } = await board.come('coordinator', { lang })
  for (const tab of ['issue', 'place', 'shift', 'shortage', 'zone']) {
    await visit(page, tab === 'issue' ? '/' : `/?tab=${tab}`)
    expect(await page.locator('.left-panel .filters').evaluate(line => line.clientHeight), tab).toBeLessThan(48)
    expect(await page.locator('.left-panel .tabs').evaluate(line => line.clientHeight), tab).toBeLessThan(48)
  }
  await visit(page, '/')
  const menu = page.locator('.filters [aria-expanded]')
  await menu.click()
  const awaiting = [...board.board.authority.board.all('issue')].filter(one => one.state === 'awaiting')
  await page.locator('.filters .states button').filter({ hasText: String(awaiting.length) }).click()
  await page.locator('.filters .choices select').first().selectOption(awaiting[0]!.township)
  await page.keyboard.press('Escape')
  await page.locator('.filters .choices').waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe('false')
  const rows = page.locator('.left-panel footer')
  await rows.getByText(`· ${awaiting.filter(one => one.township === awaiting[0]!.township).length}`).waitFor()
  await page.locator('.filters .chosen button').first().click()
  await rows.getByText(`· ${awaiting.length}`).waitFor()
  await page.locator('.filters .chosen button').click()
  await page.locator('.filters .chosen').waitFor({ state: 'detached' })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, serviceWorkers: 'block' } as const
const desk = { serviceWorkers: 'block' } as const

interface AtLive { fetched: string[], asked: string[] }

/** Notes in the page, at the very moment when the board is live, what has been fetched and what the page asks for ahead; what comes a moment later is no part of the visit. */
const noteAtLive = (page: Page) => page.addInitScript(() => {
  const path = (url: string) => new URL(url).pathname
  new MutationObserver((_, watcher) => {
    if (!document.querySelector('[data-link="live"]')) return
    watcher.disconnect()
    const asked = [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload], link[rel=preload]')].map(link => path(link.href))
    Object.assign(window, { atLive: { fetched: performance.getEntriesByType('resource').map(one => path(one.name)), asked } })
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-link'] })
})

/** Loads the page again as on a first visit; answers what was fetched until it was live, how each came, and what the page had asked for ahead. */
async function firstVisit(page: Page) {
  const coding = new Map<string, string | undefined>()
  await noteAtLive(page)
  await page.evaluate(() => localStorage.removeItem('yixian:last'))
  page.on('response', async response => coding.set(new URL(response.url()).pathname, response.headers()['content-encoding']))
  await page.reload()
  await page.waitForFunction(() => 'atLive' in window)
  page.removeAllListeners('response')
  const { fetched, asked } = await page.evaluate(() => (window as unknown as { atLive: AtLive }).atLive)
  const live = fetched.map(name => ({ name, coding: coding.get(name) }))
  return { live, asked, scripts: live.filter(one => /\/assets\/.*\.js$/.test(one.name)) }
}
const part = (name: string) => /\/assets\/([\w-]+)-[\w-]{8}\.js$/.exec(name)?.[1] ?? name

const wordsOf = (names: readonly string[]) => names.map(part).filter(name => name.startsWith('words-'))

it('[LD2] a volunteer\'s first visit fetches a few scripts, compressed, and no script of the desk, the map or the lists', async () => {
  const { page, context, errors } = await board.come('volunteer', phone)
  const { live, scripts } = await firstVisit(page)
  const names = scripts.map(one => part(one.name))
  expect(names).toEqual(expect.arrayContaining(['first', 'phone']))
  for (const other of ['desk', 'map', 'lists', 'pages']) expect(names).not.toContain(other)
  // The card of the next shift is fetched for people who have one.
  expect(new Set(names.filter(name => !['NextShift', 'next', 'datum'].includes(name))).size, names.join(' ')).toBeLessThanOrEqual(6)
  expect(scripts.filter(one => one.coding !== 'br').map(one => part(one.name))).toEqual([])
  for (const api of ['session', 'county', 'incidents', 'i/first/board']) expect(live.filter(one => one.name === `/api/${api}`), api).toHaveLength(1)
  expect(errors).toEqual([])
  await context.close()
})

it('[LD2] what only a press opens is not fetched before the board is live, and is fetched then', async () => {
  const { page, context, errors } = await board.come('volunteer', phone)
  const names = (await firstVisit(page)).asked.map(part)
  expect(names).toContain('phone')
  for (const later of ['shared', 'panel', 'words-screens-zh']) expect(names).not.toContain(later)
  await page.waitForFunction(() => ['shared', 'panel'].every(name => document.querySelector(`link[rel=modulepreload][href*="/${name}-"]`)))
  expect(errors).toEqual([])
  await context.close()
})

it('[LD2] the screen uses everything that the page preloads', async () => {
  for (const guest of [phone, desk]) {
    const { page, context, errors } = await board.come(guest === phone ? 'volunteer' : 'coordinator', guest)
    const { asked: ahead } = await firstVisit(page)
    expect(ahead.length).toBeGreaterThan(4)
    const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').map(one => new URL(one.name).pathname))
    await expect.poll(fetched).toEqual(expect.arrayContaining(ahead))
    const styles = await page.evaluate(() => [...document.styleSheets].map(sheet => sheet.href && new URL(sheet.href).pathname))
    for (const name of ahead.filter(one => one.endsWith('.css'))) expect(styles).toContain(name)
    expect(errors).toEqual([])
    await context.close()
  }
})

it('[LD2] a first visit fetches the words of its own language; the other ones come when it is chosen', async () => {
  for (const lang of ['zh', 'zh-Hant', 'en'] as const) {
    const { page, context, cable, errors } = await board.come('volunteer', { ...phone, lang })
    const { scripts } = await firstVisit(page)
    expect(wordsOf(scripts.map(one => one.name))).toContain(`words-${lang}`)
    expect(wordsOf(scripts.map(one => one.name)).filter(name => name !== `words-${lang}` && name !== `words-screens-${lang}`)).toEqual([])
    await page.goto(`${cable.address}/join`)
    const [own, other, label] = lang === 'en' ? ['Language', 'zh-Hant', '語言'] : [lang === 'zh' ? '语言' : '語言', 'en', 'Language']
    await page.getByLabel(own).selectOption(other)
    await page.getByLabel(label).waitFor()
    expect(errors).toEqual([])
    await context.close()
  }
})

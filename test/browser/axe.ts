import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import axe from 'axe-core'

/** The rules of axe 4.13 whose faults are always minor or moderate: they would be run only to be left out. */
const lesser = [
  'aria-allowed-role',
  'aria-deprecated-role',
  'empty-heading',
  'empty-table-header',
  'focus-order-semantics',
  'form-field-multiple-labels',
  'heading-order',
  'hidden-content',
  'html-xml-lang-mismatch',
  'image-redundant-alt',
  'landmark-banner-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
  'meta-viewport',
  'meta-viewport-large',
  'no-autoplay-audio',
  'page-has-heading-one',
  'presentation-role-conflict',
  'region',
  'scope-attr-valid',
  'server-side-image-map',
  'skip-link',
  'table-duplicate-name',
]

declare global {
  interface Window { readonly axe?: typeof axe }
}

/** Of a long list or table the first rows are checked: the others are made by the same code. */
const laterRows = ['tbody > tr', 'li', '.row'].map(row => `${row}:nth-child(n + 13)`)

/** The faults axe calls serious or critical on a page, or in one part of it, one line each. A document is given the code of axe once. */
export async function seriousFaults(page: Page, part = 'html'): Promise<string[]> {
  await page.locator(part).first().waitFor()
  // A colour that is still changing has the contrast of neither theme. What was just drawn may begin to change with the next frame.
  await page.evaluate(async () => {
    const changing = () => document.getAnimations().filter(one => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity)
    do {
      await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 50))))
      await Promise.allSettled(changing().map(one => one.finished))
    } while (changing().length)
  })
  if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async ([include, exclude, off]): Promise<AxeResults['violations']> => {
    const rules = Object.fromEntries(off.map(rule => [rule, { enabled: false }]))
    return (await window.axe!.run({ include, exclude: exclude.filter(one => document.querySelector(one)) }, { resultTypes: ['violations'], rules })).violations
  }, [[part], laterRows, lesser] as [string[], string[], readonly string[]])
  return violations
    .filter(one => one.impact === 'serious' || one.impact === 'critical')
    .map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' ')} ${one.nodes[0]?.any[0]?.message ?? ''}`)
}

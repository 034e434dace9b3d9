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

/** The rules that a theme or a layout decides. All others find the same on a page already checked in another theme and size. */
const looks = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'label', 'button-name', 'link-name', 'select-name', 'nested-interactive']

/**
 * Marks one text of each kind on the page: of those that have the same classes, colour, size, weight and ground, one is asked for its
 * contrast. A table of 1,456 texts has 41 kinds, and asking is most of what axe costs.
 */
const markKinds = (page: Page) => page.evaluate(() => {
  const grounds = new Map<Element, string>()
  const ground = (el: Element | null): string => {
    if (!el) return ''
    const known = grounds.get(el)
    if (known !== undefined) return known
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(el)
    const own = `${backgroundColor} ${backgroundImage} ${opacity}`
    const all = own === 'rgba(0, 0, 0, 0) none 1' ? ground(el.parentElement) : `${own} ${ground(el.parentElement)}`
    grounds.set(el, all)
    return all
  }
  const seen = new Set<string>()
  for (const el of document.querySelectorAll<HTMLElement>('body, body *')) {
    delete el.dataset.kind
    const speaks = el.matches('input, select, textarea') || [...el.childNodes].some(one => one.nodeType === Node.TEXT_NODE && one.nodeValue!.trim())
    if (!speaks || !el.checkVisibility({ visibilityProperty: true })) continue
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(el)
    const kind = [el.tagName, el.className, el.parentElement?.className, color, fontSize, fontWeight, textShadow, ground(el)].join('|')
    if (seen.has(kind)) continue
    seen.add(kind)
    el.dataset.kind = ''
  }
})

interface Asked { readonly part?: string | undefined, /** The page was checked in another theme and size: only what these decide is checked again. */ readonly again?: boolean }

/** The faults axe calls serious or critical on a page, or in one part of it, one line each. A document is given the code of axe once. */
export async function seriousFaults(page: Page, { part = 'html', again = false }: Asked = {}): Promise<string[]> {
  await page.locator(part).first().waitFor()
  // A colour that is still changing has the contrast of neither theme. What was just drawn may begin to change with the next frame.
  await page.evaluate(async () => {
    const changing = () => document.getAnimations().filter(one => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity)
    do {
      await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 50))))
      await Promise.allSettled(changing().map(one => one.finished))
    } while (changing().length)
  })
  if (!await page.evaluate(() => Boolean(window.axe))) {
    await page.evaluate(axe.source)
    // Marks on a map lie where their places lie, also on each other; the list beside it has each of them in full size, as WCAG 2.5.8 allows.
    await page.evaluate(() => window.axe!.configure({ rules: [{ id: 'color-contrast', selector: '[data-kind]' }, { id: 'target-size', selector: '*:not(.stop)' }] }))
  }
  await markKinds(page)
  const violations = await page.evaluate(async ([include, exclude, off, only]): Promise<AxeResults['violations']> => {
    const which = only.length ? { runOnly: only as string[] } : { rules: Object.fromEntries(off.map(rule => [rule, { enabled: false }])) }
    return (await window.axe!.run({ include, exclude: exclude.filter(one => document.querySelector(one)) }, { resultTypes: ['violations'], ...which })).violations
  }, [[part], laterRows, lesser, again ? looks : []] as [string[], string[], readonly string[], readonly string[]])
  return violations
    .filter(one => one.impact === 'serious' || one.impact === 'critical')
    .map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' ')} ${one.nodes[0]?.any[0]?.message ?? ''}`)
}

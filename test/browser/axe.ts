import type { Page } from 'playwright-core'
import AxeBuilder from '@axe-core/playwright'

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

/** The faults axe calls serious or critical on a page, or in one part of it, one line each. Our pages have no frames, so axe runs in the page itself, three times as fast. */
export async function seriousFaults(page: Page, part = 'html'): Promise<string[]> {
  await page.locator(part).first().waitFor()
  const { violations } = await new AxeBuilder({ page }).include(part).setLegacyMode().options({ resultTypes: ['violations'] }).disableRules(lesser).analyze()
  return violations
    .filter(one => one.impact === 'serious' || one.impact === 'critical')
    .map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' ')}`)
}

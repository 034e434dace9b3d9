import type { Page } from 'playwright-core'
import AxeBuilder from '@axe-core/playwright'

/** The faults axe calls serious or critical on a page, one line each. Our pages have no frames, so axe runs in the page itself, three times as fast. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()
  return violations
    .filter(one => one.impact === 'serious' || one.impact === 'critical')
    .map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' ')}`)
}

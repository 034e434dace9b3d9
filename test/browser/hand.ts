import type { Locator, Page } from 'playwright-core'

/** Signs in a box, as a finger would. */
async function signIn(page: Page, pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no box to sign in')
  await page.mouse.move(box.x + 30, box.y + 60)
  await page.mouse.down()
  for (let i = 0; i < 6; i++) await page.mouse.move(box.x + 30 + i * 25, box.y + 30 + (i % 2) * 40)
  await page.mouse.up()
}

/** Signs in every box of a form, once it is open. */
export async function signAll(page: Page, form: Locator): Promise<void> {
  const pads = form.locator('canvas')
  await pads.first().waitFor()
  for (const pad of await pads.all()) await signIn(page, pad)
}

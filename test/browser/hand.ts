import type { Locator, Page } from 'playwright-core'

/** Draws a signature in a box, as a finger would. */
async function signIn(page: Page, pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no box to sign in')
  await page.mouse.move(box.x + 30, box.y + 60)
  await page.mouse.down()
  for (let i = 0; i < 6; i++) await page.mouse.move(box.x + 30 + i * 25, box.y + 30 + (i % 2) * 40)
  await page.mouse.up()
}

/** Draws a signature in every box of a form, once it is open. */
export async function signAll(page: Page, form: Locator): Promise<void> {
  const pads = form.locator('canvas')
  await pads.first().waitFor()
  for (const pad of await pads.all()) await signIn(page, pad)
}

/** Reports through the form, as a person does: place, what is wrong, send. */
export async function report(page: Page, place: string, title: string): Promise<void> {
  await page.getByRole('button', { name: '上报问题' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByPlaceholder('输入场所名称').fill(place)
  await form.getByRole('button', { name: place }).first().click()
  await form.getByPlaceholder('一句话说清哪里不对').fill(title)
  await form.getByLabel('重点方面').selectOption({ label: '安全保障' })
  await form.getByRole('button', { name: '发送' }).click()
  await form.waitFor({ state: 'detached' })
}

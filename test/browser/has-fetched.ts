import type { Page } from 'playwright-core'

/** Waits until a part of the page has come, with the scripts that it imports and its styles. */
export async function hasFetched(page: Page, name: string): Promise<void> {
  const script = await page.waitForFunction(part => performance.getEntriesByType('resource').find(one => one.name.includes(`/${part}-`) && one.name.endsWith('.js'))?.name, name)
  // As text: an import written here would become one of the test's own.
  await page.evaluate(`import(${JSON.stringify(await script.jsonValue())}).then(() => {})`)
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(link => link.sheet))
}

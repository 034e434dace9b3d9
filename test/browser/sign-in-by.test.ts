import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { folder } from '../support/county.ts'
import { freePort } from '../support/free-port.ts'
import { oidcProvider } from '../support/oidc-provider.ts'
import { seriousFaults } from './axe.ts'

it('[F91] [SO1] [SO4] a person comes by the provider’s button, on a phone and at a desk; somebody whom nobody knows reads why and what to do', async () => {
  const [port, data, provider] = [await freePort(), await fs.mkdtemp(path.join(os.tmpdir(), 'yixian-login-')), await oidcProvider()]
  const home = `http://127.0.0.1:${port}`
  const bugs: unknown[] = []
  const board = await startBoard({ config: readConfig({ PORT: String(port), PUBLIC_URL: home, DATA_DIR: data, START_WITH: 'empty', OIDC: provider.settings({ seconds: 20 }) }), folder, pages: path.resolve('dist/client'), onBug: bug => bugs.push(bug) })
  const browser = await chromium.connect(inject('browser'))
  const admin = board.accounts.list()[0]!.id
  board.accounts.change('system', admin, { logins: [{ id: 'oidc', realm: `oidc ${provider.issuer} sub`, name: 'p-1' }] })

  for (const [width, height, colorScheme, locale, words] of [[390, 844, 'light', 'zh-CN', '用“粤政通”登录'], [1366, 768, 'dark', 'en-GB', 'Sign in with 粤政通']] as const) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale, serviceWorkers: 'block', reducedMotion: 'reduce' })
    const page = await context.newPage()
    provider.twists.claims = { sub: 'p-2' }
    await page.goto(`${home}/in`)
    await page.getByRole('button', { name: words }).click()
    await page.getByRole('alert').waitFor()
    expect(new URL(page.url()).search).toBe('?no=stranger')
    expect(await seriousFaults(page)).toEqual([])
    if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/${width}-${colorScheme}.png` })
    provider.twists.claims = {}
    await page.getByRole('button', { name: words }).press('Enter')
    await page.locator('[data-link="live"]').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    await context.close()
  }
  await browser.close()
  await board.close()
  await fs.rm(data, { recursive: true })
  expect(bugs).toEqual([])
})

import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { chromium } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { folder } from '../support/county.ts'
import { seriousFaults } from './axe.ts'

/** Passkeys need to know the board's address before it starts, so a port that is free is looked for. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

it('[F91] [SF2] [SF8] [SF9] an administrator sets up an app and a passkey, signs in with each, and a copied passkey is refused and says so', async () => {
  const [port, data] = [await freePort(), await fs.mkdtemp(path.join(os.tmpdir(), 'yixian-factor-'))]
  const home = `http://localhost:${port}`
  const bugs: unknown[] = []
  const board = await startBoard({ config: readConfig({ PORT: String(port), PUBLIC_URL: home, DATA_DIR: data, START_WITH: 'empty' }), folder, pages: path.resolve('dist/client'), onBug: bug => bugs.push(bug) })
  const browser = await chromium.connect(inject('browser'))
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', serviceWorkers: 'block', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const admin = board.accounts.list()[0]!.id
  const enter = async () => {
    await page.goto('about:blank')
    await page.goto(`${home}/in#${board.accounts.invite(admin, 1)}`)
  }
  const clean = async () => expect(await seriousFaults(page)).toEqual([])
  const line = await context.newCDPSession(page)
  await line.send('WebAuthn.enable')
  const { authenticatorId } = await line.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true } })

  await enter()
  await page.locator('[data-link="live"]').first().waitFor()
  await page.goto(`${home}/device`)
  const mine = page.locator('section.factor')
  await mine.getByRole('button', { name: '设置手机验证器' }).click()
  await mine.getByText('扫不了时手工输入密钥').click()
  const app = new TOTP({ secret: Secret.fromBase32((await mine.locator('details code').textContent())!) })
  await mine.getByLabel('验证器显示的 6 位数字').fill(app.generate())
  await mine.getByRole('button', { name: '启用' }).click()
  const codes = await mine.locator('.codes code').allTextContents()
  expect(codes).toHaveLength(10)
  await clean()
  await mine.getByRole('button', { name: '已收好' }).click()
  await mine.getByRole('button', { name: '添加通行密钥' }).click()
  await mine.getByLabel('给它起个名字').fill('办公室电脑')
  await mine.getByRole('button', { name: '添加通行密钥' }).click()
  await mine.getByRole('listitem').filter({ hasText: '办公室电脑' }).waitFor()
  await clean()

  // A link alone leads to the second step; the page of the board leads back to it.
  await enter()
  await page.getByRole('heading', { name: '还差一步' }).waitFor()
  await page.goto(home)
  await page.waitForURL('**/in')
  await clean()
  await page.getByLabel('验证码').fill('000000')
  await page.getByRole('button', { name: '验证', exact: true }).click()
  await page.getByText('验证码不对').waitFor()
  await page.getByRole('button', { name: '用通行密钥' }).click()
  await page.locator('[data-link="live"]').first().waitFor()
  await enter()
  await page.getByLabel('验证码').fill(codes[0]!)
  await page.getByRole('button', { name: '验证', exact: true }).click()
  await page.locator('[data-link="live"]').first().waitFor()

  // A copy of the key on another device does not know how often it was used.
  const { credentials: [credential] } = await line.send('WebAuthn.getCredentials', { authenticatorId })
  await line.send('WebAuthn.removeCredential', { authenticatorId, credentialId: credential!.credentialId })
  await line.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential!, signCount: 0 } })
  await enter()
  await page.getByRole('button', { name: '用通行密钥' }).click()
  await page.getByText('可能被人复制过').waitFor()
  await page.getByLabel('验证码').fill(codes[1]!)
  await page.getByRole('button', { name: '验证', exact: true }).click()
  await page.locator('[data-link="live"]').first().waitFor()
  await page.goto(`${home}/device`)
  await mine.getByText('可能被复制').waitFor()
  const row = mine.getByRole('listitem').filter({ hasText: '办公室电脑' })
  await row.getByRole('button', { name: '删除' }).click()
  await row.getByRole('button', { name: '删除' }).click()
  await row.waitFor({ state: 'detached' })
  expect(bugs).toEqual([])
  await context.close()
  await browser.close()
  await board.close()
  await fs.rm(data, { recursive: true, force: true, maxRetries: 5 })
})

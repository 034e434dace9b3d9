import type { Page } from 'playwright-core'
import type { Manner } from '../support/proxy.ts'
import type { Stage, Visitor } from './stage.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { proxy } from '../support/proxy.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const slow = (page: Page) => page.locator('.link[data-link="live"]', { hasText: '慢速连接' })
const quick = (page: Page) => page.locator('.link[data-link="live"]', { hasText: '实时' })

/** A coordinator behind a proxy; how long it took until their board was live is printed. */
async function behind(manner: Manner, before?: () => void) {
  const between = await proxy(board.board.port, manner)
  const began = performance.now()
  const visitor = await board.come('coordinator', { through: between, before })
  console.log(`live after ${Math.round(performance.now() - began)} ms: ${JSON.stringify(manner)}${before ? ', no WebSocket' : ''}`)
  return { between, visitor, end: async () => [await visitor.context.close(), await between.end()] }
}

/** Expects that all changes by others arrive here, and that a change made here is stored. */
async function bothWays({ page, errors }: Visitor, word: string): Promise<void> {
  const { authority } = board.board
  const issues = () => [...authority.board.all('issue')]
  const { township, lng, lat } = issues()[0]!
  const report = async (issue: string) => expect(await authority.submit({ id: randomUUID(), name: 'reportIssue', args: { issue, title: word, aspect: 'safety', severity: 'day', township, lng, lat } }, { id: 'somebody', role: 'inspector' })).toMatchObject({ ok: true })
  const mine = randomUUID()
  await report(mine)
  await page.goto(`${new URL(page.url()).origin}/?sel=issue/${mine}`)
  await page.locator('[data-link="live"]').first().waitFor()
  for (let i = 0; i < 30; i++) await report(randomUUID())
  await expect.poll(() => page.locator('.strip b').first().textContent()).toBe(String(issues().length))
  await page.locator('.right').getByRole('button', { name: '编辑' }).click()
  await page.getByRole('dialog').getByLabel('标题').fill(`${word}改过`)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect.poll(() => authority.board.get('issue', mine)?.title).toBe(`${word}改过`)
  await expect.poll(() => page.getByText('条待发').count()).toBe(0)
  expect(errors).toEqual([])
}

it('[LP3] [F80] a browser without WebSockets works by long polling, and its header says that the connection is slow', async () => {
  const { between, visitor, end } = await behind('pass', () => Reflect.deleteProperty(globalThis, 'WebSocket'))
  await slow(visitor.page).waitFor()
  await bothWays(visitor, '无线')
  await slow(visitor.page).waitFor()
  expect(between.polls.asked).toBeGreaterThan(3)
  await end()
})

it('[LP4] [F80] behind a proxy that refuses WebSockets the board is live by long polling, and switches to a WebSocket when it can', async () => {
  const { between, visitor, end } = await behind('refuse')
  await slow(visitor.page).waitFor()
  await bothWays(visitor, '拒绝')
  await slow(visitor.page).waitFor()
  between.become('pass')
  await visitor.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await quick(visitor.page).waitFor()
  const { asked } = between.polls
  await bothWays(visitor, '恢复')
  await quick(visitor.page).waitFor()
  expect(between.polls.asked).toBe(asked)
  await end()
})

it('[LP4] [F80] if WebSockets are cut again and again, the board stays live by long polling', async () => {
  const { visitor, end } = await behind({ cutAfter: 1500 })
  await slow(visitor.page).waitFor({ timeout: 60_000 })
  await bothWays(visitor, '切断')
  await slow(visitor.page).waitFor()
  await end()
})

it('[LP4] [F80] if WebSockets are never answered, the board is live by long polling', async () => {
  const { visitor, end } = await behind('hang')
  await slow(visitor.page).waitFor()
  await bothWays(visitor, '不应')
  await end()
})

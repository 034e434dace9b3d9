import type { TestPostgres } from '../support/postgres.ts'
import type { Stage } from './stage.ts'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPostgres, testPostgres } from '../support/postgres.ts'
import { stage } from './stage.ts'

describe.skipIf(!hasPostgres || process.env.TEST_POSTGRES)('PostgreSQL away', () => {
  let theatre: Stage
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await testPostgres()
    theatre = await stage('empty', { settings: { STORE: await postgres.database() } })
    theatre.board.accounts.add({ name: '何海燕', role: 'coordinator' })
    theatre.board.accounts.add({ name: '林小舟', role: 'volunteer', township: 'shicheng', approved: true })
  })
  afterAll(async () => {
    await theatre?.end()
    await postgres?.stop()
  })

  it('[PG8] a desk and a phone say that nothing can be saved for now; what is done meanwhile waits, and is saved by itself', async () => {
    const desk = await theatre.come('coordinator')
    const phone = await theatre.come('volunteer', { lang: 'en', viewport: { width: 390, height: 844 }, hasTouch: true })
    postgres.server!.kill('SIGQUIT')
    await postgres.server!.ended()
    await desk.page.getByRole('status').filter({ hasText: '暂时不能保存' }).waitFor()
    await phone.page.getByRole('status').filter({ hasText: 'cannot save now' }).waitFor()
    await desk.page.locator('[data-link="away"]').first().waitFor()
    await postgres.server!.start()
    for (const { page } of [desk, phone]) await page.locator('[data-link="live"]').first().waitFor()
    await expect.poll(() => desk.page.getByRole('status').filter({ hasText: '暂时不能保存' }).count()).toBe(0)
    expect([...desk.errors, ...phone.errors, ...theatre.bugs]).toEqual([])
  })
})

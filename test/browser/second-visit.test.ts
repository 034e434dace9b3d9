import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { boardsKept } from './kept.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

/** Without a socket and a service worker, only the page's own requests can tell it who is signed in. */
const alone = { serviceWorkers: 'block', before: () => sessionStorage.getItem('no socket') && Reflect.deleteProperty(window, 'WebSocket') } as const

/** Loads the page again while the server's answers wait for `release`. Answers what was requested of it meanwhile. */
async function again(page: Page) {
  await page.evaluate(() => sessionStorage.setItem('no socket', 'yes'))
  await page.route('**/socket.io/**', route => route.abort())
  const asked: string[] = []
  let release = () => {}
  const released = new Promise<void>(done => release = done)
  await page.route('**/api/**', async (route) => {
    asked.push(new URL(route.request().url()).pathname)
    await released
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  return { asked, release }
}
const signedInAs = (id: string) => board.board.accounts.signIn(board.board.accounts.invite(id, 1), 1)!
const cell = (page: Page) => page.locator('.scroller [data-key]').first()

it('[LD7] a second visit shows the kept board and the map before the server has answered anything', async () => {
  const { page, context, person, errors } = await board.come('coordinator', alone)
  await expect.poll(() => boardsKept(page)).toMatchObject({ boards: 1, last: expect.stringContaining(person.id) })
  const { asked, release } = await again(page)
  await cell(page).waitFor()
  await page.locator('canvas').first().waitFor()
  expect(asked.filter(name => /board|county$|incidents/.test(name))).toEqual([])
  release()
  await expect.poll(() => asked).toContain('/api/session')
  await page.getByText(person.name).first().waitFor()
  expect(errors).toEqual([])
  await context.close()
})

it('[LD7] [AC8] when another person has signed in since, the page becomes theirs and nothing of the last person stays', async () => {
  const { page, context, cable, person, errors } = await board.come('coordinator', alone)
  await expect.poll(() => boardsKept(page)).toMatchObject({ boards: 1 })
  const ina = board.board.accounts.list().find(one => one.role === 'inspector')!
  await context.addCookies([{ name: 'yixian', value: signedInAs(ina.id), domain: new URL(cable.address).hostname, path: '/', httpOnly: true, sameSite: 'Lax' }])
  const { release } = await again(page)
  await page.getByText(person.name).first().waitFor()
  release()
  await expect.poll(() => boardsKept(page)).toMatchObject({ boards: 0, last: expect.stringContaining(ina.id) })
  await page.getByText(person.name).first().waitFor({ state: 'detached' })
  expect(errors).toEqual([])
  await context.close()
})

it('[LD7] [AC8] when the session has ended since, the page shows the sign-in and keeps no board', async () => {
  const { page, context, errors } = await board.come('coordinator', alone)
  await expect.poll(() => boardsKept(page)).toMatchObject({ boards: 1 })
  board.board.accounts.signOut((await context.cookies())[0]!.value)
  const { release } = await again(page)
  await cell(page).waitFor()
  release()
  await page.getByRole('heading', { name: '请用登录链接进入' }).waitFor()
  expect(await boardsKept(page)).toEqual({ boards: 0, last: null })
  expect(errors).toEqual([])
  await context.close()
})

it('[LD7] [LD10] when the person may see other records than before, the kept board is removed; the new one is shown once it has been fetched, before the line is there', async () => {
  const { page, context, person, errors } = await board.come('coordinator', { ...alone, who: board.board.accounts.list().filter(one => one.role === 'coordinator').at(-1)!.id })
  await expect.poll(() => boardsKept(page)).toMatchObject({ boards: 1 })
  const { release } = await again(page)
  const create = page.locator('.left-panel footer .primary')
  await create.waitFor()
  board.board.accounts.change('a', person.id, { role: 'viewer' })
  release()
  await expect.poll(() => boardsKept(page)).toMatchObject({ boards: 0, last: expect.stringContaining('"viewer"') })
  await create.waitFor({ state: 'detached' })
  await cell(page).waitFor()
  await page.locator('[data-link="offline"]:not(.start)').first().waitFor()
  expect(errors).toEqual([])
  await context.close()
})

import type { Authority } from '../../server/board/authority.ts'
import type { Actor, Role } from '../../shared/core/actor.ts'
import type { Row } from './row.ts'
import path from 'node:path'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { loadCounty } from '../../server/counties.ts'
import { withBrowser } from './browser.ts'
import { quantile, round, wait } from './row.ts'
import { scriptTime } from './script-time.ts'
import { sized } from './size.ts'
import { grow } from './tenfold.ts'
import { tempFolder } from './world.ts'

const hour = 3_600_000
const times = sized(10, 2)
const commits = sized(60, 2)
/** Time in ms from a commit until the screen is still: the glow of its row lasts longest. */
const quiet = sized(1500, 200)

/** A day's work of another person, one commit after the other. */
function work(authority: Authority, actor: Actor) {
  let n = 0
  const spot = () => ({ township: '440881001', lng: 110.28 + n % 40 / 1000, lat: 21.61 })
  const turns: readonly (() => readonly [name: string, args: object])[] = [
    () => ['reportIssue', { issue: `bench-issue-${n}`, title: '防护手套不足', aspect: 'supplies', severity: 'day', ...spot(), unit: 'health' }],
    () => ['commentIssue', { issue: `bench-issue-${n - 1}`, text: '已联系' }],
    () => ['advanceIssue', { issue: `bench-issue-${n - 2}`, from: 'found', to: 'told', reason: '' }],
    () => ['addPlace', { place: `bench-place-${n}`, name: `便民店 ${n}`, kind: 'supermarket', ...spot() }],
    () => ['openShift', { shift: `bench-shift-${n}`, title: '值守', ...spot(), startsAt: authority.now() + 2 * hour, endsAt: authority.now() + 8 * hour, needed: 2 }],
    () => ['postShortage', { shortage: `bench-shortage-${n}`, item: '手套', quantity: 20, measure: '盒', ...spot() }],
  ]
  return async () => {
    const [name, args] = turns[n % turns.length]?.() ?? ['commentIssue', {}]
    const answer = await authority.submit({ id: `bench-${n++}`, name, args }, actor)
    if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.detail ?? ''}`)
  }
}

/** The cost of another person's commit for an open desk, on the drill tenfold: script time on its main thread until the screen is quiet. */
export async function ui(): Promise<Row[]> {
  const config = readConfig({ PORT: '0', DATA_DIR: tempFolder(), START_WITH: 'drill' })
  const start = async () => startBoard({ config, folder: await loadCounty('lianjiang'), pages: path.resolve('dist/client'), checker: path.resolve('dist/server/check.js') })
  await (await start()).close()
  await grow(config.DATA_DIR, times)
  const board = await start()
  const person = (role: Role, nth: number) => board.accounts.list().filter(one => one.role === role)[nth] ?? board.accounts.list()[0]
  const [watcher, other] = [person('coordinator', 0), person('coordinator', 1)]
  if (!watcher || !other) throw new Error('nobody is a coordinator')
  const next = work(board.authority, { id: other.id, role: 'coordinator' })
  try {
    return await withBrowser(async (browser) => {
      const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1600, height: 900 } })
      await context.addCookies([{ name: 'yixian', value: board.accounts.signIn(board.accounts.invite(watcher.id, 1), 1), url: `http://127.0.0.1:${board.port}` }])
      const page = await context.newPage()
      await page.goto(`http://127.0.0.1:${board.port}/`)
      await page.locator('[data-link="live"]').first().waitFor({ timeout: 120_000 })
      await page.locator('.scroller [data-key]').first().waitFor({ timeout: 120_000 })
      await wait(sized(5000, 500))
      const idle: number[] = []
      const took: number[] = []
      for (let i = 0; i < commits; i++) {
        if (i % 6 === 0) idle.push(await scriptTime(browser, page, () => wait(quiet)))
        took.push(await scriptTime(browser, page, async () => {
          await next()
          await wait(quiet)
        }))
      }
      const p95 = quantile(took, 0.95)
      const known = (['place', 'issue', 'shift'] as const).map(kind => `${board.authority.board.size(kind)} ${kind}s`).join(', ')
      return [{ row: 'UI one commit from elsewhere', goal: '≤ 16 ms of script at p95 on the desk', figure: round(p95), opponent: round(quantile(idle, 0.5)), ratio: null, ok: p95 <= 16, unit: 'ms of script, p95', details: `median ${round(quantile(took, 0.5))} ms, of ${commits} commits; ${known}; opponent: the same ${quiet / 1000} s without a commit, median` }]
    })
  } finally {
    await board.close()
  }
}

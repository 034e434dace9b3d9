import type { CDPSession } from 'playwright-core'
import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { loadCounty } from '../../server/counties.ts'
import { usualTurns } from '../../shared/incident/screens.ts'
import { chromium as chromiumHere } from '../chromium.mjs'
import { chance } from '../support/random.ts'
import { faultFolder } from './built-board.ts'

/** What a screen may hold more at the end than after its first rounds: megabytes of script, and nodes of the page. */
const more = { mb: 4, nodes: 1500 }
const warm = usualTurns.length * 2

/** A wall screen in a real Chromium for a day: as many changes of the view as in 24 hours at 20 seconds each, and commits among them. Its memory stays what it was. */
export const wall: Fault = {
  minutes: 60,
  size: { rotations: 4320, commits: 4320 },
  tiny: { rotations: 30, commits: 30 },
  async run({ rotations = 1, commits = 1 }, { seed, sabotage }) {
    const luck = chance(seed)
    const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: faultFolder(), START_WITH: 'drill' }), folder: await loadCounty('lianjiang'), pages: path.resolve('dist/client') })
    const origin = `http://127.0.0.1:${board.port}`
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? chromiumHere() ?? undefined, args: ['--no-sandbox', '--disable-gpu'] })
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })
    if (sabotage) await page.addInitScript(keepWhatLeaves)
    await page.goto(`${origin}/wall`)
    const code = await page.locator('[data-code]:not([data-code=""])').getAttribute('data-code')
    const admin = board.accounts.list().find(one => one.role === 'admin')
    const cookie = `yixian=${board.accounts.signIn(board.accounts.invite(admin?.id ?? '', 1), 1)}`
    const paired = await fetch(`${origin}/api/screens`, { method: 'POST', headers: { cookie, origin, 'content-type': 'application/json' }, body: JSON.stringify({ code, name: 'wall', incident: 'first', turns: usualTurns }) })
    await page.locator('[data-view="map"]').waitFor({ timeout: 120_000 })
    await page.keyboard.press('Space')

    const issues = [...board.authority.board.all('issue')].filter(one => one.state !== 'closed').map(one => one.id)
    const actor = { id: admin?.id ?? '', role: 'admin' } as const
    let [shown, written] = [0, 0]
    async function round(turns: number, wanted: number): Promise<void> {
      for (let i = 0; i < turns; i++) {
        await page.keyboard.press('ArrowRight')
        shown++
        await page.locator(`[data-view="${usualTurns[shown % usualTurns.length]?.view}"]`).waitFor()
        for (; written < wanted * (i + 1) / turns; written++) await board.authority.submit({ id: randomUUID(), name: 'commentIssue', args: { issue: luck.one(issues), text: `第 ${written} 次` } }, actor)
      }
    }
    const cdp = await page.context().newCDPSession(page)
    await round(warm, 0)
    const start = await held(cdp)
    await round(rotations, commits)
    const end = await held(cdp)
    const figures = { start_mb: start.mb, end_mb: end.mb, start_nodes: start.nodes, end_nodes: end.nodes, views: shown, written }
    await browser.close()
    await board.close()
    return { ok: paired.ok && end.mb - start.mb <= more.mb && end.nodes - start.nodes <= more.nodes, ...figures }
  },
}

/** What the page holds after its garbage was collected. */
async function held(cdp: CDPSession): Promise<{ mb: number, nodes: number }> {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes } = await cdp.send('Memory.getDOMCounters')
  return { mb: Math.round(usedSize / 2 ** 20 * 10) / 10, nodes }
}

/** Runs in the page: views that are taken down stay in memory, as with a listener that is never removed. */
function keepWhatLeaves(): void {
  const kept: Node[] = []
  Object.assign(window, { kept })
  new MutationObserver(changes => kept.push(...changes.flatMap(({ removedNodes }) => [...removedNodes]))).observe(document, { childList: true, subtree: true })
}

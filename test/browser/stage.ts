import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Lang } from '../../client/core/kept.ts'
import type { Bounds } from '../../server/core/bounds.ts'
import type { Space } from '../../server/disk/room.ts'
import type { Role } from '../../shared/core/actor.ts'
import type { Rules } from '../../shared/core/rules.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { inject } from 'vitest'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { loadCounty } from '../../server/counties.ts'
import { cable } from './cable.ts'

interface Guest extends BrowserContextOptions {
  readonly lang?: Lang
  readonly theme?: 'auto' | 'light' | 'dark'
  /** The id of a person, instead of the first of the role. */
  readonly who?: string
  /** The page to open, instead of the map. */
  readonly at?: string
  /** A proxy in front of the board. */
  readonly through?: { readonly address: string }
  /** Done to each page before anything of ours runs. */
  readonly before?: () => void
}

/** The built board on its own folder, a real browser, and signed-in people, each over a cable. */
export async function stage(startWith: 'drill' | 'empty' = 'drill', { rules = {}, settings = {}, browser: own, ...more }: { /** Settings besides those of every stage. */ readonly settings?: Record<string, string>, /** Another browser than the one of the run. It is closed at the end. */ readonly browser?: Browser, readonly space?: (folder: string) => Promise<Space>, readonly bounds?: Partial<Bounds>, /** The server's clock, instead of the machine's. */ readonly now?: () => number, /** What this county decides otherwise. */ readonly rules?: Partial<Rules> } = {}) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'yixian-stage-'))
  if (startWith === 'drill') await fs.cp(inject('drillFolder'), folder, { recursive: true })
  const bugs: unknown[] = []
  const { county, ...rest } = await loadCounty('lianjiang')
  const board = await startBoard({
    config: readConfig({ PORT: '0', DATA_DIR: folder, START_WITH: startWith, IDLE_HOURS: '2160', ...settings }),
    folder: { ...rest, county: { ...county, rules: { ...county.rules, ...rules } } },
    pages: path.resolve('dist/client'),
    papers: path.resolve('dist/server/papers.js'),
    onBug: bug => bugs.push(bug),
    ...more,
  })
  const browser: Browser = own ?? await chromium.connect(inject('browser'))
  const cables: Awaited<ReturnType<typeof cable>>[] = []

  return {
    board,
    browser,
    /** Everything the server reported as a bug. A test that leaves any has failed. */
    bugs,
    /**
     * A browser of the first person of a role, or of the named one, signed in as by their link, with their board live. It keeps no
     * pages for work offline unless a test asks with `serviceWorkers: 'allow'`: fetching all of them is two thirds of a visit's cost.
     */
    async come(role: Role, { lang = 'zh', theme = 'light', who, at = '/', through, before, ...options }: Guest = {}) {
      const person = board.accounts.list().find(one => one.role === role && (!who || one.id === who))
      if (!person) throw new Error(`nobody is a ${role}`)
      const session = board.accounts.signIn(board.accounts.invite(person.id, 1), 1)
      if (!session) throw new Error('the link is no good')
      const line = await cable(board.port)
      cables.push(line)
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', serviceWorkers: 'block', ...options })
      await context.addInitScript(([words, look]) => {
        localStorage.setItem('yixian:lang', words)
        localStorage.setItem('yixian:theme', look)
      }, [lang, theme] as const)
      if (before) await context.addInitScript(before)
      const address = through?.address ?? line.address
      await context.addCookies([{ name: 'yixian', value: session, domain: new URL(address).hostname, path: '/', httpOnly: true, sameSite: 'Lax' }])
      const page: Page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', error => errors.push(String(error)))
      page.on('console', message => message.type() === 'error' && !/ERR_|Failed to load resource|WebSocket/.test(message.text()) && errors.push(message.text()))
      await page.goto(address + at)
      await page.locator('[data-link="live"]').first().waitFor({ timeout: 30_000 })
      return { page, context, cable: line, person, errors }
    },
    async end(): Promise<void> {
      await browser.close()
      await Promise.all(cables.map(line => line.end()))
      await board.close()
      // A photo that was being made may still be written.
      await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export type Stage = Awaited<ReturnType<typeof stage>>
export type Visitor = Awaited<ReturnType<Stage['come']>>

import type { TestProject } from 'vitest/node'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { loadCounty } from '../../server/counties.ts'
import { chromium as chromiumHere } from '../chromium.mjs'

declare module 'vitest' {
  export interface ProvidedContext { drillFolder: string, /** Address of the one browser of a run. */ browser: string }
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // A microphone that beeps, and a person who allows it.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  // Pages live for seconds: code is not worth optimising, and one process with one thread paints them. A visit costs a quarter less processor time.
  '--js-flags=--no-opt',
  '--in-process-gpu',
  '--num-raster-threads=1',
  // All pages are of one site. Without a process kept ready for the next site a visit costs a sixth less processor time.
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process,SpareRendererForSitePerProcess',
]

/** Once a run: writes the drill's folder, which each stage copies, and starts the one browser. */
export default async function prepare(project: TestProject) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'yixian-drill-'))
  const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: folder, START_WITH: 'drill' }), folder: await loadCounty('lianjiang'), onBug: bug => console.error(bug) })
  await board.close()
  const browser = await chromium.launchServer({ executablePath: process.env.CHROMIUM ?? chromiumHere() ?? undefined, args: flags })
  project.provide('drillFolder', folder)
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await fs.rm(folder, { recursive: true, force: true })
  }
}

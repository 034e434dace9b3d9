import type { TestProject } from 'vitest/node'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { loadCounty } from '../../server/counties.ts'

declare module 'vitest' {
  export interface ProvidedContext { drillFolder: string }
}

/** The drill is told once for all files of a run; each stage begins on a copy of its folder. */
export default async function tellDrill(project: TestProject) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'yixian-drill-'))
  const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: folder, START_WITH: 'drill' }), folder: await loadCounty('lianjiang'), onBug: bug => console.error(bug) })
  await board.close()
  project.provide('drillFolder', folder)
  return () => fs.rm(folder, { recursive: true, force: true })
}

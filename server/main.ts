import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { startBoard } from './board-server.ts'
import { readConfig } from './config.ts'
import { loadCounty } from './counties.ts'

/** Starts the board as the settings say, tells where it is, and ends cleanly when asked to. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino({ level: config.LOG_LEVEL }, pino.destination({ dest: 2, sync: true }))
  // Beside the built server; where it runs from its sources there is none.
  const thread = path.join(path.dirname(fileURLToPath(import.meta.url)), 'papers.js')
  const board = await startBoard({
    config,
    folder: await loadCounty(config.COUNTY),
    pages: path.resolve('dist/client'),
    papers: fs.existsSync(thread) ? thread : undefined,
    onBug: error => log.error({ err: error }, 'a bug was answered with "internal"'),
  })

  const home = config.PUBLIC_URL ?? `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${board.port}`
  console.log(`\nYixian 一线  ${home}\n`)
  for (const { role, name, token } of board.links) console.log(`  ${role.padEnd(12)} ${name.padEnd(8, '　')} ${home}/in#${token}`)
  if (board.links.length) console.log(`\n  One sign-in link a role, good for ${config.LINK_HOURS} hours. 每个角色一个登录链接。`)
  console.log('  Ctrl-C ends it. 按 Ctrl-C 停止。\n')

  let ending = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return
      ending = true
      void board.close().then(() => process.exit(0))
    })
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

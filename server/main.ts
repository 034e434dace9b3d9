import type { BoardServer } from './board-server.ts'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { Refused } from './backup/refused.ts'
import { startBoard } from './board-server.ts'
import { CannotStart } from './core/cannot-start.ts'
import { readConfig } from './core/config.ts'
import { loadCounty } from './counties.ts'
import { ending } from './ending.ts'
import { commandIn } from './operate/commands.ts'
import { endWithBoard } from './operate/in-background.ts'
import { watchOver } from './operate/watch-over.ts'

/** Starts the board as the settings say, prints its address and links, and ends cleanly when asked to. */
async function main(): Promise<void> {
  // No other user of the machine may read what this process writes.
  process.umask(0o077)
  const command = commandIn(process.argv.slice(2))
  const config = readConfig(process.env)
  if (command) {
    endWithBoard()
    return command(config)
  }
  const destination = pino.destination({ dest: 2, sync: true })
  const log = pino({ level: config.LOG_LEVEL }, destination)
  // The scripts are beside the built server. When the server runs from its sources there are none.
  const thread = (name: string) => [path.join(path.dirname(fileURLToPath(import.meta.url)), `${name}.js`)].find(file => fs.existsSync(file))
  const onTrouble = (sentence: string) => log.error(sentence)
  const watch = watchOver(config, { script: thread('main'), onTrouble })
  let board: BoardServer | undefined
  const end = ending({
    close: async () => {
      await board?.close()
      await watch.stop()
    },
    end: status => process.exit(status),
    onUnknown: (error, id) => log.fatal({ err: error, id }, 'uncaught exception: the board ends and should be started again'),
  })
  process.on('uncaughtException', end.unknown)
  process.on('unhandledRejection', end.unknown)
  // The process that reads the output may end.
  for (const stream of [process.stdout, process.stderr, destination] as NodeJS.EventEmitter[]) stream.on('error', () => {})

  board = await startBoard({
    config,
    folder: await loadCounty(config.COUNTY),
    pages: path.resolve('dist/client'),
    papers: thread('papers'),
    decoder: thread('images'),
    checker: thread('check'),
    onBug: error => log.error({ err: error }, 'a bug was answered with "internal"'),
    onTrouble,
    onProvider: (provider, { trouble, why }) => log.warn({ provider, trouble, why }, 'nobody could sign in by this provider'),
    onOutside: trouble => log.warn(trouble, 'messages did not get out: their receiver is away or refuses them'),
    onWriter: took => log.info(took, 'this server has taken over and is the writer now'),
    backups: watch.backups,
    onDamage(what) {
      console.error(what.message)
      end.asked(statusOf(what))
    },
  })
  watch.begin()

  const home = config.PUBLIC_URL ?? `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${board.port}`
  console.log(`\nYixian 一线  ${home}\n`)
  for (const { role, name, token } of board.links) console.log(`  ${role.padEnd(12)} ${name.padEnd(8, '　')} ${home}/in#${token}`)
  if (board.links.length) console.log(`\n  Each link works once, within ${config.LINK_HOURS} hours, and is not shown again. 每个链接 ${config.LINK_HOURS} 小时内有效，只能用一次，不再显示。`)
  else console.log('  Sign-in links are shown at the first start only. Unused ones work until they expire.\n  For a new link for the administrator, who makes links for the others: ADMIN_LINK=yes npm start\n  登录链接只在首次启动时显示，未使用的在有效期内仍可用。管理员如需新链接，请运行：ADMIN_LINK=yes npm start\n')
  console.log('  Press Ctrl-C to stop. 按 Ctrl-C 停止。\n')

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end.asked(0))
}

/** The exit status for an error. 78 (EX_CONFIG in sysexits.h) tells a supervisor that a restart will not help. */
function statusOf(error: unknown): number {
  if (error instanceof CannotStart) return error.passing ? 1 : 78
  if (error instanceof Refused) return 78
  return error ? 1 : 0
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(statusOf(error))
})

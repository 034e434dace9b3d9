import type { Config } from '../core/config.ts'
import { checkFolder } from '../disk/check-folder.ts'
import { addAdmin } from './add-admin.ts'
import { backup, backups, restore } from './backups.ts'
import { doctor } from './doctor.ts'
import { move } from './move.ts'
import { verify } from './verify.ts'

/** What `npm start -- NAME` does instead of running the board. */
const commands: Readonly<Record<string, (config: Config, args: readonly string[]) => void | Promise<void>>> = {
  'check': ({ DATA_DIR }) => checkFolder(DATA_DIR),
  doctor,
  verify,
  backup,
  backups,
  restore,
  'add-admin': addAdmin,
  move,
}

/** The command that these arguments ask for, with or without dashes; null to run the board. Throws a sentence for an unknown one: nobody wants a board to start then. */
export function commandIn([name, ...args]: readonly string[]): ((config: Config) => void | Promise<void>) | null {
  if (name === undefined) return null
  const known = name.replace(/^--/, '')
  const run = Object.hasOwn(commands, known) ? commands[known] : undefined
  if (!run) throw new Error(`没有 ${name} 这个命令。There is no command ${name}. npm start -- ${Object.keys(commands).join(' | ')}`)
  return config => run(config, args)
}

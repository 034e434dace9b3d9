import type { Config } from '../core/config.ts'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { changePeople } from '../cluster/alone.ts'
import { cursorIn } from '../cluster/cursor.ts'
import { CannotStart } from '../core/cannot-start.ts'
import { openSeal } from '../core/seal.ts'
import { openDatabase } from '../database/database.ts'
import { checkDatabase } from '../disk/database-check.ts'
import { takeFolder } from '../disk/folder.ts'
import { accounts as openAccounts } from '../people/accounts.ts'

/** `npm start -- add-admin NAME`: adds an administrator to a stopped board and prints their sign-in link. Of several servers only this one must be stopped. */
export async function addAdmin(config: Config, args: readonly string[]): Promise<void> {
  const name = parseArgs({ args: [...args], allowPositionals: true }).positionals.join(' ').trim()
  if (!name) throw new Error('用法：npm start -- add-admin 姓名\nUsage: npm start -- add-admin NAME')
  const { fresh, release } = takeFolder(config.DATA_DIR)
  try {
    if (fresh) throw new CannotStart('database_lost', config.DATA_DIR)
    const [file, key] = ['board.db', 'key'].map(one => path.join(config.DATA_DIR, one)) as [string, string]
    checkDatabase(file, { depth: 'quick_check', key })
    const database = openDatabase(file)
    try {
      const accounts = openAccounts(database, openSeal(key), Date.now)
      const add = () => accounts.invite(accounts.add({ name, role: 'admin' }), config.LINK_HOURS)
      const shared = cursorIn(database).read() !== null
      if (shared && !config.STORE) throw new Error('这个看板由几台服务器共用，请设置 STORE 后再运行。没有任何变动。\nSeveral servers share this board: set STORE and run it again. Nothing was changed.')
      const token = shared && config.STORE ? await changePeople(config.STORE, { data: config.DATA_DIR, keyFile: key, database }, add) : add()
      const home = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`
      console.log(`${name}: ${home}/in#${token}\n链接 ${config.LINK_HOURS} 小时内有效，只能用一次，不再显示。The link works once, within ${config.LINK_HOURS} hours, and is not shown again.`)
    } finally {
      database.close()
    }
  } finally {
    release()
  }
}

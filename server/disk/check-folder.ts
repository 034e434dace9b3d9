import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { CannotStart } from '../core/cannot-start.ts'
import { checkDatabase } from './database-check.ts'

/** `npm start -- --check`: checks all databases of a data folder, whether a board runs on it or not, and changes nothing. Prints one line per database; exit status 78 if one cannot be used. */
export function checkFolder(folder: string): void {
  const further = path.join(folder, 'incidents')
  const ids = fs.existsSync(further) ? fs.readdirSync(further).filter(id => /^[\w-]{1,64}$/.test(id) && fs.readdirSync(path.join(further, id)).length).sort() : []
  for (const [home, key] of [[folder, path.join(folder, 'key')], ...ids.map(id => [path.join(further, id)])] as const) {
    const file = path.join(home, 'board.db')
    try {
      if (!fs.existsSync(file)) throw new CannotStart('database_lost', home)
      checkDatabase(file, { depth: 'integrity_check', key })
      console.log(`${file}: 完好 sound`)
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error
      console.log(`${file}: ${error.reason}\n${error.message}`)
      process.exitCode = 78
    }
  }
}

import type { Finding } from './finding.ts'
import fs from 'node:fs'
import path from 'node:path'
import { homesOf } from '../audit/boards.ts'
import { reading } from '../audit/reading.ts'
import { CannotStart } from '../core/cannot-start.ts'
import { readKey, sealWith } from '../core/seal.ts'
import { checkKey } from '../disk/key-check.ts'
import { fine, wrong } from './finding.ts'

/** Whether the key of the data folder and those of the registers are there and the right ones. */
export function keys(data: string): Finding[] {
  const found: Finding[] = []
  const tried = (work: () => void) => {
    try {
      work()
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error
      const [zh = '', en = ''] = error.message.split('\n')
      found.push(wrong(zh, en))
    }
  }
  for (const [i, { incident, at }] of homesOf(data).entries()) {
    const home = path.join(data, at)
    if (i === 0) tried(() => reading(path.join(home, 'board.db'), raw => checkKey(raw, path.join(home, 'key'))))
    const register = path.join(home, 'care.db')
    const wrapped = fs.existsSync(register) ? reading(register, raw => raw.prepare('select wrapped from care_key').pluck().get() as string | undefined) : undefined
    if (wrapped && ![path.join(home, 'care.key'), path.join(home, 'care.key.next')].some(file => opens(file, wrapped, `care-key/${incident}`))) found.push(wrong(`${home}/care.key 丢失或不是这份名册的密钥，名册打不开。请从最近的备份恢复到另一个目录，取回其中的 care.key。`, `${home}/care.key is missing or of another register, which cannot be opened. Restore the newest backup to another folder and take its care.key.`))
  }
  return found.length ? found : [fine('数据目录和名册的密钥都在，且相符。', 'The keys of the data folder and of the registers are there and fit.')]
}

function opens(file: string, wrapped: string, owner: string): boolean {
  try {
    return sealWith(readKey(file)).open(wrapped, owner) !== ''
  } catch {
    return false
  }
}

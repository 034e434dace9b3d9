import type { Heads, Known } from './heads.ts'
import fs from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { homesOf } from './boards.ts'
import { extended } from './chain.ts'
import { chainKey, epochOf, headOf, headsFile, headsText, logsOf, readHeads } from './heads.ts'
import { openReading, reading } from './reading.ts'

interface Options {
  /** Called with a sentence when a log was changed behind the board's back. */
  readonly onTrouble: (sentence: string) => void
  /** Writes a file whole or not at all. */
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>
}

const changedLog = (name: string) => `日志 ${name} 有已记录的内容被改动，不是本程序所为。请保留数据目录，运行 npm start -- verify。\nThe log ${name} has rows that were changed, and not by this program. Keep the data folder and run "npm start -- verify".`

/**
 * Writes the heads of all logs into a file beside the databases: once a minute, what was written since. A log that no longer fits
 * its last mark keeps that mark, and is said once.
 */
export function witness(data: string, { onTrouble, write }: Options) {
  const said = new Set<string>()
  let running: Promise<void> = Promise.resolve()

  function say(name: string): void {
    if (!said.has(name)) onTrouble(changedLog(name))
    said.add(name)
  }

  async function look(): Promise<void> {
    const key = chainKey(data)
    const read = readHeads(headsFile(data), key)
    // What others changed proves nothing. It stays as it is, so that `verify` finds it.
    if (read === 'changed') return say('heads.json')
    const before: Heads = typeof read === 'object' && read ? read : {}
    const logs: Record<string, Known> = { ...before }
    for (const [i, { incident, at }] of homesOf(data).entries()) {
      const epoch = reading(path.join(data, at, 'board.db'), epochOf)
      if (epoch === null) continue
      for (const { name, file, log } of logsOf(incident, i === 0)) {
        const database = path.join(data, at, file)
        if (!fs.existsSync(database)) continue
        const raw = openReading(database)
        try {
          const head = await extended(raw, log, key, headOf(before[name], epoch), setImmediate)
          if ('last' in head) logs[name] = { epoch, ...head }
          else say(name)
        } finally {
          raw.close()
        }
      }
    }
    if (JSON.stringify(logs) !== JSON.stringify(before)) await write(headsFile(data), new TextEncoder().encode(headsText(logs, key)))
  }

  return {
    /** Brings the heads up to date; one call after the other. */
    look: (): Promise<void> => running = running.catch(() => {}).then(look),
  }
}

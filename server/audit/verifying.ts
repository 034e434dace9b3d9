import type { Verified, Verifying } from '../../shared/audit/verified.ts'
import type { Witness } from './verify.ts'
import { setImmediate } from 'node:timers/promises'
import { blockRows } from './chain.ts'
import { chainKey, headsFile, readHeads } from './heads.ts'
import { verifyLogs } from './verify.ts'

interface Options {
  readonly data: string
  /** The marks in the backups that can be read, and how many backups these are. */
  readonly witnesses: () => { readonly marks: readonly Witness[], readonly backups: number }
  /** Where the last result is kept. */
  readonly recall: () => Promise<string | null>
  readonly remember: (text: string) => Promise<void>
  readonly now: () => number
}

/** Checks all logs of a running board when somebody asks for it: one check at a time, a block at a time, so that the board answers meanwhile. */
export function verifying({ data, witnesses, recall, remember, now }: Options) {
  let running: Verifying['running'] = null
  let failed: string | null = null

  function size(): number {
    const heads = readHeads(headsFile(data), chainKey(data))
    return heads && typeof heads === 'object' ? Object.values(heads).reduce((sum, one) => sum + one.last.id, 0) : 0
  }

  async function check(by: string): Promise<Verified> {
    const begun = now()
    const { marks, backups } = witnesses()
    const found = await verifyLogs(data, marks, async () => {
      running = running && { ...running, rows: running.rows + blockRows }
      await setImmediate()
    })
    const done = { at: now(), ms: now() - begun, by, logs: found.length, rows: found.reduce((sum, one) => sum + one.rows, 0), backups, wrong: found.flatMap(({ log, wrong }) => wrong ? [{ log, what: wrong }] : []) }
    await remember(JSON.stringify(done))
    return done
  }

  return {
    async state(): Promise<Verifying> {
      const kept = await recall()
      return { running, failed, last: kept ? JSON.parse(kept) as Verified : null }
    },
    /** Begins a check, unless one runs. Resolves with its end; a failure is in the state. */
    async run(by: string): Promise<void> {
      if (running) return
      failed = null
      running = { rows: 0, of: size() }
      try {
        await check(by)
      } catch (error) {
        failed = String((error as Error)?.message ?? error)
      } finally {
        running = null
      }
    },
  }
}

export type VerifyingLogs = ReturnType<typeof verifying>

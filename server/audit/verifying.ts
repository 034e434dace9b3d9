import type { Verified, Verifying } from '../../shared/audit/verified.ts'
import type { Witness } from './verify.ts'
import { setImmediate } from 'node:timers/promises'
import { blockRows } from './chain.ts'
import { chainKey, headsFile, readHeads } from './heads.ts'
import { verifyLogs } from './verify.ts'

interface Options {
  readonly data: string
  /** The marks in the backups that can be read, how many backups these are, and how many cannot be read. */
  readonly witnesses: () => Promise<{ readonly marks: readonly Witness[], readonly backups: number, readonly unread: number }>
  /** Where the last result is kept. */
  readonly recall: () => Promise<string | null>
  readonly remember: (text: string) => Promise<void>
  readonly now: () => number
  /** Called with why a check could not be made. */
  readonly onFailed: (error: unknown) => void
}

/** Checks all logs of a running board when somebody asks for it: one check at a time, a block at a time, so that the board answers meanwhile. */
export function verifying({ data, witnesses, recall, remember, now, onFailed }: Options) {
  let running: Verifying['running'] = null
  let failed = false

  function size(): number {
    const heads = readHeads(headsFile(data), chainKey(data))
    return heads && typeof heads === 'object' ? Object.values(heads).reduce((sum, one) => sum + one.last.id, 0) : 0
  }

  async function check(by: string): Promise<Verified> {
    const begun = now()
    const { marks, backups, unread } = await witnesses()
    const found = await verifyLogs(data, marks, async () => {
      running = running && { ...running, rows: running.rows + blockRows }
      await setImmediate()
    })
    const done = { at: now(), ms: now() - begun, by, logs: found.length, rows: found.reduce((sum, one) => sum + one.rows, 0), backups, unread, wrong: found.flatMap(({ log, wrong }) => wrong ? [{ log, what: wrong }] : []) }
    await remember(JSON.stringify(done))
    return done
  }

  return {
    async state(): Promise<Verifying> {
      const kept = await recall()
      return { running, failed, last: kept ? JSON.parse(kept) as Verified : null }
    },
    busy: () => running !== null,
    /** Begins a check, unless one runs. Resolves with its end; a failure is in the state. */
    async run(by: string): Promise<void> {
      if (running) return
      failed = false
      running = { rows: 0, of: 0 }
      try {
        running = { rows: 0, of: size() }
        await check(by)
      } catch (error) {
        failed = true
        onFailed(error)
      } finally {
        running = null
      }
    },
  }
}

export type VerifyingLogs = ReturnType<typeof verifying>

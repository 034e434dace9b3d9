import { CannotStart } from '../core/cannot-start.ts'
import { closeForgotten, noteForgotten, readForgotten } from './forgotten.ts'
import { isAway } from './last-made.ts'
import { backupsIn, timeOf } from './shelf.ts'

interface Options {
  readonly data: string
  readonly folder: string
  /** Milliseconds from one backup to the next; 0 makes none by itself. */
  readonly every: number
  /** Whether an upgrade goes on without a backup. */
  readonly without?: boolean
  readonly now?: () => number
  /** Makes a backup, in another process, so that the board answers as quickly as before. Rejects with a sentence. */
  readonly make: (why: 'hourly' | 'upgrade' | 'hand') => Promise<void>
  readonly onTrouble: (sentence: string) => void
}

const minute = 60_000
/** After a failure the next try is not made at once. */
const pause = 10 * minute

const failed = (why: unknown) => `备份失败：${String((why as Error)?.message ?? why)}\nThe backup failed; the sentence above says why.`

const unreached = (why: unknown) => `已销毁登记册的密钥还不能从备份中清除，程序会再试：${String((why as Error)?.message ?? why)}\nThe key of a destroyed register could not be removed from the backups yet; the board will try again.`
const away = (folder: string) => `登记册已销毁，但备份目录 ${folder} 不在（磁盘未挂载，或目录被清空），其中的密钥还没有清除。请接回那块磁盘，程序会自动清除并告知。\nA register was destroyed, but the folder of backups ${folder} is away (its disk is not mounted, or it was emptied): its key is still in the backups there. Connect that disk again; the board then removes the key by itself and says so.`
const reached = (count: number) => `备份目录已接回，已从 ${count} 份备份中清除已销毁登记册的密钥。\nThe folder of backups is back. The keys of destroyed registers were removed from ${count} backups.`

/** Keeps backups of a running board: one each hour, one before its tables change, and none that opens a destroyed register. */
export function backupKeeper({ data, folder, every, without = false, now = Date.now, make, onTrouble }: Options) {
  let running: Promise<void> | null = null
  let failedAt = -Infinity
  let soon = false
  /** Whether keys are still to be removed from backups that could not be reached. */
  let pending = false
  let timer: ReturnType<typeof setInterval> | undefined

  const newest = (): number | null => {
    // A backup from the future, of a clock that was wrong, does not keep the next one from being made, nor call for one each minute.
    const times = backupsIn(folder).map(timeOf).filter(at => at <= now() + minute)
    return times.at(-1) ?? null
  }

  function miss(why: unknown): void {
    failedAt = now()
    onTrouble(failed(why))
  }

  async function run(): Promise<void> {
    try {
      await make('hourly')
      failedAt = -Infinity
    } catch (error) {
      miss(error)
    }
    close()
  }

  /** Closes what is to be forgotten in the backups that can be reached; what cannot is said, and the next round does it. */
  function close(): number {
    try {
      const gone = isAway(data, folder) && Object.keys(readForgotten(data)).length > 0
      const count = gone ? 0 : closeForgotten(data, folder)
      if (gone && !pending) onTrouble(away(folder))
      if (!gone && pending) onTrouble(reached(count))
      pending = gone
      return count
    } catch (error) {
      onTrouble(unreached(error))
      return 0
    }
  }

  /** Makes a backup if the newest is too old, after removing what could not be reached before. */
  async function look(): Promise<void> {
    if (pending) close()
    if (every === 0 || now() - failedAt < pause || running) return
    let last: number | null
    try {
      last = newest()
    } catch (error) {
      return miss(error)
    }
    const due = soon || last === null || now() - last >= every
    if (!due) return
    soon = false
    await (running = run().finally(() => running = null))
  }

  return {
    look,
    begin(): void {
      close()
      timer = setInterval(() => void look(), minute)
      timer.unref()
    },
    /** Rejects with `CannotStart` if there is no backup to go back to; unless `without` says that the upgrade may go on. */
    async beforeUpgrade(): Promise<void> {
      if (without) return
      await make('upgrade').catch((error: unknown) => {
        throw new CannotStart('no_backup', folder, String((error as Error)?.message ?? error))
      })
    },
    /** Makes one because somebody asks, after the one that runs. Rejects with a sentence. */
    async byHand(): Promise<void> {
      await running
      const made = make('hand')
      running = made.catch(() => {}).finally(() => running = null)
      await made
    },
    /** Closes the register of an incident, as far as these keys open it, in all backups, and makes a new one soon. Answers how many backups a key was taken from. */
    forget(incident: string, marks: readonly string[]): number {
      noteForgotten(data, incident, marks)
      soon = true
      return close()
    },
    async stop(): Promise<void> {
      clearInterval(timer)
      await running
    },
  }
}

export type BackupKeeper = ReturnType<typeof backupKeeper>

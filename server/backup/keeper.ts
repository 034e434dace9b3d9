import { closeForgotten, noteForgotten } from './forgotten.ts'
import { backupsIn, timeOf } from './shelf.ts'

interface Options {
  readonly data: string
  readonly folder: string
  /** Milliseconds from one backup to the next; 0 makes none by itself. */
  readonly every: number
  readonly now?: () => number
  /** Makes a backup, in another process, so that the board answers as quickly as before. Rejects with a sentence. */
  readonly make: (why: 'hourly' | 'upgrade') => Promise<void>
  readonly onTrouble: (sentence: string) => void
}

const minute = 60_000
/** After a failure the next try is not made at once. */
const pause = 10 * minute

const failed = (why: unknown) => `备份失败：${String((why as Error)?.message ?? why)}\nThe backup failed; the sentence above says why.`

const unreached = (why: unknown) => `已销毁登记册的密钥还不能从备份中清除，程序会再试：${String((why as Error)?.message ?? why)}\nThe key of a destroyed register could not be removed from the backups yet; the board will try again.`

/** Keeps backups of a running board: one each hour, one before its tables change, and none that opens a destroyed register. */
export function backupKeeper({ data, folder, every, now = Date.now, make, onTrouble }: Options) {
  let running: Promise<void> | null = null
  let failedAt = -Infinity
  let soon = false
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

  async function run(why: 'hourly' | 'upgrade'): Promise<void> {
    try {
      await make(why)
      failedAt = -Infinity
    } catch (error) {
      miss(error)
    }
    close()
  }

  /** Closes what is to be forgotten in the backups that can be reached; what cannot is said, and the next round does it. */
  function close(): number {
    try {
      return closeForgotten(data, folder)
    } catch (error) {
      onTrouble(unreached(error))
      return 0
    }
  }

  /** Makes a backup if the newest is too old. */
  async function look(): Promise<void> {
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
    await (running = run('hourly').finally(() => running = null))
  }

  return {
    look,
    begin(): void {
      timer = setInterval(() => void look(), minute)
      timer.unref()
    },
    beforeUpgrade: (): Promise<void> => run('upgrade'),
    /** Closes the register of an incident in all backups so far, and makes a new one soon. Answers how many backups it was taken from. */
    forget(incident: string): number {
      noteForgotten(data, incident, now())
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

import type { Room } from '../../shared/core/protocol.ts'
import fs from 'node:fs/promises'
import { reject } from '../../shared/core/rejection.ts'

const mega = 1_000_000
/** How many bytes must be free for photos and imports: 5 % of the disk, at least 200 MB and at most 5 GB. */
export const least = (total: number): number => Math.max(200 * mega, Math.min(total / 20, 5000 * mega))
/** How many bytes must be free for single commands: SQLite needs this much for its next pages. */
const nothing = mega

/** Sentences for the log, in both languages: what happened, what is safe, what to do. */
export const roomNews: Readonly<Record<Room, string>> = {
  enough: '磁盘空间已恢复，照片和导入照常。\nThe disk has enough space again. Photos and imports work.',
  low: '磁盘空间不足，照片和批量导入暂停，其他操作照常，已保存的数据都在。请尽快腾出空间。\nThe disk is short of space. Photos and imports are paused, everything else works, and saved data is safe. Free some space soon.',
  full: '磁盘已满，只能查看，各设备上的内容等空间恢复后自动发送，已保存的数据都在。请立即腾出空间，不用重启。\nThe disk is full. The board can only be read, devices send their work once there is space, and saved data is safe. Free some space now; no restart is needed.',
}

export interface Space { readonly free: number, readonly total: number }
interface Options {
  readonly onChange: (room: Room) => void
  readonly space?: (folder: string) => Promise<Space>
  readonly now?: () => number
  /** Milliseconds between two checks. */
  readonly every: number
}

export async function spaceOf(folder: string): Promise<Space> {
  const { bavail, blocks, bsize } = await fs.statfs(folder)
  return { free: bavail * bsize, total: blocks * bsize }
}

/** Watches the space on the disk of the data folder: by a timer, at each upload, and after a write that failed. */
export function diskRoom(folder: string, { onChange, space = spaceOf, now = Date.now, every }: Options) {
  let room: Room = 'enough'
  let failedAt = -Infinity

  function become(next: Room): void {
    if (next !== room) onChange(room = next)
  }

  async function look(): Promise<void> {
    const { free, total } = await space(folder)
    // A quota can make writes fail although the disk has space, so a failed write counts as a full disk for a while.
    if (free < nothing || now() - failedAt < 2 * every) become('full')
    else become(free < least(total) ? 'low' : 'enough')
  }

  const timer = setInterval(() => void look().catch(() => {}), every)
  timer.unref()
  return {
    look,
    level: (): Room => room,
    /** Rejects with `storage_low` or `storage_full`, so that single commands have the remaining space. */
    async needed(): Promise<void> {
      await look()
      if (room !== 'enough') reject(room === 'low' ? 'storage_low' : 'storage_full')
    },
    /** Reports that a write failed because the disk is full. */
    failed(): void {
      failedAt = now()
      become('full')
    },
    stop: () => clearInterval(timer),
  }
}

export type DiskRoom = ReturnType<typeof diskRoom>

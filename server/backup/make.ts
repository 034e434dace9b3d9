import type { BackupKey } from './backup-key.ts'
import type { BackedFile, Manifest, Why } from './manifest.ts'
import type { Keep } from './shelf.ts'
import fs from 'node:fs'
import path from 'node:path'
import { recordVersion } from '../../shared/records.ts'
import { homesOf } from '../audit/boards.ts'
import { noRoom } from '../core/no-room.ts'
import { knownMigrations } from '../disk/behind.ts'
import { syncFolder } from '../disk/data-folder.ts'
import { lockFile } from '../disk/folder.ts'
import { least, spaceOf } from '../disk/room.ts'
import { filesOf } from './contents.ts'
import { copyBoard } from './copy-board.ts'
import { closeForgotten } from './forgotten.ts'
import { dropUnused, keptFiles } from './kept-files.ts'
import { noteLast } from './last-made.ts'
import { manifestText, readManifest } from './manifest.ts'
import { Refused } from './refused.ts'
import { backupsIn, idAt, removeBackup, staying, sweep } from './shelf.ts'
import { backupLock, clearStaging, stagingOf } from './staging.ts'

export interface Order {
  readonly data: string
  /** Where all backups are. */
  readonly folder: string
  readonly key: BackupKey
  readonly why: Why
  readonly keep: Keep
  readonly now: () => number
  /** Told what is being copied, and after each part how many bytes. */
  readonly onPart?: (name: string, bytes: number) => void
  readonly onBytes?: (bytes: number) => void
  readonly space?: typeof spaceOf
}

export interface Made { readonly id: string, readonly bytes: number, readonly boards: Manifest['boards'], /** Logs that no longer fit their last mark. */ readonly broken: readonly string[], /** What is in the data folder and not in the backup: links, and what is neither file nor folder. */ readonly out: readonly string[] }

/** Makes one backup of a data folder, on which a board may be running, and lets old ones go. Rejects with `Refused`; earlier backups are then as they were. */
export async function makeBackup(order: Order): Promise<Made> {
  const { folder, data } = order
  const held: (() => void)[] = []
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    // One at a time for the backups, and for the data: another folder of backups would use the same place for copies.
    for (const file of [path.join(folder, 'lock'), backupLock(data)]) held.push(lockFile(file))
    sweep(folder)
    return await make(order)
  } catch (error) {
    const { code = '', message } = error as { code?: string, message: string }
    if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) throw new Refused('running', folder)
    if (noRoom(error)) throw new Refused('no_room', folder, message)
    if (/^(?:EACCES|EPERM|EROFS|ENOTDIR|ENOENT|EEXIST|SQLITE_(?:CANTOPEN|READONLY))/.test(code)) throw new Refused('unwritable', folder, message)
    throw error
  } finally {
    // A backup that was refused must not remove the copies of the one that runs.
    if (held.length === 2) {
      clearStaging(data)
      sweep(folder)
    }
    for (const release of held) release()
  }
}

async function make({ data, folder, key, why, keep, now, onPart = () => {}, onBytes = () => {}, space = spaceOf }: Order): Promise<Made> {
  const begunAt = now()
  const id = idAt(begunAt)
  const part = path.join(folder, `${id}.part`)
  const staging = stagingOf(data)
  const last = newest(folder, key)
  await room(data, folder, last, space)
  for (const one of [part, staging]) {
    fs.rmSync(one, { recursive: true, force: true })
    fs.mkdirSync(one, { mode: 0o700 })
  }
  const files: BackedFile[] = []
  const boards: Manifest['boards'] = []
  const broken: string[] = []
  const careKeys: string[] = []
  for (const [i, home] of homesOf(data).entries()) {
    const copied = await copyBoard({ data, home, first: i === 0, staging, part, id, key, onPart, onBytes })
    files.push(...copied.files)
    boards.push(copied.board)
    broken.push(...copied.broken)
    if (copied.careKey) careKeys.push(home.incident)
  }
  const kept = keptFiles(folder, key, last)
  const { found: all, out } = filesOf(data)
  onPart('photos', all.reduce((sum, { size }) => sum + size, 0))
  for (const found of all) {
    const file = await kept.keep(data, found, onBytes)
    if (file) files.push(file)
  }
  const manifest: Manifest = { format: 1, id, begunAt, madeAt: now(), why, recordVersion, migrations: knownMigrations(), key: key.check, boards, files, careKeys, broken }
  fs.writeFileSync(path.join(part, 'manifest.json'), manifestText(manifest, key), { mode: 0o600, flush: true })
  syncFolder(part)
  fs.renameSync(part, path.join(folder, id))
  syncFolder(folder)
  noteLast(data, id)
  // Only now does the list of what is forgotten reach this backup, should it have grown meanwhile.
  closeForgotten(data, folder)
  letGo(folder, key, keep, id)
  return { id, bytes: files.reduce((sum, { size }) => sum + size, 0), boards, broken, out }
}

/** The newest backup of this key. One that cannot be read is of no use here, and `restore` will say why. */
function newest(folder: string, key: BackupKey): Manifest | null {
  for (const id of backupsIn(folder).reverse()) {
    try {
      return readManifest(folder, id, key)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  return null
}

/** Rejects unless both disks keep what the board itself needs: a full disk would stop the board. */
async function room(data: string, folder: string, last: Manifest | null, space: typeof spaceOf): Promise<void> {
  const databases = homesOf(data).flatMap(({ at }) => ['board.db', 'care.db'].map(file => fs.statSync(path.join(data, at, file), { throwIfNoEntry: false })?.size ?? 0))
  const photos = last ? 0 : filesOf(data).found.reduce((sum, { size }) => sum + size, 0)
  const needs = [[data, Math.max(0, ...databases)], [folder, databases.reduce((sum, size) => sum + size, photos)]] as const
  for (const [place, bytes] of needs) {
    const { free, total } = await space(place)
    const missing = bytes + least(total) - free
    if (missing > 0) throw new Refused('no_room', place, `${Math.ceil(missing / 1e6)} MB`)
  }
}

/** Removes the backups that are too old, and the kept files that no other has. The one just made stays, whatever its clock said. */
function letGo(folder: string, key: BackupKey, keep: Keep, made: string): void {
  const ids = backupsIn(folder)
  const stay = staying(ids, keep)
  for (const id of ids) {
    if (!stay.has(id) && id !== made) removeBackup(folder, id)
  }
  try {
    dropUnused(folder, backupsIn(folder).map(id => readManifest(folder, id, key)))
  } catch (error) {
    // One of them cannot be read, so nobody knows which files it has: all stay.
    if (!(error instanceof Refused)) throw error
  }
}

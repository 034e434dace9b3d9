import type { BackupKey } from './backup-key.ts'
import type { BackedFile, Manifest } from './manifest.ts'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { compared, witnessed } from '../audit/chain.ts'
import { chainKey, headsFile, headsText, logsOf } from '../audit/heads.ts'
import { CannotStart } from '../core/cannot-start.ts'
import { noRoom } from '../core/no-room.ts'
import { syncFolder } from '../disk/data-folder.ts'
import { checkDatabase } from '../disk/database-check.ts'
import { lockFile } from '../disk/folder.ts'
import { least, spaceOf } from '../disk/room.ts'
import { careKeysIn } from './care-keys.ts'
import { keptFile, keptName } from './kept-files.ts'
import { readManifest } from './manifest.ts'
import { Refused } from './refused.ts'
import { emptyRegister } from './register.ts'
import { NotWhole, openFile } from './sealed-file.ts'
import { backupsIn, timeOf } from './shelf.ts'

interface Order {
  readonly folder: string
  readonly key: BackupKey
  /** Which backup; the newest if it is not said. */
  readonly id?: string
  /** The data folder that is made. It must be missing or empty. */
  readonly target: string
  readonly onPart?: (name: string, bytes: number) => void
  readonly onBytes?: (bytes: number) => void
  readonly space?: typeof spaceOf
}

export interface Restored { readonly id: string, readonly begunAt: number, readonly bytes: number, readonly boards: Manifest['boards'], /** Incidents whose register was destroyed since: its rows stay away, and its log of openings stays. */ readonly closed: readonly string[], /** Logs that were changed before this backup was made. */ readonly broken: readonly string[] }

/** In a folder that a restore is filling. Until it is gone no board starts there, and the next restore begins again. */
export const restoring = 'restoring'

/** The newest backup, where one that a wrong clock dated into the future counts only if there is no other. */
const newestIn = (folder: string): string | undefined => backupsIn(folder).filter(id => timeOf(id) <= Date.now() + 60_000).at(-1) ?? backupsIn(folder).at(-1)

/** Makes a data folder of a backup. It is complete only when every file has its sum, every log its marks, and every database its last commit. Rejects with `Refused`. */
export async function restoreBackup({ folder, key, id = newestIn(folder), target, onPart = () => {}, onBytes = () => {}, space = spaceOf }: Order): Promise<Restored> {
  if (id === undefined || !fs.existsSync(path.join(folder, id))) throw new Refused('none', id === undefined ? folder : path.join(folder, id))
  const manifest = readManifest(folder, id, key)
  const place = path.join(folder, id)
  let release: (() => void) | null = null
  try {
    release = begin(target)
    await room(manifest, target, space)
    for (const file of manifest.files) {
      onPart(file.path, file.size)
      await write(place, manifest, file, { folder, key, target, onBytes })
    }
    const closed: string[] = []
    for (const { incident, at } of manifest.boards) {
      if (manifest.careKeys.includes(incident) && !await writeCareKey(place, manifest, incident, path.join(target, at), key)) closed.push(incident)
    }
    await checkAll(manifest, place, target)
    for (const { incident, at } of manifest.boards) {
      if (closed.includes(incident)) emptyRegister(path.join(target, at, 'care.db'))
    }
    renewEpochs(manifest, target)
    // Last: a folder without it is not taken for a board's.
    fs.renameSync(path.join(target, 'board.db.part'), path.join(target, 'board.db'))
    fs.rmSync(path.join(target, restoring))
    syncFolder(target)
    return { id, begunAt: manifest.begunAt, bytes: manifest.files.reduce((sum, { size }) => sum + size, 0), boards: manifest.boards, closed, broken: manifest.broken }
  } catch (error) {
    if (!noRoom(error) && !(error instanceof Refused && error.reason === 'no_room_here')) throw error
    if (release) empty(target)
    throw error instanceof Refused ? error : new Refused('no_room_here', target, (error as Error).message)
  } finally {
    release?.()
  }
}

/** Rejects unless the disk holds the backup and what the board itself needs. */
async function room({ files }: Manifest, target: string, space: typeof spaceOf): Promise<void> {
  const { free, total } = await space(target)
  const missing = files.reduce((sum, { size }) => sum + size, 0) + least(total) - free
  if (missing > 0) throw new Refused('no_room_here', target, `${Math.ceil(missing / 1e6)} MB`)
}

/** Removes everything from a folder that a restore was filling; the marker last. */
function empty(target: string): void {
  const names = fs.readdirSync(target).filter(name => !['lock', 'lost+found', restoring].includes(name))
  for (const name of [...names, restoring]) fs.rmSync(path.join(target, name), { recursive: true, force: true })
}

/** Takes an empty folder, or one that an interrupted restore has left, which is emptied. */
function begin(target: string): () => void {
  fs.mkdirSync(target, { recursive: true, mode: 0o700 })
  const filled = () => fs.readdirSync(target).filter(name => !['lock', 'lost+found'].includes(name))
  const free = () => !filled().length || filled().includes(restoring)
  if (!free()) throw new Refused('not_empty', target)
  let release: () => void
  try {
    release = lockFile(path.join(target, 'lock'))
  } catch {
    throw new Refused('used', target)
  }
  // Looked at again with the lock held: a board may have begun here in the meantime, and it must not find a marker.
  try {
    if (!free()) throw new Refused('not_empty', target)
    fs.writeFileSync(path.join(target, restoring), '', { mode: 0o600, flush: true })
    for (const name of filled()) {
      if (name !== restoring) fs.rmSync(path.join(target, name), { recursive: true, force: true })
    }
    syncFolder(target)
    return release
  } catch (error) {
    release()
    throw error
  }
}

/** The first board's database has another name until everything else is there. */
const placeOf = (target: string, file: string) => path.join(target, file === 'board.db' ? 'board.db.part' : file)

async function write(place: string, { id }: Manifest, file: BackedFile, { folder, key, target, onBytes }: Required<Pick<Order, 'folder' | 'key' | 'target' | 'onBytes'>>): Promise<void> {
  const source = file.kept ? keptFile(folder, file.sum) : path.join(place, file.path.replaceAll('/', '~'))
  const to = placeOf(target, file.path)
  // A manifest is signed, and yet no path may lead out of the folder.
  if (!path.resolve(to).startsWith(path.resolve(target) + path.sep)) throw new Refused('changed', place, file.path)
  if (!fs.existsSync(source)) throw new Refused('half', place, file.path)
  fs.mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 })
  try {
    const content = await openFile({ key, name: file.kept ? keptName : `${id}/${file.path}`, source, target: to, onBytes })
    if (content.sum !== file.sum || content.size !== file.size) throw new Refused('changed', place, file.path)
  } catch (error) {
    throw error instanceof NotWhole ? new Refused('changed', place, file.path) : error
  }
  if (file.kept) fs.utimesSync(to, file.changedAt / 1000, file.changedAt / 1000)
}

/** False if the key was removed, because the register was destroyed after this backup. */
async function writeCareKey(place: string, { id }: Manifest, incident: string, home: string, key: BackupKey): Promise<boolean> {
  const source = careKeysIn(place).find(one => one.incident === incident)?.file
  if (!source) return false
  try {
    await openFile({ key, name: `${id}/care-key-${incident}`, source, target: path.join(home, 'care.key') })
    return true
  } catch (error) {
    throw error instanceof NotWhole ? new Refused('changed', place, 'care.key') : error
  }
}

/** Reads every page and mark of what was written. */
async function checkAll(manifest: Manifest, place: string, target: string): Promise<void> {
  const chain = chainKey(target)
  for (const [i, { incident, at, seq, epoch, heads }] of manifest.boards.entries()) {
    const board = placeOf(target, path.posix.join(at, 'board.db'))
    try {
      checkDatabase(board, { depth: 'quick_check', ...i === 0 && { key: path.join(target, 'key') } })
    } catch (error) {
      throw error instanceof CannotStart ? new Refused('changed', place, `${path.posix.join(at, 'board.db')}: ${error.detail || error.reason}`) : error
    }
    for (const { name, file, log } of logsOf(incident, i === 0)) {
      const known = heads[name]
      if (!known || manifest.broken.includes(name)) continue
      const raw = new SQLite(file === 'board.db' ? board : path.join(target, at, file), { readonly: true })
      try {
        const { broken } = await compared(raw, log, chain, [...known.marks, known.last])
        if (broken) throw new Refused('changed', place, `${name} ${broken.after}–${broken.upTo}`)
        if (log === witnessed.log && known.last.id !== seq) throw new Refused('changed', place, `${name} ends at ${known.last.id}, not ${seq}`)
        if (file === 'board.db' && known.epoch !== (epoch ?? '')) throw new Refused('changed', place, `${name}: epoch`)
      } finally {
        raw.close()
      }
    }
  }
}

/** A new history begins: devices that are ahead of the backup fetch the whole board, and send again what it lacks. The marks go on in it. */
function renewEpochs({ boards }: Manifest, target: string): void {
  const logs: Record<string, Manifest['boards'][number]['heads'][string]> = {}
  for (const { at, heads } of boards) {
    const epoch = randomBytes(12).toString('base64url')
    const raw = new SQLite(placeOf(target, path.posix.join(at, 'board.db')))
    try {
      raw.prepare('insert into meta (key, value) values (\'epoch\', ?) on conflict do update set value = excluded.value').run(epoch)
      // The restored history is in this folder, wherever its truth was before.
      raw.prepare('delete from meta where key in (\'store\', \'copied\')').run()
    } finally {
      raw.close()
    }
    for (const [name, head] of Object.entries(heads)) logs[name] = { ...head, epoch }
  }
  fs.writeFileSync(headsFile(target), headsText(logs, chainKey(target)), { mode: 0o600, flush: true })
}

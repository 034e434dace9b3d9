import type { Registry } from 'prom-client'
import type { Reader } from '../../shared/core/board.ts'
import type { Room } from '../../shared/core/protocol.ts'
import fs from 'node:fs'
import path from 'node:path'
import { Gauge } from 'prom-client'
import { homesOf } from '../audit/boards.ts'
import { backupsIn, timeOf } from '../backup/shelf.ts'
import { spaceOf } from '../disk/room.ts'

interface Board { readonly waiting: number, readonly board: Pick<Reader, 'get'> & { readonly seq: number }, readonly lastAt: () => number | null }
interface Sources {
  readonly data: string
  /** Of the backups. */
  readonly folder: string
  readonly boards: () => readonly Board[]
  /** Open live connections. */
  readonly sockets: () => number
  /** Incidents whose databases cannot be used. */
  readonly aside: () => number
  readonly room: () => Room
  readonly now: () => number
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** What the server looks up at each reading of its metrics. Figures are of all incidents together. */
export function watchState(registry: Registry, { data, folder, boards, sockets, aside, room, now }: Sources): void {
  const gauge = (name: string, help: string, value: () => number | Promise<number>) => new Gauge({ name, help, registers: [registry], async collect() {
    this.set(await value())
  } })
  const bytes = (more: string) => sum(homesOf(data).flatMap(({ at }) => ['board.db', 'care.db'].map(name => fs.statSync(path.join(data, at, name + more), { throwIfNoEntry: false })?.size ?? 0)))
  const since = (at: number) => (now() - at) / 1000
  gauge('yixian_sockets', 'Open live connections', sockets)
  gauge('yixian_queue', 'Commands that wait for their answer', () => sum(boards().map(one => one.waiting)))
  gauge('yixian_commits', 'Commits in the logs', () => sum(boards().map(one => one.board.seq)))
  // A drill has its own time.
  const real = () => boards().filter(one => !one.board.get('incident', 'incident')?.drill)
  gauge('yixian_data_age_seconds', 'Since the newest commit of any real incident; 0 if there is none', () => since(Math.min(now(), Math.max(...real().flatMap(one => one.lastAt() ?? []), real().length ? 0 : now()))))
  gauge('yixian_backup_age_seconds', 'Since the newest backup was begun; +Inf if there is none', () => since(backupsIn(folder).map(timeOf).filter(at => at <= now()).at(-1) ?? -Infinity))
  gauge('yixian_backups', 'Backups that are kept', () => backupsIn(folder).length)
  gauge('yixian_wal_bytes', 'The write-ahead logs of the databases', () => bytes('-wal'))
  gauge('yixian_database_bytes', 'The databases, without their write-ahead logs', () => bytes(''))
  gauge('yixian_disk_free_bytes', 'Free space on the disk of the data folder', async () => (await spaceOf(data)).free)
  gauge('yixian_disk_short', 'Free space on that disk: 0 enough, 1 low, 2 full', () => ['enough', 'low', 'full'].indexOf(room()))
  gauge('yixian_incidents', 'Incidents that are served', () => boards().length)
  gauge('yixian_incidents_aside', 'Incidents that are set aside because their databases cannot be used', aside)
}

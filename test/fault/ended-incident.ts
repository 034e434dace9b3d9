import type { careWorld } from './care-world.ts'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import sharp from 'sharp'
import { openSeal } from '../../server/core/seal.ts'

type World = Awaited<ReturnType<typeof careWorld>>

/** Volunteers with names and phones, a photo of the inspector, and what of them can be read on the disk before and after the end of the incident. */
export async function endedIncident({ board, people, luck, data, hits, origin }: World, accounts: number) {
  const photos = path.join(data, 'photos')
  const [incident] = board.incidents.all()
  const names = Array.from({ length: accounts }, (_, i) => `Vz${luck.next().toString(36).slice(2, 12)}${i}`)
  const ids = new Set(names.map(name => board.accounts.add({ name, phone: `3${luck.below(1e9)}`, role: 'volunteer', township: 'north' })))
  await board.authority.submit({ id: randomUUID(), name: 'reportIssue', args: { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1, photos: ['f1'] } }, people.inspector.actor)
  const body = new Uint8Array(await sharp({ create: { width: 64, height: 64, channels: 3, background: '#357' } }).jpeg().toBuffer())
  await fetch(`${origin}/api/i/first/photos/i1/f1`, { method: 'PUT', body, headers: { 'cookie': people.inspector.cookie, origin, 'content-type': 'image/jpeg' } })
  const rows = () => {
    const file = new SQLite(path.join(data, 'board.db'), { readonly: true })
    const all = file.prepare('select account, sealed from person').all() as { account: string, sealed: string }[]
    file.close()
    return all.filter(({ account }) => ids.has(account))
  }
  const sealed = rows().map(row => row.sealed)

  return {
    /** Leaves out the destruction of photos and names, only in this harness. */
    sabotage(): void {
      if (incident) incident.photos.destroy = async () => {}
      board.accounts.list = () => []
    },
    end: () => board.authority.submit({ id: randomUUID(), name: 'endIncident', args: { reason: 'it is over' } }, people.plain.actor),
    /** Names that the key of the data folder opens, sealed names that any file still holds, photos, and whether the incident and its log say what was destroyed. */
    async left() {
      const seal = openSeal(path.join(data, 'key'))
      const opened = rows().filter(({ account, sealed }) => names.some(name => seal.open(sealed, account).includes(name))).length
      const { ended } = board.authority.board.get('incident', 'incident') ?? {}
      return {
        opened,
        remains: hits(sealed),
        photos: fs.existsSync(photos) ? fs.readdirSync(photos).length : 0,
        said: Boolean(ended?.destroyedAt) && (ended?.figures?.accounts ?? 0) >= accounts && ended?.figures?.photos === 1,
        kept: board.authority.board.get('issue', 'i1')?.foundBy === people.inspector.actor.id && board.accounts.nameOf(people.plain.actor.id) !== '',
      }
    },
  }
}

import type { Actor } from '../../shared/core/actor.ts'
import type { Database } from '../database/database.ts'
import type { ImageMaker } from './image-maker.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { and, count, eq, gt, sum } from 'drizzle-orm'
import { file } from '../database/schema.ts'
import { sweepHalves, writeWhole } from '../disk/whole-file.ts'
import { photoEvidence } from './evidence.ts'
import { halfPhotos } from './halves.ts'

export const photoBytes = 10 * 1024 * 1024
const day = 24 * 3_600_000

/** Photos on disk, each under its id. Only re-encoded photos are stored, so that no EXIF, GPS or hidden payload remains. */
export function photos(source: Database, folder: string, images: ImageMaker, now: () => number = Date.now) {
  const { database } = source
  const halves = halfPhotos(path.join(folder, 'halves'))
  const at = (id: string, size: 'full' | 'thumb' | 'stamped') => path.join(folder, `${id}.${size}.jpg`)

  /** Those that are being stamped now: many people open a new photo at once. */
  const stamping = new Map<string, Promise<void>>()

  return {
    find: (id: string) => database.select().from(file).where(eq(file.id, id)).get(),
    path: at,
    /** The copy that is served, with this line burned into it. It is made when somebody first looks, and again after another photo has taken the id. */
    async stamped(id: string, line: string): Promise<string> {
      const file = at(id, 'stamped')
      if (existsSync(file)) return file
      const making = stamping.get(id) ?? images.stamp(at(id, 'full'), line).then(bytes => writeWhole(file, bytes)).finally(() => stamping.delete(id))
      stamping.set(id, making)
      await making
      return file
    },
    /** Those that arrive in parts. */
    halves,
    /** What devices said about their originals. */
    evidence: photoEvidence(source, now),
    /** Removes the remains of interrupted uploads that are older than `age` (ms), and the halves that are too old. */
    async sweep(age: number): Promise<void> {
      await sweepHalves(folder, age)
      await halves.sweep()
    },

    /** How many photos a person has sent in the last 24 hours, and their size as stored, in bytes. */
    sentADay(owner: string): { readonly count: number, readonly bytes: number } {
      const sent = database.select({ count: count(), bytes: sum(file.bytes) }).from(file).where(and(eq(file.owner, owner), gt(file.at, now() - day))).get()
      return { count: sent?.count ?? 0, bytes: Number(sent?.bytes ?? 0) }
    },

    folder,

    /** Re-encodes the photo in the file `sent` and stores it under `id`, replacing an earlier one. Rejects with the codes of `ImageMaker`. */
    async keep(id: string, subject: string, sent: string, owner: Actor): Promise<void> {
      const { full, thumb, width, height } = await images.decode(sent)
      await writeWhole(at(id, 'thumb'), thumb)
      await writeWhole(at(id, 'full'), full)
      await fs.rm(at(id, 'stamped'), { force: true })
      const kept = { owner: owner.id, subject, bytes: full.length, width, height, at: now() }
      database.insert(file).values({ id, ...kept }).onConflictDoUpdate({ target: file.id, set: kept }).run()
    },
  }
}

export type Photos = ReturnType<typeof photos>

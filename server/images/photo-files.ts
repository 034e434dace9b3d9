import type { Actor } from '../../shared/core/actor.ts'
import type { Database } from '../database/database.ts'
import type { ImageMaker } from './image-maker.ts'
import path from 'node:path'
import { and, count, eq, gt, sum } from 'drizzle-orm'
import { file } from '../database/schema.ts'
import { sweepHalves, writeWhole } from '../disk/whole-file.ts'

export const photoBytes = 10 * 1024 * 1024
const day = 24 * 3_600_000

/** Photos on disk under their random id. What is kept is re-encoded here, so no EXIF, GPS or hidden payload survives. */
export function photos({ database }: Database, folder: string, images: ImageMaker, now: () => number = Date.now) {
  const at = (id: string, size: 'full' | 'thumb') => path.join(folder, `${id}.${size}.jpg`)

  return {
    find: (id: string) => database.select().from(file).where(eq(file.id, id)).get(),
    path: at,
    /** Removes what broken-off uploads older than `age` (ms) have left. */
    sweep: (age: number): Promise<void> => sweepHalves(folder, age),

    /** How many photos a person has sent in the last 24 hours, and their bytes as kept. */
    sentADay(owner: string): { readonly count: number, readonly bytes: number } {
      const sent = database.select({ count: count(), bytes: sum(file.bytes) }).from(file).where(and(eq(file.owner, owner), gt(file.at, now() - day))).get()
      return { count: sent?.count ?? 0, bytes: Number(sent?.bytes ?? 0) }
    },

    folder,

    /** Keeps the JPEG, PNG or WebP in this file, of at most 10 MB and 50 Mpixel, in the place of what was kept under this id. */
    async keep(id: string, subject: string, sent: string, owner: Actor): Promise<void> {
      const { full, thumb, width, height } = await images(sent)
      await writeWhole(at(id, 'thumb'), thumb)
      await writeWhole(at(id, 'full'), full)
      const kept = { owner: owner.id, subject, bytes: full.length, width, height, at: now() }
      database.insert(file).values({ id, ...kept }).onConflictDoUpdate({ target: file.id, set: kept }).run()
    },
  }
}

export type Photos = ReturnType<typeof photos>

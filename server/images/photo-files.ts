import type { Buffer } from 'node:buffer'
import type { Actor } from '../../shared/core/actor.ts'
import type { Block } from '../../shared/core/blocks.ts'
import type { Database } from '../database/database.ts'
import type { Picture } from './decode.ts'
import type { ImageMaker } from './image-maker.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { and, count, eq, gt, sum } from 'drizzle-orm'
import { mostBlocks } from '../../shared/core/masking.ts'
import { isVoice } from '../../shared/core/voices.ts'
import { evidence, file } from '../database/schema.ts'
import { removeFolder, sweepHalves, writeWhole } from '../disk/whole-file.ts'
import { drillPhoto } from './drill-photo.ts'
import { photoEvidence } from './evidence.ts'
import { halfPhotos } from './halves.ts'
import { checkVoice } from './voice-check.ts'

export const photoBytes = 10 * 1024 * 1024
const day = 24 * 3_600_000
const sizes = ['thumb', 'full', 'stamped'] as const
type Size = (typeof sizes)[number]
/** Throws once a photo or voice note must not be kept. Asked again when it has been written, because that takes time. */
type Wanted = () => void

/** Photos and voice notes on disk, each under its id. Only re-encoded photos are stored, so that no EXIF, GPS or hidden payload remains, and only voice notes that were read frame by frame. `onFile` is called with each file that was written or removed. */
export function photos(source: Database, folder: string, images: ImageMaker, now: () => number = Date.now, onFile: (file: string) => void = () => {}) {
  const { database } = source
  const halves = halfPhotos(path.join(folder, 'halves'))
  /** Each number of covered parts has files of its own, so that an interrupted painting is seen and done again. */
  const at = (id: string, size: Size, covered = 0) => path.join(folder, `${id}${covered ? `.m${covered}` : ''}.${size}.jpg`)
  async function remove(id: string, covered: number): Promise<void> {
    for (const size of sizes) {
      await fs.rm(at(id, size, covered), { force: true })
      if (size !== 'stamped') onFile(at(id, size, covered))
    }
  }
  async function write(file: string, bytes: Uint8Array): Promise<void> {
    await writeWhole(file, bytes)
    onFile(file)
  }

  const find = (id: string) => database.select().from(file).where(eq(file.id, id)).get()

  /** Those that are being stamped or drawn now: many people open a new photo at once. */
  const [stamping, drawing] = [new Map<string, Promise<void>>(), new Map<string, Promise<void>>()]
  function once(of: Map<string, Promise<void>>, id: string, make: () => Promise<void>): Promise<void> {
    const making = of.get(id) ?? make().finally(() => of.delete(id))
    of.set(id, making)
    return making
  }

  /** The cover of one photo after the other: the next begins with what the one before left. */
  const covering = new Map<string, Promise<void>>()
  async function paint(id: string, blocks: readonly Block[]): Promise<void> {
    const under = Array.from(blocks, (_, i) => i).filter(i => existsSync(at(id, 'full', i)))
    const last = under.at(-1)
    if (last === undefined) return
    if (!existsSync(at(id, 'full', blocks.length))) {
      const { full, thumb } = await images.cover(at(id, 'full', last), blocks)
      await write(at(id, 'thumb', blocks.length), thumb)
      await write(at(id, 'full', blocks.length), full)
      // It was destroyed meanwhile.
      if (!existsSync(at(id, 'full', last))) await remove(id, blocks.length)
    }
    for (const i of under) await remove(id, i)
  }

  async function put(id: string, subject: string, { full, thumb, width, height }: Picture, owner: Pick<Actor, 'id'>, wanted: Wanted): Promise<void> {
    await write(at(id, 'thumb'), thumb)
    await write(at(id, 'full'), full)
    // What another file under this id showed goes with everything made of it.
    if (find(id)) await Promise.all(Array.from({ length: mostBlocks }, (_, i) => remove(id, i + 1)))
    await fs.rm(at(id, 'stamped'), { force: true })
    await settle(id, { owner: owner.id, subject, bytes: full.length, width, height, at: now() }, wanted, () => remove(id, 0))
  }
  const note = (id: string, kept: Omit<typeof file.$inferInsert, 'id'>) =>
    database.insert(file).values({ id, ...kept }).onConflictDoUpdate({ target: file.id, set: kept }).run()
  /** Notes what was written, or undoes the writing if it was removed meanwhile. */
  async function settle(id: string, kept: Parameters<typeof note>[1], wanted: Wanted, undo: () => Promise<void>): Promise<void> {
    try {
      wanted()
    } catch (error) {
      await undo()
      throw error
    }
    note(id, kept)
  }

  const voiceAt = (id: string) => path.join(folder, `${id}.mp3`)
  async function removeVoice(id: string): Promise<void> {
    await fs.rm(voiceAt(id), { force: true })
    onFile(voiceAt(id))
  }
  async function putVoice(id: string, subject: string, bytes: Buffer, owner: Pick<Actor, 'id'>, wanted: Wanted): Promise<void> {
    checkVoice(bytes)
    await write(voiceAt(id), bytes)
    await settle(id, { owner: owner.id, subject, bytes: bytes.length, width: 0, height: 0, at: now() }, wanted, () => removeVoice(id))
  }

  return {
    find,
    path: at,
    /** The number of covered parts whose files are here, for a photo with `covered` by its record: more, if the record is older than the files, as after a restore. Never fewer. */
    shown(id: string, covered: number): number {
      for (let i = covered; i <= mostBlocks; i++) {
        if (existsSync(at(id, 'full', i))) return i
      }
      return covered
    },
    /** Paints the covered parts into the photo, and removes the files that show what is under them. Nothing if that was done, or the photo is not here. */
    async cover(id: string, blocks: readonly Block[]): Promise<void> {
      const turn = (covering.get(id) ?? Promise.resolve()).catch(() => {}).then(() => paint(id, blocks))
      covering.set(id, turn)
      await turn.finally(() => covering.get(id) === turn && covering.delete(id))
    },
    /** The copy that is served, with these lines burned into it. It is made when somebody first looks, and again after another photo has taken the id. */
    async stamped(id: string, lines: readonly string[], covered = 0): Promise<string> {
      const file = at(id, 'stamped', covered)
      if (existsSync(file)) return file
      await once(stamping, file, async () => writeWhole(file, await images.stamp(at(id, 'full', covered), lines)))
      // More of it was covered meanwhile.
      if (!existsSync(at(id, 'full', covered))) await fs.rm(file, { force: true })
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

    /** How many photos, voice notes and notes about originals there are. */
    counts() {
      const ids = database.select({ id: file.id }).from(file).all().map(one => one.id)
      const voices = ids.filter(isVoice).length
      return { photos: ids.length - voices, voices, evidence: database.select({ photo: evidence.photo }).from(evidence).all().length }
    },

    /** Removes every photo and voice note, also those that have come in part, and every note about an original, from the disk. */
    async destroy(): Promise<void> {
      await removeFolder(folder, onFile)
      source.raw.pragma('secure_delete = ON')
      database.delete(file).run()
      database.delete(evidence).run()
      source.raw.pragma('secure_delete = OFF')
      source.raw.pragma('wal_checkpoint(TRUNCATE)')
    },

    /** Re-encodes the photo in the file `sent`, or reads the voice note in it, and stores it under `id`, replacing an earlier one, while it is `wanted`. Rejects with the codes of `ImageMaker` and `checkVoice`. */
    async keep(id: string, subject: string, sent: string, owner: Actor, wanted: Wanted): Promise<void> {
      wanted()
      if (isVoice(id)) await putVoice(id, subject, await fs.readFile(sent), owner, wanted)
      else await put(id, subject, await images.decode(sent), owner, wanted)
    },
    /** Where a voice note is. */
    voicePath: voiceAt,
    /** Removes the sound of a voice note. */
    async silence(id: string): Promise<void> {
      await removeVoice(id)
      database.delete(file).where(eq(file.id, id)).run()
    },
    /** Draws a photo of the drill, when somebody first looks. */
    draw: (id: string, subject: string, aspect: string, owner: Actor, wanted: Wanted): Promise<void> =>
      once(drawing, id, async () => put(id, subject, await images.draw(drillPhoto(id, aspect)), owner, wanted)),
  }
}

export type Photos = ReturnType<typeof photos>

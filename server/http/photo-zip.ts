import type { Response } from 'express'
import type { Actor } from '../../shared/core/actor.ts'
import type { County } from '../../shared/core/county.ts'
import type { PhotoRights } from '../images/photo-rights.ts'
import type { IncidentBoard } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Listed, PhotosOf } from './photo-list.ts'
import type { ServedPhotos } from './served-photos.ts'
import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import { Zip, ZipPassThrough } from 'fflate'
import Papa from 'papaparse'
import * as v from 'valibot'
import { lineOf } from '../../shared/core/fields.ts'
import { photosOut } from '../../shared/core/photos-out.ts'
import { reject } from '../../shared/core/rejection.ts'
import { Day, Id } from '../../shared/records.ts'
import { clockOf, fileNameOf, photosOf } from './photo-list.ts'

const why = v.pipe(lineOf(200), v.minLength(1))
export const PhotosWanted = v.union([v.strictObject({ issues: v.pipe(v.array(Id), v.minLength(1), v.maxLength(photosOut.issues)), why }), v.strictObject({ day: Day, why })])

/** How many such files are made at once, for the whole incident. */
const atOnce = 2
/** The column heads are in both languages, because the list goes with the photos to readers of either. */
const head = ['文件 File', '问题编号 Issue', '场所 Place', '镇街 Township', '时间 Time', '说明 Note']
const notHere = '照片还没有送到 Not here yet'

interface Means { readonly rights: Pick<PhotoRights, 'sees'>, readonly served: ServedPhotos }

/**
 * Photos as one file, as they are shown, each read when its turn comes and sent before the next, so that nobody else waits. The log has who took them out, why, and of which
 * issues, before the first byte. Rejects with `not_found` if there are none, `too_many_to_take`, and `busy`; a reader who is signed out meanwhile gets no further photo.
 */
export function photoZip(accounts: Pick<Accounts, 'note'>, county: Pick<County, 'timeZone' | 'townships'>, board: IncidentBoard, { rights, served }: Means) {
  const making = new Set<string>()

  function chosen(actor: Actor, wanted: PhotosOf): Listed[] {
    const listed = photosOf(board.authority.board, actor, wanted, county)
    if (listed.length > photosOut.photos) reject('too_many_to_take')
    const seen = listed.filter(({ subject, photo }) => rights.sees(actor, subject, photo) !== null)
    if (!seen.length) reject('not_found')
    if (seen.reduce((bytes, { photo }) => bytes + (board.photos.find(photo)?.bytes ?? 0), 0) > photosOut.bytes) reject('too_many_to_take')
    return seen
  }

  return async (actor: Actor, wanted: PhotosOf, reason: string, response: Response, still: () => boolean): Promise<void> => {
    if (making.has(actor.id) || making.size >= atOnce) reject('busy')
    const photos = chosen(actor, wanted)
    making.add(actor.id)
    try {
      const of = 'day' in wanted ? [`day/${wanted.day}`] : [...new Set(photos.map(({ subject }) => `issue/${subject}`))]
      accounts.note(actor.id, 'take_photos', [`incident/${board.id}`, ...of, `why/${reason}`])
      response.set({ 'cache-control': 'no-store', 'content-type': 'application/zip' }).attachment('photos.zip')
      await send(actor, photos, response, still)
    } finally {
      making.delete(actor.id)
    }
  }

  async function send(actor: Actor, photos: readonly Listed[], response: Response, still: () => boolean): Promise<void> {
    const zip = new Zip((error, part) => error ? response.destroy(error) : response.write(part))
    async function add(name: string, bytes: Uint8Array): Promise<void> {
      const entry = new ZipPassThrough(name)
      zip.add(entry)
      entry.push(bytes, true)
      if (response.writableNeedDrain) await Promise.race([once(response, 'drain'), once(response, 'close')])
    }
    const lines: (string | number | null)[][] = []
    for (const [i, one] of photos.entries()) {
      if (response.destroyed) return
      if (!still()) return void response.destroy()
      const name = fileNameOf(one, i + 1, county.timeZone)
      // Asked again for each: what a person may see can change while the file is made.
      const seen = await served.look(actor, one.subject, one.photo)
      if (seen === null) continue
      const bytes = seen === 'here' ? await fs.readFile((await served.copy(one.subject, one.photo)).file).catch(() => null) : null
      if (bytes) await add(name, bytes)
      lines.push([bytes ? name : '', one.no, one.place, one.township, clockOf(one.at, county.timeZone), bytes ? '' : notHere])
    }
    await add('list.csv', Buffer.from(`\uFEFF${Papa.unparse([head, ...lines], { escapeFormulae: true, newline: '\r\n' })}`))
    zip.end()
    response.end()
  }
}

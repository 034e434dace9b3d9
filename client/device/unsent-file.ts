import type { RefusedWork } from '../sync/refused.ts'
import type { Pending } from '../sync/replica.ts'
import type { WaitingPhoto } from '../sync/vault.ts'
import * as v from 'valibot'
import { evidenceClaim } from '../../shared/core/evidence.ts'
import { Id, NewId } from '../../shared/core/fields.ts'
import { photoId } from '../../shared/core/photos.ts'

/** Unsent work as a file, for a device that gets no network. The reader checks everything in it. */

/** Bytes of a file that is read at all. */
export const mostBytes = 64 * 2 ** 20
const Moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const Work = v.strictObject({ command: v.strictObject({ id: NewId, name: v.pipe(v.string(), v.maxLength(64)), args: v.looseObject({}) }), at: Moment })
const Photo = v.strictObject({ id: v.pipe(v.string(), v.regex(/^[\da-f]{48}-[\da-f]{12}(?:-v)?$/)), issue: Id, at: Moment, type: v.picklist(['image/jpeg', 'image/png', 'audio/mpeg']), data: v.pipe(v.string(), v.maxLength(8 * 2 ** 20), v.regex(/^[A-Z\d+/]*={0,2}$/i)), evidence: v.optional(evidenceClaim) })
const UnsentFile = v.strictObject({ yixian: v.literal('unsent'), version: v.literal(1), incident: Id, work: v.pipe(v.array(Work), v.maxLength(2000)), photos: v.pipe(v.array(Photo), v.maxLength(300)) })

export interface Unsent { readonly work: readonly Pending[], readonly photos: readonly WaitingPhoto[], /** Photos whose bytes are not those that their id names. */ readonly damaged: number }

const bytesOf = (text: string) => Uint8Array.from(atob(text), one => one.charCodeAt(0))

async function textOf(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let i = 0; i < bytes.length; i += 32_768) text += String.fromCharCode(...bytes.subarray(i, i + 32_768))
  return btoa(text)
}

/** The file of what waits and what was refused, in the order in which it was given. */
export async function writeUnsent(incident: string, queue: readonly Pending[], refused: readonly RefusedWork[], photos: readonly WaitingPhoto[]): Promise<Blob> {
  const work = [...queue, ...refused].sort((a, b) => a.at - b.at).map(({ command: { id, name, args }, at }) => ({ command: { id, name, args }, at: Math.round(at) }))
  const pictures = await Promise.all(photos.map(async ({ id, issue, at, blob, evidence }) => ({ id, issue, at: Math.round(at), type: blob.type, data: await textOf(blob), evidence })))
  return new Blob([JSON.stringify({ yixian: 'unsent', version: 1, incident, work, photos: pictures })], { type: 'application/json' })
}

/** Reads such a file, or says what is wrong with it. */
export async function readUnsent(file: Blob, incident: string): Promise<Unsent | 'too_large' | 'not_ours' | 'other_incident'> {
  if (file.size > mostBytes) return 'too_large'
  try {
    const read = v.safeParse(UnsentFile, JSON.parse(await file.text()))
    if (!read.success) return 'not_ours'
    if (read.output.incident !== incident) return 'other_incident'
    const photos = read.output.photos.map(({ data, ...photo }) => ({ photo, bytes: bytesOf(data) })).filter(({ photo, bytes }) => photoId(bytes, photo.id.slice(49)) === photo.id)
    return { work: read.output.work, photos: photos.map(({ photo: { id, issue, at, type, evidence }, bytes }) => ({ id, issue, at, blob: new Blob([bytes], { type }), evidence })), damaged: read.output.photos.length - photos.length }
  } catch {
    return 'not_ours'
  }
}

import type { Reader } from '../../shared/core/board.ts'
import type { WorkPlan } from '../../shared/records.ts'
import type { ImageMaker } from '../images/image-maker.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs/promises'
import path from 'node:path'
import { isOver } from '../../shared/core/over.ts'
import { reject, Rejection } from '../../shared/core/rejection.ts'
import { removeFolder, sweepHalves, writeWhole } from '../disk/whole-file.ts'

type Type = NonNullable<WorkPlan['file']>['type']
/** A file that no plan names may belong to a draft on a device, for as long as this (ms). */
const patience = 30 * 24 * 3_600_000

/** What the bytes are, by how they begin and end, whatever the file is called. Null for anything else, for a file that breaks off, and for one with macros. */
export function typeOf(bytes: Buffer): Type | null {
  const begins = (text: string) => bytes.subarray(0, text.length).toString('latin1') === text
  const end = bytes.subarray(-66_000)
  if (begins('%PDF-')) return end.subarray(-2048).includes('%%EOF') ? 'pdf' : null
  if (begins('\xFF\xD8\xFF') || begins('\x89PNG\r\n\x1A\n')) return 'jpg'
  // The directory of a zip file stands at its end and names its parts.
  if (!begins('PK\x03\x04') || !end.includes('PK\x05\x06') || /vbaProject|activeX/i.test(namesIn(bytes))) return null
  const names = namesIn(bytes)
  return names.includes('word/document.xml') ? 'docx' : names.includes('xl/workbook.xml') ? 'xlsx' : null
}

/** The directory of a zip file, as text. */
function namesIn(bytes: Buffer): string {
  const last = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const from = last >= 0 && last + 20 <= bytes.length ? bytes.readUInt32LE(last + 16) : bytes.length
  return bytes.subarray(Math.min(from, bytes.length)).toString('latin1')
}

const noPhoto = (error: unknown) => error instanceof Rejection && error.code === 'invalid' ? reject('not_a_paper') : Promise.reject(error)

/** The files that plans carry, each under the SHA-256 of what was sent. Photos are stored re-encoded, so that they tell no position. `onFile` is called with each file that was written or removed. */
export function attachedTo(board: Reader, folder: string, images: ImageMaker, now: () => number = Date.now, onFile: (file: string) => void = () => {}) {
  const at = (hash: string, type: Type) => path.join(folder, `${hash}.${type}`)
  const size = async (file: string) => (await fs.stat(file).catch(() => null))?.size

  return {
    folder,
    path: at,

    count: async (): Promise<number> => (await fs.readdir(folder).catch(() => [])).length,

    /** Removes every file. */
    destroy: (): Promise<void> => removeFolder(folder, onFile),

    /** Stores the file `sent` and says what it is and how large. Rejects with `not_a_paper`, `incident_over`, and with the codes of `ImageMaker`. */
    async keep(hash: string, sent: string): Promise<{ readonly type: Type, readonly bytes: number }> {
      // It may have ended while the file came.
      if (isOver(board)) reject('incident_over')
      const bytes = await fs.readFile(sent)
      const type = typeOf(bytes) ?? reject('not_a_paper')
      const kept = type === 'jpg' ? Buffer.from((await images.decode(sent).catch(noPhoto)).full) : bytes
      if (await size(at(hash, type)) === undefined) await writeWhole(at(hash, type), kept)
      onFile(at(hash, type))
      return { type, bytes: kept.length }
    },

    /** Removes the remains of interrupted uploads that are older than `age` (ms), and files that no plan named within thirty days. */
    async sweep(age: number): Promise<void> {
      await sweepHalves(folder, age)
      const isNamed = (name: string) => [...board.all('workPlan')].some(({ file }) => file && name === path.basename(at(file.hash, file.type)))
      for (const name of await fs.readdir(folder).catch(() => [])) {
        if (!/^[\da-f]{64}\.\w+$/.test(name)) continue
        const file = path.join(folder, name)
        const written = await fs.stat(file).then(({ mtimeMs }) => mtimeMs, () => Infinity)
        if (now() - written < patience || isNamed(name)) continue
        await fs.rm(file, { force: true })
        onFile(file)
      }
    },
  }
}

export type Attached = ReturnType<typeof attachedTo>

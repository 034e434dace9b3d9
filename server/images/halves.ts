import type { Readable } from 'node:stream'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { partBytes } from '../../shared/core/parts.ts'
import { reject, Rejection } from '../../shared/core/rejection.ts'
import { sweepHalves } from '../disk/whole-file.ts'

/** Limits on photos of which not all parts have come: how many, of one person and of all, and how long after the last part one ends (ms). */
export const halfLimits = { each: 8, all: 400, age: 24 * 3_600_000 }
const ending = '.half'

interface Half { readonly photo: string, readonly owner: string }
/** What is done with a photo once all of it is here. */
interface Ending {
  /** Whether it is kept already: an earlier connection may have brought the rest while this one waited for its turn. */
  readonly kept: () => Promise<boolean>
  /** Rejects once it must not be kept. */
  readonly wanted: () => void
  readonly keep: (file: string, hash: string) => Promise<void>
}
interface Turn { readonly end: () => unknown, readonly done: Promise<unknown> }

/** Photos that arrive in parts. Each half is a file that only grows: what a cut line has left of a part counts. */
export function halfPhotos(folder: string, limits = halfLimits) {
  const turns = new Map<string, Turn>()
  const fileOf = ({ photo, owner }: Half) => path.join(folder, `${owner}~${photo}${ending}`)
  const sizeOf = (file: string): Promise<number> => fs.stat(file).then(({ size }) => size, () => 0)

  /** One at a time for each half. A device that comes back does not wait for the connection that it lost: that one is ended. */
  async function inTurn<T>(half: Half, end: () => unknown, work: (file: string) => Promise<T>): Promise<T> {
    const file = fileOf(half)
    const before = turns.get(file)
    before?.end()
    const done = (before?.done ?? Promise.resolve()).catch(() => {}).then(() => work(file))
    const turn = { end, done }
    turns.set(file, turn)
    try {
      return await done
    } finally {
      if (turns.get(file) === turn) turns.delete(file)
    }
  }

  /** Makes room for another half. A person's oldest one ends; too many of all wait. */
  async function begin(file: string, owner: string): Promise<void> {
    await fs.mkdir(folder, { recursive: true, mode: 0o700 })
    const all = (await fs.readdir(folder)).filter(name => name.endsWith(ending))
    const own = await Promise.all(all.filter(name => name.startsWith(`${owner}~`)).map(async name => ({ name, at: await fs.stat(path.join(folder, name)).then(({ mtimeMs }) => mtimeMs, () => 0) })))
    for (const { name } of own.sort((a, b) => b.at - a.at).slice(limits.each - 1)) await fs.rm(path.join(folder, name), { force: true })
    if (all.length - own.length + Math.min(own.length, limits.each - 1) >= limits.all) throw new Rejection('busy', undefined, undefined, 60_000)
    await fs.writeFile(file, '', { mode: 0o600 })
  }

  /** Appends what comes, and resolves once it is on the disk, also after a cut line. Rejects with `too_large` beyond `most` bytes. */
  async function append(file: string, body: Readable, most: number): Promise<void> {
    const handle = await fs.open(file, 'a', 0o600)
    let came = 0
    try {
      for await (const chunk of body as AsyncIterable<Uint8Array>) {
        came += chunk.length
        if (came > most) reject('too_large')
        await handle.appendFile(chunk)
      }
    } catch (error) {
      if (!body.destroyed || error instanceof Rejection) throw error
    } finally {
      await handle.sync().finally(() => handle.close())
    }
  }

  return {
    /** How many bytes are here. Ends a connection that still sends some of them. */
    have: (half: Half): Promise<number> => inTurn(half, () => {}, sizeOf),

    /**
     * Takes the part that begins at byte `from` of `size`, and answers how many bytes are here then. A part that begins elsewhere
     * than at the end of what is here is not taken. Once all are here, `keep` is called with the file and its SHA-256, and the half is removed.
     */
    take: (half: Half, { from, size }: { readonly from: number, readonly size: number }, body: Readable, { kept, wanted, keep }: Ending): Promise<{ readonly have: number, readonly kept: boolean }> =>
      inTurn(half, () => body.readableEnded || body.destroy(), async (file) => {
        if (await kept()) return { have: size, kept: true }
        const before = await sizeOf(file)
        if (before > size) {
          await fs.rm(file, { force: true })
          return { have: 0, kept: false }
        }
        if (before !== from) return { have: before, kept: false }
        if (before === 0) await begin(file, half.owner)
        await append(file, body, Math.min(partBytes, size - before)).then(wanted).catch(async (error: unknown) => {
          if (error instanceof Rejection) await fs.rm(file, { force: true })
          throw error
        })
        const have = await sizeOf(file)
        if (have < size) return { have, kept: false }
        await keep(file, await hashOf(file)).catch(async (error: unknown) => {
          // Only for these is it worth sending again what is here already.
          if (!(error instanceof Rejection) || !['busy', 'storage_low', 'storage_full'].includes(error.code)) await fs.rm(file, { force: true })
          throw error
        })
        await fs.rm(file, { force: true })
        return { have, kept: true }
      }),

    sweep: (age = limits.age): Promise<void> => sweepHalves(folder, age, ending),
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) hash.update(chunk)
  return hash.digest('hex')
}

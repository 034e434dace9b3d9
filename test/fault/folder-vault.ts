import type { Vault, WaitingPhoto } from '../../client/sync/vault.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs/promises'
import path from 'node:path'

interface Kept { readonly type?: string, readonly data?: string }

/** What a device keeps, in a folder that outlives its process: each piece is a file that is whole and synced, or not there. */
export async function folderVault(folder: string): Promise<Pick<Vault, 'queue' | 'keep' | 'drop' | 'holds' | 'refused' | 'keepRefused' | 'photos' | 'keepPhoto' | 'dropPhoto'>> {
  const shelf = async (name: string) => {
    const at = path.join(folder, name)
    await fs.mkdir(at, { recursive: true })
    const files = async () => (await fs.readdir(at)).filter(file => file.endsWith('.json')).sort()
    let next = (await files()).length ? Number((await files()).at(-1)!.split('_')[0]) + 1 : 0
    const of = async (id: string) => (await files()).find(file => file.endsWith(`_${id}.json`))
    return {
      holds: async (id: string) => await of(id) !== undefined,
      async put(id: string, value: object): Promise<void> {
        if (await of(id)) return
        const file = path.join(at, `${String(next++).padStart(6, '0')}_${id}.json`)
        await fs.writeFile(`${file}.part`, JSON.stringify(value), { flush: true })
        await fs.rename(`${file}.part`, file)
      },
      async drop(id: string): Promise<void> {
        const file = await of(id)
        if (file) await fs.rm(path.join(at, file), { force: true })
      },
      all: async () => Promise.all((await files()).map(async file => JSON.parse(await fs.readFile(path.join(at, file), 'utf8')) as never)),
    }
  }
  const [queue, refused, photos] = await Promise.all(['queue', 'refused', 'photos'].map(shelf)) as [Awaited<ReturnType<typeof shelf>>, Awaited<ReturnType<typeof shelf>>, Awaited<ReturnType<typeof shelf>>]
  return {
    queue: queue.all,
    keep: pending => queue.put(pending.command.id, pending),
    drop: async (...ids) => void await Promise.all(ids.map(queue.drop)),
    holds: queue.holds,
    refused: refused.all,
    keepRefused: one => refused.put(one.command.id, one),
    photos: async () => (await photos.all()).map((one: WaitingPhoto & Kept) => ({ ...one, blob: new Blob([Buffer.from(one.data ?? '', 'base64')], { type: one.type }) })),
    keepPhoto: async ({ blob, ...photo }) => photos.put(photo.id, { ...photo, type: blob.type, data: Buffer.from(await blob.arrayBuffer()).toString('base64') }),
    dropPhoto: photos.drop,
  }
}

import fs from 'node:fs/promises'
import path from 'node:path'
import { closeToOthers } from '../database/closed-to-others.ts'

const half = '.part'

/** Writes a file so that it is either complete and on disk, or not there at all. */
export async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  closeToOthers(path.dirname(target))
  try {
    const handle = await fs.open(target + half, 'w', 0o600)
    await handle.writeFile(bytes).then(() => handle.sync()).finally(() => handle.close())
    await fs.rename(target + half, target)
  } catch (error) {
    await fs.rm(target + half, { force: true })
    throw error
  }
}

/** Removes unfinished files that an ended process has left. Only those older than `age` (ms), because others may still be being written. */
export async function sweepHalves(folder: string, age: number, ending = half): Promise<void> {
  for (const name of await fs.readdir(folder).catch(() => [])) {
    if (!name.endsWith(ending)) continue
    const file = path.join(folder, name)
    const written = await fs.stat(file).then(({ mtimeMs }) => mtimeMs, () => Infinity)
    if (Date.now() - written >= age) await fs.rm(file, { force: true })
  }
}

/** Removes a folder with everything in it, and calls `onFile` with each name that was in it. */
export async function removeFolder(folder: string, onFile: (file: string) => void): Promise<void> {
  const names = await fs.readdir(folder).catch(() => [])
  await fs.rm(folder, { recursive: true, force: true })
  for (const name of names) onFile(path.join(folder, name))
}

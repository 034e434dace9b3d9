import type { BackupKey } from './backup-key.ts'
import type { Manifest } from './manifest.ts'
import { createReadStream, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** The files that have the length and the time of a backup, and another content. A file that was replaced by the board since has another time. */
export async function changedFiles(data: string, { files }: Manifest, key: BackupKey): Promise<string[]> {
  const changed: string[] = []
  for (const { path: at, sum, size, changedAt } of files.filter(({ kept }) => kept)) {
    const file = path.join(data, at)
    if (!existsSync(file)) continue
    const stat = statSync(file)
    if (stat.size !== size || Math.round(stat.mtimeMs) !== changedAt) continue
    const running = key.sum()
    await pipeline(createReadStream(file), async (chunks) => {
      for await (const chunk of chunks) running.update(chunk as Uint8Array)
    })
    if (running.digest('hex') !== sum) changed.push(at)
  }
  return changed
}

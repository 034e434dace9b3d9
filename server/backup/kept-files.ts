import type { BackupKey } from './backup-key.ts'
import type { Found } from './contents.ts'
import type { BackedFile, Manifest } from './manifest.ts'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { checkFile, NotWhole, sealFile } from './sealed-file.ts'

/** Under which name a kept file is sealed: the same in every backup that has it. */
export const keptName = 'kept'

const at = (folder: string, sum: string) => path.join(folder, 'kept', sum.slice(0, 2), sum)
export const keptFile = at
/** A sealed file is never shorter than its content: a shorter one was cut, and is kept again. */
const isThere = (file: string, size: number): boolean => (fs.statSync(file, { throwIfNoEntry: false })?.size ?? -1) >= size

/** Photos, papers and plans, each content once for all backups, under its keyed sum. */
export function keptFiles(folder: string, key: BackupKey, before: Manifest | null) {
  const known = new Map(before?.files.filter(({ kept }) => kept).map(file => [file.path, file]) ?? [])
  return {
    /** Keeps a file; answers null if it was removed meanwhile. A file that is unchanged since the last backup is not read again. */
    async keep(data: string, found: Found, onBytes: (bytes: number) => void): Promise<BackedFile | null> {
      const last = known.get(found.path)
      if (last && last.size === found.size && last.changedAt === found.changedAt && isThere(at(folder, last.sum), last.size)) return last
      const part = path.join(folder, `${randomUUID()}.part`)
      try {
        const content = await sealFile({ key, name: keptName, source: path.join(data, found.path), target: part, squeeze: false, onBytes })
        const target = at(folder, content.sum)
        fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
        if (!isThere(target, content.size)) fs.renameSync(part, target)
        return { path: found.path, ...content, kept: true, changedAt: found.changedAt }
      } catch (error) {
        if ((error as { code?: string, path?: string }).code === 'ENOENT' && !fs.existsSync(path.join(data, found.path))) return null
        throw error
      } finally {
        fs.rmSync(part, { force: true })
      }
    },
  }
}

/** The kept files of these backups that are missing, were cut or changed; each with the path that it was kept from. */
export async function badKept(folder: string, manifests: readonly Manifest[], key: BackupKey): Promise<{ readonly file: string, readonly path: string }[]> {
  const bad: { file: string, path: string }[] = []
  const all = new Map(manifests.flatMap(({ files }) => files.filter(({ kept }) => kept).map(file => [file.sum, file] as const)))
  for (const [sum, { path }] of all) {
    const file = at(folder, sum)
    try {
      if (fs.existsSync(file) && (await checkFile({ key, name: keptName, source: file })).sum === sum) continue
    } catch (error) {
      if (!(error instanceof NotWhole)) throw error
    }
    bad.push({ file, path })
  }
  return bad
}

/** Removes the kept files that none of these backups has. */
export function dropUnused(folder: string, manifests: readonly Manifest[]): void {
  const used = new Set(manifests.flatMap(({ files }) => files.filter(({ kept }) => kept).map(({ sum }) => sum)))
  const all = path.join(folder, 'kept')
  for (const group of fs.existsSync(all) ? fs.readdirSync(all) : []) {
    for (const sum of fs.readdirSync(path.join(all, group))) {
      if (!used.has(sum)) fs.rmSync(path.join(all, group, sum), { force: true })
    }
  }
}

import type { Buffer } from 'node:buffer'
import type { CopiedDatabase } from './outbox.ts'
import type { CopiedRows } from './rows.ts'
import { hash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from '../disk/whole-file.ts'

/** The folders of an incident whose files every server has. */
const folders = ['photos', 'papers', 'plans']
/** Unfinished uploads, and what can be made again. */
const [whole, stamped] = ['.full.jpg', '.stamped.jpg']
const passing = /\.part$|\.stamped\.jpg$|^halves$/

/** The files of an incident that every server has, by their paths within its folder. */
export async function filesIn(home: string): Promise<string[]> {
  const found = await Promise.all(folders.map(async folder => (await fs.readdir(path.join(home, folder), { withFileTypes: true }).catch(() => [])).filter(one => one.isFile() && !passing.test(one.name)).map(one => `${folder}/${one.name}`)))
  return found.flat()
}

/** The addresses that may answer with a file. */
const withFiles = /^\/api\/i\/[^/]+\/(?:photos|plans|bulletins)\//

const sumOf = async (file: string) => await fs.readFile(file).then(bytes => hash('sha256', bytes), () => '')

/** Fetches the files that are in PostgreSQL and not here yet, each checked by its sum: in the background, and at once those that are asked for. */
export function comingFiles(rows: CopiedRows, bases: () => Iterable<readonly [name: string, base: CopiedDatabase]>) {
  async function fetchOne(name: string, base: CopiedDatabase, { path: at, sum }: { readonly path: string, readonly sum: string }): Promise<void> {
    const file = path.resolve(base.home, at)
    if (!folders.some(folder => file.startsWith(path.resolve(base.home, folder) + path.sep))) return base.came(at, sum)
    if (sum === '') {
      await fs.rm(file, { force: true, recursive: true })
    } else if (await sumOf(file) !== sum) {
      const bytes: Buffer | null = await rows.file(name, at)
      // It has changed again meanwhile: its next row is on its way.
      if (bytes && hash('sha256', bytes) === sum) await writeWhole(file, bytes)
    }
    // The copy with the stamp was made of what was there before.
    if (file.endsWith(whole)) await fs.rm(file.replace(whole, stamped), { force: true })
    base.came(at, sum)
  }

  /** Fetches those whose path contains one of these words, or all. */
  async function fetch(words?: readonly string[]): Promise<void> {
    for (const [name, base] of bases()) {
      for (const one of base.coming()) {
        if (!words || words.some(word => one.path.includes(word))) await fetchOne(name, base, one)
      }
    }
  }

  let running: Promise<void> = Promise.resolve()
  return {
    /** Fetches all, one after the other. */
    all: (): Promise<void> => running = running.catch(() => {}).then(() => fetch()),
    /** Fetches what a request may ask for, by the words of its path. */
    async asked(url: string): Promise<void> {
      if (!withFiles.test(url) || ![...bases()].some(([, base]) => base.coming().length)) return
      await fetch([...new URL(url, 'http://here').pathname.split('/').slice(5), 'bulletin.docx'].filter(word => word.length > 3))
    },
  }
}

import fs from 'node:fs'
import path from 'node:path'

/** Every file in these folders of the project, named `folder/file`. */
export const sources = (...folders: readonly string[]): string[] => folders.flatMap(folder =>
  fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.posix.join(entry.parentPath, entry.name)))

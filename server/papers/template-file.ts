import fs from 'node:fs/promises'
import path from 'node:path'
import { sweepHalves, writeWhole } from '../disk/whole-file.ts'

/** The office's own template for one incident's bulletins, beside its photos. */
export function templateFile(folder: string) {
  const file = path.join(folder, 'bulletin.docx')
  return {
    read: (): Promise<Uint8Array | null> => fs.readFile(file).catch(() => null),
    keep: (bytes: Uint8Array): Promise<void> => writeWhole(file, bytes),
    /** Removes what broken-off uploads older than `age` (ms) have left. */
    sweep: (age: number): Promise<void> => sweepHalves(folder, age),
    drop: (): Promise<void> => fs.rm(file, { force: true }),
  }
}

export type TemplateFile = ReturnType<typeof templateFile>

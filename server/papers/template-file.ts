import fs from 'node:fs/promises'
import path from 'node:path'
import { sweepHalves, writeWhole } from '../disk/whole-file.ts'

/** The office's template for the bulletins of one incident, on disk beside its photos. `onFile` is called when it was written or removed. */
export function templateFile(folder: string, onFile: (file: string) => void = () => {}) {
  const file = path.join(folder, 'bulletin.docx')
  return {
    read: (): Promise<Uint8Array | null> => fs.readFile(file).catch(() => null),
    keep: (bytes: Uint8Array): Promise<void> => writeWhole(file, bytes).then(() => onFile(file)),
    /** Removes the remains of interrupted uploads that are older than `age` (ms). */
    sweep: (age: number): Promise<void> => sweepHalves(folder, age),
    drop: (): Promise<void> => fs.rm(file, { force: true }).then(() => onFile(file)),
  }
}

export type TemplateFile = ReturnType<typeof templateFile>

import fs from 'node:fs/promises'
import path from 'node:path'

/** The office's own template for one incident's bulletins, beside its photos. */
export function templateFile(folder: string) {
  const file = path.join(folder, 'bulletin.docx')
  return {
    read: (): Promise<Uint8Array | null> => fs.readFile(file).catch(() => null),
    async keep(bytes: Uint8Array): Promise<void> {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 })
      await fs.writeFile(`${file}.part`, bytes, { mode: 0o600 })
      await fs.rename(`${file}.part`, file)
    },
    drop: (): Promise<void> => fs.rm(file, { force: true }),
  }
}

export type TemplateFile = ReturnType<typeof templateFile>

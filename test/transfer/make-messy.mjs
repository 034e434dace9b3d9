import fs from 'node:fs'
import { bureauFile, files } from './messy-files.mjs'

/** Writes the folder `messy` anew: node test/transfer/make-messy.mjs */
const folder = new URL('messy/', import.meta.url)
fs.mkdirSync(folder, { recursive: true })
const all = files()
for (const { name, bytes } of [...all, bureauFile()]) fs.writeFileSync(new URL(name, folder), bytes)
fs.writeFileSync(new URL('expected.json', folder), `${JSON.stringify(all.map(({ bytes: _, ...expected }) => expected), null, 1)}\n`)
fs.writeFileSync(new URL('bureau.json', folder), `${JSON.stringify(bureauFile().expected)}\n`)

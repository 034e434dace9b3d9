import type { Plugin } from 'vite'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { roles } from '../shared/core/actor.ts'
import { keptFiles } from './kept-files.ts'

/** Writes the service worker into the build, with the list of the files that it keeps for each role and screen. */
export const shell = (client: string): Plugin => ({
  name: 'shell',
  apply: 'build',
  // Last of all: chunks that hold nothing but styles are taken out of the bundle until then.
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const built = Object.keys(bundle).filter(file => file.startsWith('assets/')).sort()
      const version = createHash('sha256').update(built.join()).digest('hex').slice(0, 12)
      const of = keptFiles(client, bundle, this)
      // The words belong to no part: everybody needs them.
      const everybody = built.filter(file => file.includes('/words-'))
      const kept = Object.fromEntries(roles.flatMap(role => (['phone', 'desk'] as const).map((screen) => {
        const files = of(role, screen)
        return [`${role}-${screen}`, built.flatMap((file, i) => files.has(file) || everybody.includes(file) ? [i] : [])]
      })))
      this.emitFile({
        type: 'asset',
        fileName: 'service-worker.js',
        source: fs.readFileSync(path.join(client, 'service-worker.js'), 'utf8')
          .replace('globalThis.FILES', JSON.stringify(built.map(file => `/${file}`)))
          .replace('globalThis.KEPT', JSON.stringify(kept))
          .replace('globalThis.VERSION', JSON.stringify(version)),
      })
    },
  },
})

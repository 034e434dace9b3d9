import type { Plugin } from 'vite'
import { createHash } from 'node:crypto'
import fs from 'node:fs'

/** Writes the service worker into the build, with the list of the files that it keeps. */
export const shell = (source: string): Plugin => ({
  name: 'shell',
  apply: 'build',
  // Last of all: chunks that hold nothing but styles are taken out of the bundle until then.
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = ['/', '/icon.svg', ...Object.keys(bundle).filter(file => file.startsWith('assets/')).map(file => `/${file}`)].sort()
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
      this.emitFile({
        type: 'asset',
        fileName: 'service-worker.js',
        source: fs.readFileSync(source, 'utf8').replace('globalThis.FILES', JSON.stringify(files)).replace('globalThis.VERSION', JSON.stringify(version)),
      })
    },
  },
})

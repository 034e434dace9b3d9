import type { Plugin } from 'vite'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Writes the service worker into the build, with the list of everything the pages consist of. */
const shell = (source: string): Plugin => ({
  name: 'shell',
  apply: 'build',
  generateBundle(_options, bundle) {
    const files = ['/', '/icon.svg', ...Object.keys(bundle).filter(file => file.startsWith('assets/')).map(file => `/${file}`)].sort()
    const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
    this.emitFile({
      type: 'asset',
      fileName: 'service-worker.js',
      source: fs.readFileSync(source, 'utf8').replace('globalThis.FILES', JSON.stringify(files)).replace('globalThis.VERSION', JSON.stringify(version)),
    })
  },
})

/** `vite build` makes the pages in dist/client, `vite build --ssr` the server in dist/server. */
export default defineConfig(({ isSsrBuild }) => ({
  root: at('client'),
  plugins: [vue(), ...isSsrBuild ? [] : [shell(at('client/service-worker.js'))]],
  build: isSsrBuild
    ? { rolldownOptions: { input: { main: at('server/main.ts'), papers: at('server/papers/worker.ts'), images: at('server/images/worker.ts'), check: at('server/disk/check-worker.ts') } }, outDir: at('dist/server'), emptyOutDir: true, copyPublicDir: false, target: 'node20' }
    : { outDir: at('dist/client'), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 400 },
}))

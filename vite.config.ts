import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { chunks, firstWords, screenWords } from './build/chunks.ts'
import { installable } from './build/installable.ts'
import { shell } from './build/shell.ts'
import { squeezed } from './build/squeezed.ts'
import { startFirst } from './build/start-first.ts'
import { traditional } from './build/traditional.ts'
import { wordsApart } from './build/words-apart.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `vite build` makes the pages in dist/client, `vite build --ssr` the server in dist/server. */
export default defineConfig(({ isSsrBuild }) => ({
  root: at('client'),
  resolve: isSsrBuild ? {} : { alias: [{ find: /^fflate$/, replacement: at('build/zip-here.ts') }] },
  // No component of ours uses the options API, and what runs it is a tenth of Vue.
  plugins: [vue({ features: { optionsAPI: false } }), traditional(at('client')), ...isSsrBuild ? [] : [wordsApart(firstWords, screenWords), startFirst(at('client/start.ts')), installable(at('client/public/icon.svg')), shell(at('client')), squeezed()]],
  build: isSsrBuild
    ? { rolldownOptions: { input: { main: at('server/main.ts'), papers: at('server/papers/worker.ts'), images: at('server/images/worker.ts'), check: at('server/disk/check-worker.ts') } }, outDir: at('dist/server'), emptyOutDir: true, copyPublicDir: false, target: 'node20' }
    : { rolldownOptions: { output: { codeSplitting: { groups: chunks(at('client')) } } }, outDir: at('dist/client'), emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 400 },
}))

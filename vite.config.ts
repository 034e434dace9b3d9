import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { shell } from './client/shell.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `vite build` makes the pages in dist/client, `vite build --ssr` the server in dist/server. */
export default defineConfig(({ isSsrBuild }) => ({
  root: at('client'),
  plugins: [vue(), ...isSsrBuild ? [] : [shell(at('client/service-worker.js'))]],
  build: isSsrBuild
    ? { rolldownOptions: { input: at('server/main.ts') }, outDir: at('dist/server'), emptyOutDir: true, copyPublicDir: false, target: 'node20' }
    : { outDir: at('dist/client'), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 400 },
}))

import os from 'node:os'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const project = (name: string, folders: string, more = {}) => ({
  plugins: [vue()],
  test: { name, include: [`test/${folders}/**/*.test.ts`], environment: 'node', ...more },
})

export default defineConfig({
  test: {
    // Three for two processors: browsers and servers wait for each other much of the time (a quarter of it, measured with two).
    maxWorkers: Math.ceil(os.availableParallelism() * 1.5),
    projects: [
      project('unit', '{rules,server,sight,sync,structure,county,map,transfer}', { testTimeout: 120_000 }),
      // Screens in happy-dom: the logic of a browser page without a browser.
      project('screens', 'client', { environment: 'happy-dom', testTimeout: 60_000 }),
      project('fuzz', 'fuzz', { testTimeout: 600_000 }),
      project('pictures', 'pictures', { testTimeout: 60_000, hookTimeout: 120_000, globalSetup: 'test/browser/prepare.ts' }),
      project('browser', 'browser', { testTimeout: 120_000, hookTimeout: 120_000, isolate: false, globalSetup: 'test/browser/prepare.ts', expect: { poll: { timeout: 15_000 } } }),
    ],
  },
})

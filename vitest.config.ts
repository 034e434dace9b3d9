import type { TestSpecification } from 'vitest/node'
import os from 'node:os'
import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import { traditional } from './build/traditional.ts'

/** Minutes each, and mostly one test after the other: started last, they would leave the other workers idle. */
const long = ['tiny/faults-of-one', 'tiny/faults-of-several', 'tiny/bench', 'fuzz/fuzz', 'browser/axe', 'browser/zoom']
const rank = ({ moduleId }: TestSpecification) => (long.findIndex(name => moduleId.endsWith(`/test/${name}.test.ts`)) + 1) || long.length + 1

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

/** The walks in a browser that `npm test` makes: one of each kind of work. `npm run walks` makes the others. */
const first = ['issue-life', 'desk', 'roadside', 'duty', 'unit']
const browser = { testTimeout: 120_000, hookTimeout: 120_000, isolate: false, globalSetup: 'test/browser/prepare.ts', expect: { poll: { timeout: 15_000 } } }

const project = (name: string, folders: string, more = {}) => ({
  plugins: [vue(), traditional(path.resolve('client'))],
  test: { name, include: [`test/${folders}/**/*.test.ts`], environment: 'node', ...more },
})

export default defineConfig({
  test: {
    // Three for two processors: browsers and servers wait for each other much of the time (a quarter of it, measured with two). Four take a minute longer than three.
    maxWorkers: Math.ceil(os.availableParallelism() * 1.5),
    sequence: { sequencer: LongestFirst },
    projects: [
      // Where files are not isolated a worker loads the modules once, which is most of their time: a test undoes what it changes outside itself.
      project('unit', '{rules,server,sight,sync,structure,county,map,transfer}', { testTimeout: 120_000, hookTimeout: 120_000, isolate: false }),
      // Screens in happy-dom: the logic of a browser page without a browser. Files of a worker share its window, and test/client/fresh.ts gives each its own modules: a person or board left by one must not decide another.
      project('screens', 'client', { environment: 'happy-dom', testTimeout: 60_000, isolate: false, setupFiles: ['test/client/fresh.ts'] }),
      // Every row of the faults and of the bench at its smallest size, each a process of its own.
      project('tiny', 'tiny', { testTimeout: 300_000, globalSetup: 'test/tiny/build.ts', isolate: false }),
      project('fuzz', 'fuzz', { testTimeout: 600_000 }),
      project('pictures', 'pictures', { testTimeout: 60_000, hookTimeout: 120_000, globalSetup: 'test/browser/prepare.ts' }),
      project('browser', 'browser', { ...browser, include: first.map(name => `test/browser/${name}.test.ts`) }),
      project('walks', 'browser', { ...browser, exclude: first.map(name => `test/browser/${name}.test.ts`) }),
    ],
  },
})

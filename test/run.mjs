import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { ensureBuilt, ensureInstalled, root, run } from '../server/install.mjs'
import { chromium } from './chromium.mjs'

// `npm test`: installs what is missing, then runs lint, type check and every test, including those in a browser.
process.chdir(root)
ensureInstalled()
const browser = chromium()
if (!browser && process.env.CI) {
  console.error('There is no Chromium here and none could be installed: the browser tests cannot run.')
  process.exit(1)
}
if (!browser) console.error('No Chromium found: set CHROMIUM=/path/to/it to run the browser tests. Running the rest.')

const bin = name => path.join(root, 'node_modules', name)
// Lint runs beside type check and build: each has one processor.
const lint = spawn(process.execPath, [bin('eslint/bin/eslint.js'), '.'], { stdio: 'inherit' })
const linted = new Promise(done => lint.on('exit', done))
run(process.execPath, [bin('vue-tsc/bin/vue-tsc.js'), '--noEmit'])
ensureBuilt()
const status = await linted
if (status !== 0) process.exit(status ?? 1)
const projects = ['unit', 'screens', 'fuzz', ...browser ? ['browser'] : []].flatMap(name => ['--project', name])
run(process.execPath, [bin('vitest/vitest.mjs'), 'run', ...projects], browser ? { CHROMIUM: browser } : {})

import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { ensureBuilt, ensureInstalled, root } from '../server/install.mjs'
import { chromium } from './chromium.mjs'
import { ensurePostgres } from './postgres.mjs'

// `npm test`: installs what is missing, then runs the type check and every test, including those in a browser. Lint finds no fault that users meet: it is `npm run lint`, and CI runs both.
process.chdir(root)
ensureInstalled()
const browser = chromium()
if (!browser && process.env.CI) {
  console.error('There is no Chromium here and none could be installed: the browser tests cannot run.')
  process.exit(1)
}
if (!ensurePostgres()) console.error('No PostgreSQL 15 or later found: its tests are left out. To run them set TEST_POSTGRES=postgres://… to a server on which they may make databases.')
if (!browser) console.error('No Chromium found: set CHROMIUM=/path/to/it to run the browser tests. Running the rest.')

const bin = name => path.join(root, 'node_modules', name)
// The type check uses one processor: it runs beside the build and the tests.
const types = spawn(process.execPath, [bin('vue-tsc/bin/vue-tsc.js'), '--noEmit'], { stdio: 'inherit' })
const typed = new Promise(done => types.on('exit', done))
ensureBuilt()
const projects = ['unit', 'screens', 'fuzz', ...browser ? ['browser'] : []].flatMap(name => ['--project', name])
const tests = spawn(process.execPath, [bin('vitest/vitest.mjs'), 'run', ...projects], { stdio: 'inherit', env: { ...process.env, ...browser && { CHROMIUM: browser } } })
const tested = new Promise(done => tests.on('exit', done))
process.exitCode = [await typed, await tested].every(status => status === 0) ? 0 : 1

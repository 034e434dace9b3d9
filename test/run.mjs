import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { ensureBuilt, ensureInstalled, root } from '../server/install.mjs'
import { chromium } from './chromium.mjs'
import { ensurePostgres } from './postgres.mjs'

// `npm test`: installs what is missing, then runs the type check and every test but the further walks in a browser, which are `npm run walks`. Lint finds no fault that users meet: it is `npm run lint`. CI runs all three.
process.chdir(root)
const walks = process.argv[2] === 'walks'
ensureInstalled()
const browser = chromium()
if (!browser && (walks || process.env.CI)) {
  console.error('There is no Chromium here and none could be installed: the browser tests cannot run.')
  process.exit(1)
}
if (!walks && !ensurePostgres()) console.error('No PostgreSQL 15 or later found: its tests are left out. To run them set TEST_POSTGRES=postgres://… to a server on which they may make databases.')
if (!browser) console.error('No Chromium found: set CHROMIUM=/path/to/it to run the browser tests. Running the rest.')

const bin = name => path.join(root, 'node_modules', name)
/** The exit status of a program of ours. */
const ended = (program, args, environment = {}) => new Promise(done => spawn(process.execPath, [bin(program), ...args], { stdio: 'inherit', env: { ...process.env, ...environment } }).on('exit', done))
// The type check uses one processor: it runs beside the build and the tests.
const typed = walks ? 0 : ended('vue-tsc/bin/vue-tsc.js', ['--noEmit'])
ensureBuilt()
const projects = walks ? ['walks'] : ['unit', 'screens', 'tiny', 'fuzz', ...browser ? ['browser'] : []]
const tested = ended('vitest/vitest.mjs', ['run', ...projects.flatMap(name => ['--project', name])], browser ? { CHROMIUM: browser } : {})
process.exitCode = [await typed, await tested].every(status => status === 0) ? 0 : 1

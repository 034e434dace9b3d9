import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The root of the project. This file must run on Node alone, because it runs before anything is installed. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const stamp = path.join(root, 'node_modules/.installed')
const hash = (...texts) => texts.reduce((sum, text) => sum.update(text), createHash('sha256')).digest('hex')
const read = file => fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''

/** Runs a program in the project's folder and shows its output. If it fails, this process ends with its status. */
export function run(program, args, environment = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } })
  if (error) console.error(error.message)
  if (status !== 0) process.exit(status ?? 1)
}

/** Installs exactly what the lock file names, unless that is installed already. */
export function ensureInstalled() {
  const wanted = hash(read(path.join(root, 'package-lock.json')), process.version)
  if (read(stamp) === wanted) return
  console.error('Installing what is missing (the first time this compiles SQLite: one to three minutes) …')
  run('npm', ['ci', '--no-fund', '--no-audit'], { NODE_ENV: 'development' })
  fs.writeFileSync(stamp, wanted)
}

function sources(folder) {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

/** Builds the pages and the server into dist/, unless the build there is of the same sources. */
export function ensureBuilt() {
  const files = [...['build', 'client', 'server', 'shared'].flatMap(sources), ...['package-lock.json', 'vite.config.ts'].map(file => path.join(root, file))]
  const wanted = hash(...files.map(file => path.relative(root, file) + fs.readFileSync(file, 'utf8')))
  const built = path.join(root, 'dist/.built')
  if (read(built) === wanted) return
  console.error('Building …')
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  // A test that builds would hand on its own NODE_ENV, and Vue would keep its warnings.
  run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { NODE_ENV: 'production' })
  run(process.execPath, [vite, 'build', '--ssr', '--logLevel', 'warn'], { NODE_ENV: 'production' })
  fs.writeFileSync(built, wanted)
}

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'

const debian = '/usr/lib/postgresql'

/** Who runs PostgreSQL: it does not run as root, so as root the user that its package has made. */
export function postgresOwner() {
  if (process.getuid?.() !== 0) return {}
  const id = flag => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout || Number.NaN)
  const owner = { uid: id('-u'), gid: id('-g') }
  return Number.isInteger(owner.uid) && Number.isInteger(owner.gid) ? owner : null
}

/** The folder of the programs of the newest PostgreSQL that runs on this machine, or null without one of version 15 or later. */
export function postgresPrograms() {
  const owner = postgresOwner()
  const runs = folder => owner && ['initdb', 'postgres'].every(name => fs.existsSync(path.join(folder, name))) && spawnSync(path.join(folder, 'initdb'), ['--version'], { ...owner, cwd: '/' }).status === 0
  const installed = fs.existsSync(debian) ? fs.readdirSync(debian).map(Number).filter(version => version >= 15).sort((a, b) => b - a).map(version => path.join(debian, String(version), 'bin')) : []
  const onPath = (process.env.PATH ?? '').split(path.delimiter)
  return [...installed, ...onPath].find(runs) ?? null
}

/** True if tests can have a PostgreSQL: one that `TEST_POSTGRES` names, or one of their own. As root on Debian it is installed when it is missing. */
export function ensurePostgres() {
  if (process.env.TEST_POSTGRES || postgresPrograms()) return true
  if (!fs.existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false
  console.error('Installing PostgreSQL …')
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'postgresql')
  return postgresPrograms() !== null
}

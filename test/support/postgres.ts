import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { postgresOwner, postgresPrograms } from '../postgres.mjs'
import { freePort } from './free-port.ts'

/** True if tests can have a PostgreSQL here. */
export const hasPostgres = Boolean(process.env.TEST_POSTGRES ?? postgresPrograms())

/** A PostgreSQL server for tests. `database` makes an empty database and answers its address. */
export interface TestPostgres {
  readonly database: () => Promise<string>
  /** The server process; null for one that `TEST_POSTGRES` names, which tests leave alone. */
  readonly server: Own | null
  readonly stop: () => Promise<void>
}

/** A server of our own that can be killed, paused and started again on the same files. */
export interface Own {
  readonly url: string
  readonly kill: (signal: NodeJS.Signals) => void
  readonly ended: () => Promise<void>
  readonly start: () => Promise<void>
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, fetch_types: false, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

let made = 0
const databaseOn = (at: string) => async () => {
  const name = `yixian_${process.pid}_${Date.now().toString(36)}_${made++}`
  const sql = postgres(at, { max: 1, fetch_types: false, onnotice: () => {} })
  await sql.unsafe(`create database ${name}`)
  await sql.end()
  const url = new URL(at)
  url.pathname = name
  return url.href
}

function here() {
  const programs = postgresPrograms()
  if (!programs) throw new Error('There is no PostgreSQL here: ask hasPostgres first.')
  return { programs, owner: postgresOwner() ?? {} }
}

/** Starts a server of our own on the files that `fill` puts into a new folder, with a program of PostgreSQL and its arguments. */
export async function ownPostgres(fill: (data: string) => readonly [program: string, ...args: readonly string[]]): Promise<TestPostgres & { readonly server: Own }> {
  const { programs, owner } = here()
  // Another user cannot enter a folder for temporary files that is root's own.
  const folder = fs.mkdtempSync(path.join(owner.uid === undefined ? os.tmpdir() : '/tmp', 'yixian-postgres-'))
  if (owner.uid !== undefined && owner.gid !== undefined) fs.chownSync(folder, owner.uid, owner.gid)
  const data = path.join(folder, 'data')
  const [program, ...args] = fill(data)
  const filling = spawn(path.join(programs, program), args, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  filling.stderr.on('data', text => said += text)
  const [status] = await once(filling, 'close')
  if (status !== 0) throw new Error(`${program}: ${said}`)
  const port = await freePort()
  const url = `postgres://yixian@127.0.0.1:${port}/postgres`
  let child: ChildProcess
  const begin = () => spawn(path.join(programs, 'postgres'), ['-D', data, '-p', String(port), '-k', '', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=60'], { ...owner, cwd: folder, stdio: 'ignore' })
  async function start(): Promise<void> {
    child = begin()
    for (let tries = 1; !await answers(url);) {
      if (child.exitCode === null) continue
      // After kill -9 its own children keep the files for a moment.
      if (tries++ > 20) throw new Error(`postgres ended with ${child.exitCode}`)
      await wait(250)
      child = begin()
    }
  }
  await start()
  const ended = async () => void (child.exitCode === null && child.signalCode === null && await once(child, 'exit'))
  const atOnce = () => child.kill('SIGQUIT')
  process.once('exit', atOnce)
  return {
    database: databaseOn(url),
    server: { url, kill: signal => void child.kill(signal), ended, start },
    async stop() {
      process.off('exit', atOnce)
      atOnce()
      await ended()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts a PostgreSQL of our own in a temporary folder, durable as in service, or uses the one that `TEST_POSTGRES` names. */
export async function testPostgres(): Promise<TestPostgres> {
  if (process.env.TEST_POSTGRES) return { database: databaseOn(process.env.TEST_POSTGRES), server: null, stop: async () => {} }
  return ownPostgres(data => ['initdb', '-D', data, '-U', 'yixian', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'])
}

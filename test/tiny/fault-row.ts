import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { expect } from 'vitest'
import { shows } from './shows.ts'

/** Rows that start a PostgreSQL of their own. */
export const onPostgres = ['busout', 'claim --nemesis', 'failover', 'parity', 'pg-out', 'pg-out --promote', 'revoke', 'rolling', 'seqorder', 'seqorder --nemesis', 'zombie']

/** Minutes at most, on a loaded machine. */
export const timeout = 300_000

export const titled = (row: string): [numbers: string, row: string] => [shows[row.split(' ')[0] ?? ''] ?? '', row]

/** Runs one row at its smallest size, which must end well. That each check fails without its defence is for `npm run mutants`. */
export async function harmless(row: string): Promise<void> {
  const child = spawn(process.execPath, [path.resolve('dist/fault/main.js'), ...row.split(' '), '--tiny'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let line = ''
  let said = ''
  child.stdout.on('data', text => line += text)
  child.stderr.on('data', text => said += text)
  const status = await new Promise<number | null>(done => child.on('close', done))
  expect(line ? JSON.parse(line) : {}, said).toMatchObject({ ok: true })
  expect(status).toBe(0)
}

import { execFileSync, spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'
import { rows } from '../fault/rows.ts'

/** One row at its smallest: its one line, and how it ended. */
async function fault(...row: readonly string[]) {
  const child = spawn(process.execPath, [path.resolve('dist/fault/main.js'), ...row, '--tiny'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let line = ''
  let said = ''
  child.stdout.on('data', text => line += text)
  child.stderr.on('data', text => said += text)
  const status = await new Promise<number | null>(done => child.on('close', done))
  return { status, line: (line ? JSON.parse(line) : {}) as Record<string, unknown>, said }
}

const each = Object.entries(rows).flatMap(([name, { switches = [] }]) => [name, ...switches.map(one => `${name} --${one}`)])

beforeAll(() => void execFileSync(process.execPath, ['test/fault/run.mjs', 'build']), 600_000)

/** What these rows do is mostly to wait until something is given up: they wait side by side. The others have the machine to themselves. */
const waits = ['slow', 'slow --forge-pong', 'slowloris']
const more = { timeout: 300_000 }

async function harmless(row: string) {
  const { status, line, said } = await fault(...row.split(' '))
  expect(line, said).toMatchObject({ ok: true })
  expect(status).toBe(0)
}
async function noticed(row: string) {
  const { status, line, said } = await fault(...row.split(' '), '--sabotage')
  expect(line, said).toMatchObject({ ok: false })
  expect(status).toBe(1)
}

it.concurrent.each(waits)('[F62] the fault %s does no harm', more, harmless)
it.concurrent.each(waits)('[F62] and the check of %s finds its defence switched off', more, noticed)
describe.each(each.filter(row => !waits.includes(row)))('one after the other', (row) => {
  it(`[F62] the fault ${row} does no harm`, more, () => harmless(row))
  it(`[F62] and the check of ${row} finds its defence switched off`, more, () => noticed(row))
})

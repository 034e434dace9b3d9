import { execFileSync, spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { beforeAll, expect, it } from 'vitest'
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

it.each(each)('[F62] the fault %s does no harm', { timeout: 300_000 }, async (row) => {
  const { status, line, said } = await fault(...row.split(' '))
  expect(line, said).toMatchObject({ ok: true })
  expect(status).toBe(0)
})

it.each(each)('[F62] and the check of %s finds its defence switched off', { timeout: 300_000 }, async (row) => {
  const { status, line, said } = await fault(...row.split(' '), '--sabotage')
  expect(line, said).toMatchObject({ ok: false })
  expect(status).toBe(1)
})

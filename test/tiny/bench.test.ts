import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { expect, it } from 'vitest'
import { hasPostgres } from '../support/postgres.ts'

const rows = ['P1', ...hasPostgres ? ['P2C'] : [], 'P3', 'P4', 'P5', 'P8', 'P9', 'P24', 'BULLETIN', 'CLOCK', 'IMPORT', 'RULES', ...process.env.CHROMIUM ? ['P6', 'P7', 'UI'] : []]

it.each(rows)('[F99] the bench row %s runs', { timeout: 300_000 }, (name) => {
  const lines = execFileSync(process.execPath, ['--expose-gc', 'dist/bench/main.js', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, BENCH_TINY: '1' } }).trim().split('\n')
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ row: expect.stringContaining(name), figure: expect.any(Number), ok: expect.any(Boolean) })
})

import { execFileSync, spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { beforeAll, expect, it } from 'vitest'
import { rows, ways } from '../fault/rows.ts'
import { postgresPrograms } from '../postgres.mjs'

/** Runs one row at its smallest size: its one line of output, and its exit status. That each check fails without its defence is for `npm run mutants`. */
async function fault(...row: readonly string[]) {
  const child = spawn(process.execPath, [path.resolve('dist/fault/main.js'), ...row, '--tiny'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let line = ''
  let said = ''
  child.stdout.on('data', text => line += text)
  child.stderr.on('data', text => said += text)
  const status = await new Promise<number | null>(done => child.on('close', done))
  return { status, line: (line ? JSON.parse(line) : {}) as Record<string, unknown>, said }
}

/** These start a PostgreSQL of their own. */
const onPostgres = ['busout', 'claim --nemesis', 'failover', 'parity', 'pg-out', 'revoke', 'rolling', 'seqorder', 'seqorder --nemesis', 'zombie']
const each = (await ways()).map(way => way.join(' ')).filter(row => postgresPrograms() || !onPostgres.includes(row))

/** The rules in shared/SPEC.md, or the feature, that each fault tests. */
const shows: Readonly<Record<string, string>> = {
  'atrest': '[CA1]',
  'audit-missing': '[AU7]',
  'audit-tamper': '[AU1] [F90]',
  'bitflip': '[DF6]',
  'brute': '[AC1] [SF4]',
  'busout': '[CL1]',
  'busy': '[S7] [ST13]',
  'canary': '[CA1] [CA2] [CA8]',
  'claim': '[H1] [CL2] [F62]',
  'claim-cut': '[S2] [D5]',
  'conflict': '[C9] [F82]',
  'connflood': '[Q4]',
  'crash': '[UP3] [S6]',
  'destroy': '[CA11]',
  'dup': '[S2] [D5]',
  'enospc': '[DF7] [DF8]',
  'enum': '[SU1] [AC1]',
  'flood': '[L8]',
  'failover': '[CL1] [CL5] [H1]',
  'fuzzframes': '[L1] [S4]',
  'kill9': '[S6] [UP3]',
  'migrate': '[DF10] [BK8]',
  'offline72': '[F84] [D3] [D4] [D8]',
  'parity': '[ST1] [ST6]',
  'peek': '[CA2]',
  'pg-out': '[PG2] [S1] [S2]',
  'poison': '[D2]',
  'polling': '[LP1] [LP2] [LP3]',
  'portal': '[D3]',
  'powercut': '[ST9]',
  'quota': '[D12] [F84]',
  'reorder': '[D4]',
  'restart': '[UP2]',
  'restore-behind': '[BK1] [D7] [FR2]',
  'restore-drill': '[BK1] [BK3] [BK7] [F94]',
  'revoke': '[CL3]',
  'rolling': '[CL5]',
  'scrape': '[CA4]',
  'seqorder': '[S3] [CL1] [CL5]',
  'skew': '[H11]',
  'slow': '[Q1]',
  'slowloris': '[Q5]',
  'start': '[DF1]',
  'subject': '[CA12] [AC13]',
  'upload-kill': '[L13] [F84]',
  'walgrow': '[F94]',
  'wall': '[F75] [WL7]',
  'zombie': '[CL2] [CL5]',
}
const titled = (row: string): [numbers: string, row: string] => [shows[row.split(' ')[0] ?? ''] ?? '', row]

beforeAll(() => void execFileSync(process.execPath, ['test/fault/run.mjs', 'build']), 600_000)

/** These rows mostly wait for a time limit, so they run side by side. The others run alone. */
const waits = ['slow', 'slow --forge-pong', 'slowloris', 'portal', 'crash']
const more = { timeout: 300_000 }

async function harmless(row: string) {
  const { status, line, said } = await fault(...row.split(' '))
  expect(line, said).toMatchObject({ ok: true })
  expect(status).toBe(0)
}

it('every fault names the rules that it tests', () => {
  expect(Object.keys(shows).sort()).toEqual(Object.keys(rows).sort())
})

it.concurrent.each(waits.map(titled))('%s the fault %s does no harm', more, async (_, row) => harmless(row))
it.each(each.filter(row => !waits.includes(row)).map(titled))('%s the fault %s does no harm', more, async (_, row) => harmless(row))

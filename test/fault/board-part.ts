import type { ChildProcess } from 'node:child_process'
import type { Bounds } from '../../server/core/bounds.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { county } from '../support/county.ts'
import { heard } from './fault.ts'

export interface Ready { readonly port: number, readonly cookies: readonly string[], readonly epoch: string, readonly seq: number }
export interface Usage { readonly mb: number, readonly seq: number, readonly lag: number }
interface Given { readonly people: number, readonly bounds?: Partial<Bounds>, readonly issues?: number, readonly pace?: { readonly commands: number, readonly seconds: number } }

const note = (n: number) => `${n} ${'x'.repeat(1900)}`
/** JSON has no infinity, and a timer takes no more than this. */
export const never = 2 ** 31 - 1

/** The real server in a separate process, with signed-in coordinators; the test asks it for its memory use and makes it busy. */
export async function boardPart(text: string): Promise<void> {
  const { people, issues = 0, ...unusual } = JSON.parse(text) as Given
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-fault-'))
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  const { authority, accounts, port } = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: folder, START_WITH: 'empty' }), folder: { county }, ...unusual })
  const planner = { id: accounts.add({ name: 'planner', role: 'coordinator' }), role: 'coordinator' } as const
  const submit = (id: string, name: string, args: object) => authority.submit({ id, name, args }, planner)
  for (let i = 0; i < issues; i++) await submit(`i${i}`, 'reportIssue', { issue: `i${i}`, title: 'x', note: note(0), aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1 })
  const cookies = Array.from({ length: people }, () => `yixian=${accounts.signIn(accounts.invite(accounts.add({ name: 'x', role: 'coordinator' }), 1), 1)}`)

  let [lag, last] = [0, performance.now()]
  setInterval(() => {
    lag = Math.max(lag, performance.now() - last - 20)
    last = performance.now()
  }, 20)
  /** Changes notes of issues this many times a second: more to send, but nothing more to keep. */
  function busy(rate: number): void {
    const began = performance.now()
    let n = 0
    setInterval(() => {
      for (; n < (performance.now() - began) / 1000 * rate; n++) {
        const issue = `i${n % issues}`
        void submit(`edit-${n}`, 'editIssue', { issue, set: { note: note(n + 1) }, base: { note: authority.board.get('issue', issue)?.note } })
      }
    }, 10)
  }
  process.on('message', (asked: 'usage' | { readonly rate: number }) => {
    if (asked !== 'usage') return busy(asked.rate)
    process.send?.({ mb: Math.round(process.memoryUsage().rss / 2 ** 20), seq: authority.board.seq, lag: Math.round(lag) } satisfies Usage)
    lag = 0
  })
  process.send?.({ port, cookies, epoch: authority.epoch, seq: authority.board.seq } satisfies Ready)
}

/** Its memory in MB, the last commit, and its longest pause in ms since the last question. */
export async function usage(server: ChildProcess): Promise<Usage> {
  server.setMaxListeners(0)
  server.send('usage')
  return heard<Usage>(server)
}

export const given = (one: Given) => JSON.stringify(one)
export const wait = (ms: number) => new Promise<void>(done => setTimeout(done, ms))

import type { Bulletin } from '../../shared/records.ts'
import type { Row } from './row.ts'
import path from 'node:path'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { loadCounty } from '../../server/counties.ts'
import { openDatabase } from '../../server/database/database.ts'
import { cutOffs, paperDay } from '../../server/papers/bulletin-day.ts'
import { paperMaker } from '../../server/papers/paper-maker.ts'
import { summary } from '../../shared/bulletins/summary.ts'
import { Board } from '../../shared/core/board.ts'
import { factsOf } from '../../shared/core/county.ts'
import { quantile, round } from './row.ts'
import { sized } from './size.ts'
import { issue, county as nowhere, tempFolder } from './world.ts'

const many = sized(5000, 20)
const steps = ['found', 'told', 'rectifying', 'awaiting', 'closed'] as const

/** A log that takes 5,000 issues of one day to their states, one change a commit. */
async function log(folder: string) {
  const store = sqliteStore(openDatabase(path.join(folder, 'board.db')))
  let seq = 0
  for (let i = 0; i < many; i++) {
    const walked = steps.slice(0, 1 + i % 5)
    await store.append(walked.map((state, n) => ({ seq: ++seq, id: `b-${i}-${n}`, name: 'advanceIssue', args: null, actor: 'bench', at: 1.79e12, changes: [{ kind: 'issue' as const, id: issue(i).id, value: { ...issue(i), state } }] })))
  }
  return store
}

/** Records how late, in ms, a repeated timer fires, until it is read. */
function gapsOf(every: number): () => number[] {
  const waits: number[] = []
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    waits.push(Math.max(0, now - last - every))
    last = now
  }, every)
  return () => {
    clearInterval(timer)
    return [...waits, Math.max(0, performance.now() - last - every)]
  }
}

/** Time to make Word and Excel of a day with 5,000 issues from the log, and how long others wait meanwhile; against the same work on the serving thread. */
export async function bulletin(): Promise<Row[]> {
  const { county: { office, rules } } = await loadCounty('lianjiang')
  const county = { ...nowhere, office, rules }
  const store = await log(tempFolder())
  const now = new Board()
  now.set({ kind: 'incident', id: 'incident', value: { id: 'incident', code: '001', name: 'Bench', phase: 'emergency', drill: true, startedAt: 1, openedAt: 1, clock: { offset: 0, stoppedAt: null }, cleared: {}, ended: null } })
  const day = { id: '2026-09-22', day: '2026-09-22', from: 1.79e12 - 1, until: 1.79e12, seq: 1, sample: [], held: {}, no: 1, issuedBy: null, issuedAt: 1.79e12, cases: '', requirements: '', readBy: [], withdrawn: [] }
  const frozen: Bulletin = { ...day, figures: summary(await cutOffs(store)({ ...day, figures: {} as never }), day, day.until, factsOf(county)) }

  async function make(script: string | undefined) {
    globalThis.gc?.()
    const gaps = gapsOf(5)
    const papers = paperMaker(script)
    const began = performance.now()
    const board = await cutOffs(store)(frozen)
    const { day: about, issues } = await paperDay(board, now, frozen, county)
    const word = await papers({ kind: 'word', day: about, template: null }, issues)
    const forWord = performance.now() - began
    const excel = await papers({ kind: 'excel', day: about }, issues)
    const forExcel = performance.now() - began - forWord
    const waits = gaps()
    return { forWord, forExcel, worst: Math.max(...waits), p99: quantile(waits, 0.99), size: word.length + excel.length }
  }
  await make(undefined)
  const here = await make(undefined)
  const apart = await make(path.resolve('dist/server/papers.js'))
  await store.close()
  return [
    { row: 'BULLETIN Word', goal: '5,000 issues of one day in ≤ 10 s, the log read first', figure: round(apart.forWord), opponent: round(here.forWord), ratio: round(apart.forWord / here.forWord), ok: apart.forWord <= 10_000, unit: 'ms', details: 'opponent: on the main thread' },
    { row: 'BULLETIN Excel', goal: '5,000 issues in ≤ 10 s', figure: round(apart.forExcel), opponent: round(here.forExcel), ratio: round(apart.forExcel / here.forExcel), ok: apart.forExcel <= 10_000, unit: 'ms', details: `opponent: on the main thread; both files ${round(apart.size / 1e6)} MB` },
    { row: 'BULLETIN stall', goal: 'nobody waits longer than 100 ms', figure: round(apart.worst), opponent: round(here.worst), ratio: round(apart.worst / here.worst), ok: apart.worst <= 100, unit: 'ms', details: `event-loop delay, p99 ${round(apart.p99)} ms; opponent: on the main thread, p99 ${round(here.p99)} ms` },
  ]
}

import type { Link } from '../../client/sync/link.ts'
import type { Vault } from '../../client/sync/vault.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { open, ready, tellAll, view } from '../../client/core/board.ts'
import { county, me } from '../../client/core/session.ts'
import { useStockImport } from '../../client/supplies/import-stock.ts'
import { Replica } from '../../client/sync/replica.ts'
import { Board } from '../../shared/core/board.ts'
import * as rules from '../../shared/core/decide.ts'
import { decide } from '../../shared/core/decide.ts'
import { withdrawnId } from '../../shared/supplies/ledger.ts'
import { county as shore } from '../support/county.ts'
import { facts, make, noon, who } from '../support/given.ts'
import { shelf } from '../support/shelf.ts'

let replica: Replica
let server: Board
/** The server decides what waits, in order, and confirms it. */
function serverAnswers(): void {
  for (const { command } of replica.queue) {
    const changes = decide(server, command, { actor: who.coordinator, facts, now: noon, real: noon })
    for (const change of changes) server.set(change)
    replica.receive({ epoch: 'e', from: replica.seq, to: replica.seq + 1, commits: [{ seq: replica.seq + 1, id: command.id, name: command.name, at: noon, changes }] })
  }
  tellAll()
}
/** Stands in for the browser's worker, which happy-dom lacks. It answers with a list of stock. */
class ListWorker {
  onmessage?: (event: { data: unknown }) => void
  postMessage(): void {
    const rows = [['仓库', '物资名称', '库存数量'], ['North depot', 'glove', '5'], ['North depot', 'formula', '8']]
    this.onmessage?.({ data: { sheets: [{ name: '', hidden: false, merges: [], cut: 0, rows: rows.map((cells, i) => ({ line: i + 1, cells })) }] } })
  }

  terminate(): void {}
}

beforeEach(() => {
  vi.stubGlobal('Worker', ListWorker)
  const depot = make('place', { id: 'p1', name: 'North depot' })
  server = new Board()
  server.set({ kind: 'place', id: 'p1', value: depot })
  replica = new Replica({ rules, actor: who.coordinator, facts, now: () => noon, onChange: tellAll })
  replica.load({ epoch: 'e', seq: 1, records: { place: [depot] } })
  open({ replica, vault: shelf() as unknown as Vault, line: { flush: () => {} } as unknown as Link })
  me.value = { ...who.coordinator, name: 'Ann' }
  county.value = shore
  ready.value = true
})
afterEach(() => void vi.unstubAllGlobals())

it('[K10] rows of stock count as entered once the server has them, and the import is undone and entered again', async () => {
  const job = useStockImport()
  await job.file.take(new File(['x'], 'may.xlsx'))
  expect(job.sorted.value?.good).toHaveLength(2)
  await job.enter()
  expect([job.entered.value.length, job.kept.value]).toEqual([2, 0])
  serverAnswers()
  expect([job.entered.value.length, job.kept.value, job.sorted.value?.known]).toEqual([2, 2, 2])

  const first = job.entered.value
  await job.undo()
  expect([job.undone.value, job.file.problem.value]).toEqual([true, ''])
  serverAnswers()
  expect(first.map(move => view.get('move', withdrawnId(move))?.change)).toEqual([-5, -8])
  expect(view.get('stock', 'p1_glove')?.quantity).toBe(0)

  await job.enter()
  serverAnswers()
  expect([job.kept.value, job.undone.value, view.get('stock', 'p1_formula')?.quantity]).toEqual([2, false, 8])
  expect(job.entered.value.some(move => first.includes(move))).toBe(false)
})

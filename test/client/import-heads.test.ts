import type { Link } from '../../client/sync/link.ts'
import type { Vault } from '../../client/sync/vault.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { open, ready, tellAll, view } from '../../client/core/board.ts'
import { county, me } from '../../client/core/session.ts'
import { useImport } from '../../client/register/import.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county as shore } from '../support/county.ts'
import { facts, make, noon, who } from '../support/given.ts'
import { shelf } from '../support/shelf.ts'

/** Stands in for the browser's worker, which happy-dom lacks. It answers with a list of places and their people. */
class ListWorker {
  onmessage?: (event: { data: unknown }) => void
  postMessage(): void {
    const rows = [['名称', '类型', '镇街', 'guest', 'infant'], ['North school', 'school', 'North', '30', ''], ['New school', 'school', 'North', '7', '2']]
    this.onmessage?.({ data: { sheets: [{ name: '', hidden: false, merges: [], cut: 0, rows: rows.map((cells, i) => ({ line: i + 1, cells })) }] } })
  }

  terminate(): void {}
}

beforeEach(() => {
  vi.stubGlobal('Worker', ListWorker)
  const replica = new Replica({ rules, actor: who.coordinator, facts, now: () => noon, onChange: tellAll })
  const known = make('place', { id: 'p1', name: 'North school', kind: 'school', township: 'north' })
  replica.load({ epoch: 'e', seq: 1, records: { place: [known], headcount: [make('headcount', { id: 'p1', township: 'north', groups: { guest: 20, infant: 3 } })] } })
  open({ replica, vault: shelf() as unknown as Vault, line: { flush: () => {} } as unknown as Link })
  me.value = { ...who.coordinator, name: 'Ann' }
  county.value = shore
  ready.value = true
})
afterEach(() => void vi.unstubAllGlobals())

it('[IM22] the people of a list are taken when the change is chosen, those of new places with the place, and undone together', async () => {
  const job = useImport()
  await job.take(new File(['x'], 'homes.xlsx'))
  expect(job.sorted.value?.moved).toMatchObject([{ heads: { guest: 30, infant: 3 } }])
  const [added] = job.sorted.value?.fresh ?? []
  await job.send()
  expect(view.get('headcount', 'p1')?.groups).toEqual({ guest: 20, infant: 3 })
  expect(view.get('headcount', added!.place)?.groups).toEqual({ guest: 7, infant: 2 })

  job.again()
  await job.take(new File(['x'], 'homes.xlsx'))
  job.takeMoved.value = true
  await job.send()
  expect([job.file.problem.value, view.get('headcount', 'p1')?.groups]).toEqual(['', { guest: 30, infant: 3 }])
  await job.undo()
  expect([job.undone.value, view.get('headcount', 'p1')?.groups]).toEqual([true, { guest: 20, infant: 3 }])
})

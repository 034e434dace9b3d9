import type { Changes } from '../../server/api/changes.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'
import type { Letter } from './readers.ts'
import { expect, it } from 'vitest'
import { kinds } from '../../shared/kinds.ts'
import { noon } from '../support/given.ts'
import { system } from '../support/token.ts'
import { keyOf, untold, world } from './world.ts'

/** Whom of the table each role of a token reads like. */
const like = { coordinator: 'K', viewer: 'V', officer: 'O', unit: 'U' } as const satisfies Record<string, Letter>

it('[V1] [V2] [V3] [V11] [AP5] token: the pages of records, each record, its timeline and the changes are what the table says for each role of a token', async () => {
  const it = await world()
  for (const [role, letter] of Object.entries(like) as [keyof typeof like, Letter][]) {
    const one = await system(it.board, it.people.A, { role, township: role === 'officer' ? 'north' : null, unit: role === 'unit' ? 'health' : null }, noon)
    const listed = new Set<string>()
    for (const kind of kinds) {
      const answer = await one.fetch(`/incidents/first/records/${kind}`)
      if (answer.status === 403) continue
      for (const record of (await answer.json() as { records: AnyRecord[] }).records) listed.add(`${kind}/${record.id}`)
    }
    const { commits } = await one.json<Changes>('/incidents/first/changes?after=0')
    const followed = new Set(commits.flatMap(({ changes }) => changes.filter(({ value }) => value).map(keyOf)))
    expect(JSON.stringify(commits)).not.toContain(untold)
    for (const row of it.table) {
      const may = row.seen.includes(letter)
      const path = `/incidents/first/records/${row.kind satisfies Kind}/${row.id}`
      const [alone, history] = [await one.fetch(path), await one.fetch(`${path}/history`)]
      expect([role, keyOf(row), listed.has(keyOf(row)), followed.has(keyOf(row)), alone.status, history.status]).toEqual([role, keyOf(row), may, may, may ? 200 : 404, may ? 200 : 404])
    }
  }
  expect(it.board.bugs).toEqual([])
})

it('[V4] [AP5] token: a change of fields hidden from a token does not list the record as changed', async () => {
  const it = await world()
  const wall = await system(it.board, it.people.A, { role: 'viewer' }, noon)
  const seq = it.board.authority.board.seq
  const row = it.table.find(({ kind, seen }) => kind === 'transfer' && seen.includes('V'))
  const record = row && it.board.authority.board.get('transfer', row.id)
  if (!record) throw new Error('no transfer in the table')
  await it.write([{ kind: 'transfer', id: record.id, value: { ...record, phone: '1' } }])
  const since = async () => (await wall.json<{ records: AnyRecord[] }>(`/incidents/first/records/transfer?since=${seq}`)).records.length
  expect(await since()).toBe(0)
  await it.write([{ kind: 'transfer', id: record.id, value: { ...record, vehicle: 'other' } }])
  expect(await since()).toBe(1)
})

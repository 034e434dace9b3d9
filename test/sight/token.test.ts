import type { Changes } from '../../server/api/changes.ts'
import type { NewToken } from '../../shared/api/tokens.ts'
import type { AnyRecord } from '../../shared/records.ts'
import type { Letter } from './readers.ts'
import type { Case } from './records.ts'
import { expect, it } from 'vitest'
import { audienceOf, inArea, seesAny, shown } from '../../shared/core/sight.ts'
import { kinds } from '../../shared/kinds.ts'
import { noon } from '../support/given.ts'
import { system } from '../support/token.ts'
import { keyOf, untold, world } from './world.ts'

type World = Awaited<ReturnType<typeof world>>

/** A token that must read, in each way that the API has, the rows for which `may` is true and no others. */
async function reads({ board, people, table }: World, given: Partial<NewToken>, may: (row: Case) => boolean) {
  const one = await system(board, people.A, given, noon)
  const listed = new Set<string>()
  for (const kind of kinds) {
    const answer = await one.fetch(`/incidents/first/records/${kind}`)
    if (answer.status === 403) continue
    for (const record of (await answer.json() as { records: AnyRecord[] }).records) listed.add(`${kind}/${record.id}`)
  }
  const { commits } = await one.json<Changes>('/incidents/first/changes?after=0')
  const followed = new Set(commits.flatMap(({ changes }) => changes.filter(({ value }) => value).map(keyOf)))
  expect(JSON.stringify(commits)).not.toContain(untold)
  for (const row of table) {
    const right = may(row)
    const path = `/incidents/first/records/${row.kind}/${row.id}`
    const [alone, history] = [await one.fetch(path), await one.fetch(`${path}/history`)]
    expect([given.role, keyOf(row), listed.has(keyOf(row)), followed.has(keyOf(row)), alone.status, history.status]).toEqual([given.role, keyOf(row), right, right, right ? 200 : 404, right ? 200 : 404])
  }
  return one
}

/** Whom of the table each role of a token reads like. */
const like = { coordinator: 'K', viewer: 'V', officer: 'O', unit: 'U' } as const satisfies Record<string, Letter>

it('[V1] [V2] [V3] [V11] [AP5] token: the pages of records, each record, its timeline and the changes are what the table says for each role of a token', async () => {
  const it = await world()
  for (const [role, letter] of Object.entries(like) as [keyof typeof like, Letter][]) {
    await reads(it, { role, townships: role === 'officer' ? ['north'] : [], unit: role === 'unit' ? 'health' : null }, ({ seen }) => seen.includes(letter))
  }
  expect(it.board.bugs).toEqual([])
})

it('[F93] [V1] [V3] [AP2] token: one with several townships reads what officers of any of them read, and nothing else; answers for different sets never share an ETag, those for one set do', async () => {
  const it = await world()
  const both = await reads(it, { name: 'both', role: 'officer', townships: ['south', 'north'] }, ({ seen }) => /[ON]/.test(seen))
  const again = await system(it.board, it.people.A, { name: 'again', role: 'officer', townships: ['north', 'south', 'north'] }, noon)
  const north = await system(it.board, it.people.A, { name: 'north', role: 'officer', townships: ['north'] }, noon)
  const asked = async (one: typeof north, tag = '') => one.fetch('/incidents/first/records/issue', { headers: { 'if-none-match': tag } })
  const [ofBoth, ofNorth] = [(await asked(both)).headers.get('etag') ?? '', (await asked(north)).headers.get('etag') ?? '']
  expect([(await asked(again, ofBoth)).status, (await asked(north, ofBoth)).status, (await asked(both, ofNorth)).status]).toEqual([304, 200, 200])
  expect(it.board.bugs).toEqual([])
})

it('[V1] [AP2] whatever the set of townships, it sees and may change a record exactly if an officer of one of them does, without more of its fields', async () => {
  const { table } = await world()
  const rows = table.flatMap(({ kind, record }) => ['north', 'south', 'west', 'north-1'].map((code) => {
    // The same record as it would be elsewhere.
    const moved: unknown = JSON.parse(JSON.stringify(record).replaceAll('"north"', `"${code}"`).replaceAll('township:north', `township:${code}`))
    return { kind, record: moved as AnyRecord }
  }))
  for (const set of [['north', 'west'], ['west', 'south', 'north'], ['south', 'north-1'], ['west', 'east']]) {
    const audience = audienceOf({ id: 't', role: 'officer', townships: set })
    const each = set.map(township => audienceOf({ id: 't', role: 'officer', township }))
    for (const { kind, record } of rows) {
      const seen = each.map(one => shown(one, kind, record)).filter(Boolean)
      expect([kind, set, shown(audience, kind, record)]).toEqual([kind, set, seen[0] ?? null])
      const may = set.some(township => inArea({ id: 't', role: 'officer', township }, kind, record))
      expect([kind, set, inArea({ id: 't', role: 'officer', townships: set }, kind, record)]).toEqual([kind, set, may])
    }
    for (const kind of kinds) expect(seesAny(audience, kind)).toBe(each.some(one => seesAny(one, kind)))
  }
  expect([['south', 'north'], ['north', 'south', 'south'], ['north-south']].map(townships => audienceOf({ id: 't', role: 'officer', townships }))).toEqual(['township:north+south', 'township:north+south', 'township:north-south'])
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

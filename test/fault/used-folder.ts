import type { Actor } from '../../shared/core/actor.ts'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { loadCounty } from '../../server/counties.ts'
import { moreCommits } from './more-commits.ts'

type Board = Awaited<ReturnType<typeof startBoard>>

/** A post whose codes have a key, which versions before the fifth migration kept in the log too. */
async function codedPost({ authority }: Pick<Board, 'authority'>, planner: Actor, township: string): Promise<void> {
  const give = (name: string, args: object, actor: Actor) => authority.submit({ id: randomUUID(), name, args }, actor)
  const pattern = [{ id: 'day', title: 'day', start: '08:00', hours: 8, needed: 2 }]
  await give('openPost', { post: 'g1', title: 'gate', township, lng: 110, lat: 21, pattern }, planner)
  const cut = await give('cutPostKey', { post: 'g1', key: 'ab'.repeat(32) }, { id: 'system', role: 'system' })
  if (!cut.ok) throw new Error(`no key: ${cut.code} ${cut.detail ?? ''}`)
}

/** Rows for each table that is still empty: nothing in them is of a person that exists. */
function fillEmptyTables(file: string): void {
  const raw = new SQLite(file)
  const tables = raw.prepare('select name from sqlite_schema where type = \'table\' and name not like \'sqlite_%\' and name not like \'\\_\\_%\' escape \'\\\'').pluck().all() as string[]
  for (const table of tables.filter(one => !raw.prepare(`select 1 from "${one}" limit 1`).get())) {
    const columns = raw.pragma(`table_info("${table}")`) as { name: string, type: string }[]
    const put = raw.prepare(`insert into "${table}" values (${columns.map(() => '?').join(', ')})`)
    for (const n of [1, 2]) put.run(columns.map(({ name, type }) => type.toLowerCase() === 'text' ? ['commands', 'turns', 'transports'].includes(name) ? '[]' : `${name} ${n}` : 4e12 + n))
  }
  raw.close()
}

/** Fills an empty folder by a real server: two incidents with posts, people, sessions, a person who needs care, a photo, and `events` more commits in the first log. */
export async function usedFolder(data: string, events: number): Promise<void> {
  const folder = await loadCounty('lianjiang')
  const township = folder.county.townships[0]?.code ?? ''
  const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' }), folder })
  const person = (name: string, role: Actor['role']) => ({ id: board.accounts.add({ name, role, phone: '13800001234', township }), role, township })
  const [admin, planner, officer] = [person('a', 'admin'), person('p', 'coordinator'), person('o', 'officer')]
  board.accounts.signIn(board.accounts.invite(planner.id, 72), 72)
  board.accounts.invite(officer.id, 72)
  const second = await board.incidents.add({ code: 'two', name: 'two', phase: 'emergency', drill: false, startedAt: Date.now() }, admin)
  for (const one of [board, board.incidents.find(second)!]) await codedPost(one, planner, township)
  await board.authority.submit({ id: randomUUID(), name: 'addGrid', args: { grid: 'n1', township, name: 'grid', phone: '', spot: null } }, planner)
  const [first] = board.incidents.all()
  first?.care.people.add(first.care.rights.reader(officer), [{ id: randomUUID(), township, grid: 'n1', groups: ['infant'], name: 'w', phone: '13800001235', number: '1', address: 'x', kin: '', kinPhone: '', note: '' }], 'add')
  fs.mkdirSync(path.join(data, 'photos'), { recursive: true })
  fs.writeFileSync(path.join(data, 'photos/f1.full.jpg'), 'a photo')
  await board.close()

  await moreCommits(data, events, { planner: planner.id, township })
  for (const at of ['', `incidents/${second}`]) fillEmptyTables(path.join(data, at, 'board.db'))
}

import path from 'node:path'
import { expect, it } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { openDatabase } from '../../server/database/database.ts'
import { earlierMigrations } from '../support/earlier-migrations.ts'
import { facts, noon, who } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

const old = 'a'.repeat(64)

/** A data folder from that version, with one post that has a key and one without. */
async function leaked(data: string): Promise<void> {
  const file = openDatabase(path.join(data, 'board.db'), earlierMigrations('database', 4, tempFolder()))
  // Today's store writes the log, so it needs the later columns while it does.
  file.raw.exec('alter table log add column sum text')
  const store = sqliteStore(file)
  const authority = await Authority.open(store, { facts, now: () => noon })
  const at = { township: 'north', lng: 110, lat: 21, pattern: [{ id: 'day', title: 'day', start: '08:00', hours: 8, needed: 2 }] }
  await authority.submit({ id: 'open', name: 'openIncident', args: { code: '1', name: 'x', phase: 'emergency', drill: false, startedAt: noon } }, who.admin)
  for (const post of ['g1', 'g2']) await authority.submit({ id: post, name: 'openPost', args: { post, title: post, ...at } }, who.coordinator)
  expect(await authority.submit({ id: 'cut', name: 'cutPostKey', args: { post: 'g1', key: old } }, who.system)).toMatchObject({ ok: true })
  file.raw.exec('alter table log drop column sum')
  await store.close()
}

it('[V11] the first start of this version replaces keys that a timeline leaked, once, in every incident, and deletes them from the stored arguments', async () => {
  const data = tempFolder()
  await leaked(data)
  await leaked(path.join(data, 'incidents', 'second'))
  const board = await runningBoard({ data })
  const keys = () => board.incidents.all().map(({ authority }) => authority.board.get('postKey', 'g1')?.key)
  const renewed = keys()
  expect(renewed).toHaveLength(2)
  for (const key of renewed) expect(key).toMatch(/^(?!a{64})[\da-f]{64}$/)
  for (const { authority, store } of board.incidents.all()) {
    expect(authority.board.get('postKey', 'g2')).toBeUndefined()
    expect((await store.since(0, 100)).find(({ name }) => name === 'cutPostKey')?.args).toEqual({ post: 'g1' })
  }
  const port = board.port()
  await board.stop()
  await board.again(port)
  expect(keys()).toEqual(renewed)
})

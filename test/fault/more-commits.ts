import path from 'node:path'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { openDatabase } from '../../server/database/database.ts'
import { make } from '../support/given.ts'

/** Adds so many commits to the first log of a folder on which no board runs: 500 places, changed again and again. Answers the last seq. */
export async function moreCommits(data: string, count: number, { planner, township }: { readonly planner: string, readonly township: string }): Promise<number> {
  const store = sqliteStore(openDatabase(path.join(data, 'board.db')))
  const from = (await store.load()).seq + 1
  for (let seq = from; seq < from + count; seq += 500) {
    await store.append(Array.from({ length: Math.min(500, from + count - seq) }, (_, i) => {
      const place = make('place', { id: `p${i}`, township, name: `n${seq + i}` })
      return { seq: seq + i, id: `c${seq + i}`, name: 'addPlace', args: { place: place.id, words: 'report of the day '.repeat(4) }, actor: planner, at: seq, changes: [{ kind: 'place', id: place.id, value: place }] }
    }))
  }
  await store.close()
  return from + count - 1
}

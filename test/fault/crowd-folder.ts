import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { loadCounty } from '../../server/counties.ts'
import { moreCommits } from './more-commits.ts'

/** Fills an empty folder with `people` coordinators and a log of `commits`. Answers the secrets of their sign-in links, and the last seq. */
export async function crowdFolder(data: string, people: number, commits: number) {
  const folder = await loadCounty('lianjiang')
  const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' }), folder })
  const ids = Array.from({ length: people }, (_, i) => board.accounts.add({ name: `p${i}`, role: 'coordinator' }))
  const tokens = ids.map(id => board.accounts.invite(id, 72))
  await board.close()
  return { tokens, head: await moreCommits(data, commits, { planner: ids[0] ?? 'nobody', township: folder.county.townships[0]?.code ?? '' }) }
}

import { expect, it } from 'vitest'
import { folder } from '../../shared/county/bruma/index.ts'
import { runningBoard } from '../support/running-board.ts'

it('[F95] the same server runs the second county, with its drill, words and clock', async () => {
  const { authority, origin, links, bugs } = await runningBoard({ folder, settings: { START_WITH: 'drill' } })
  const { county } = await (await fetch(`${origin()}/api/county`)).json() as { county: { name: string, timeZone: string, leftOut: string[] } }
  expect([county.name, county.timeZone, county.leftOut]).toEqual(['雾岛', 'America/Santiago', folder.county.leftOut])
  expect([...authority.board.all('issue')]).toHaveLength(46)
  expect(authority.board.get('incident', 'incident')?.drill).toBe(true)
  expect(links.map(({ role }) => role)).toEqual(expect.arrayContaining(['coordinator', 'volunteer', 'overseer']))
  expect(bugs).toEqual([])
})

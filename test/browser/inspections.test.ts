import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

it('[F29] [F15] a thread and its notes are one panel, and an issue of a sweep lists its places', async () => {
  const { page, context, errors } = await board.come('inspector', { at: '/?sel=inspection/v-follow-tracing' })
  await page.getByText('观察记录 6 条').waitFor()
  const grouped = [...board.board.authority.board.all('issue')].find(one => one.places.length)
  await visit(page, `/?sel=issue/${grouped?.id}`)
  await page.getByText('涉及场所 12 处').waitFor()
  expect(errors).toEqual([])
  await context.close()
})

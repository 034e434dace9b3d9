import type { Kind, Records } from '../../shared/records.ts'
import { beforeEach, expect, it } from 'vitest'
import { lang } from '../../client/core/language.ts'
import { county } from '../../client/core/session.ts'
import { feedLine } from '../../client/shell/desk/feed-lines.ts'
import { county as shore } from '../support/county.ts'
import { make, noon } from '../support/given.ts'

beforeEach(() => {
  lang.value = 'zh'
  county.value = shore
})

const commit = <K extends Kind>(name: string, kind: K, value: Partial<Records[K]>) => ({ seq: 1, id: 'c', name, at: noon, changes: [{ kind, id: 'x', value: make(kind, value) }] })
const said = (...given: Parameters<typeof commit>) => feedLine(commit(...given)).map(line => [line.about, line.deed])

it('[SC12] a line says what was done: a fix that was sent back is a return, not a taking on', () => {
  const issue = { title: 'no gloves', state: 'rectifying' as const, since: noon }
  expect(said('advanceIssue', 'issue', { ...issue, returns: [{ reason: 'x', by: 'ina', at: noon }] })).toEqual([['no gloves', '退回再改']])
  expect(said('advanceIssue', 'issue', { ...issue, returns: [{ reason: 'x', by: 'ina', at: noon - 1 }] })).toEqual([['no gloves', '接收整改']])
  expect(said('sweepPlace', 'inspection', { title: 'Main street', swept: [{ place: 'a', ok: true }, { place: 'b', ok: false }] })).toEqual([['Main street', '已查 2 户，已张贴 1 户']])
})

it('[SC12] a line that cannot name its subject is not shown, and no id stands for a name', () => {
  // Its depot is not on this reader's board, but the item has its name.
  expect(said('moveStock', 'stock', { place: 'p9', supply: 'glove' })).toEqual([[expect.stringContaining('glove'), expect.any(String)]])
  expect(said('moveStock', 'stock', { place: 'p9', supply: 'no-such-item' })).toEqual([])
  expect(said('setHeadcount', 'headcount', { id: 'p9' })).toEqual([])
  expect(said('signZeroReport', 'dayReport', { team: 'no-team' })).toEqual([])
  expect(said('giveNotices', 'notice', {})).toEqual([])
  expect(feedLine({ ...commit('announce', 'announcement', { text: 'x' }), changes: [{ kind: 'announcement', id: 'x', value: null }] })).toEqual([])
})

import { expect, it } from 'vitest'
import { mergeSeen } from '../../client/sync/merge-seen.ts'
import { newsOf } from '../../shared/core/telling.ts'
import { make } from '../support/given.ts'

const seen = (...seqs: number[]) => seqs.map(seq => ({ seq, id: `c${seq}`, name: 'announce', actor: 'ann', at: seq, changes: [] }))
const seqs = (lines: readonly { seq: number }[]) => lines.map(({ seq }) => seq)

it('[F02] after a resume the feed holds the new entries and the earlier ones, each once and newest first', () => {
  expect(seqs(mergeSeen(seen(12, 11), seen(11, 10, 9, 8)))).toEqual([12, 11, 10, 9, 8])
  expect(seqs(mergeSeen(seen(14, 15), seen(13, 12)))).toEqual([15, 14, 13, 12])
  expect(seqs(mergeSeen([], seen(2, 1)))).toEqual([2, 1])
  expect(mergeSeen(seen(...Array.from({ length: 300 }, (_, i) => i)), [])).toHaveLength(100)
})

it('[SC12] one sweep is one line, its newest; so are the checks of one inspection and the photos of one issue', () => {
  const swept = (seq: number, inspection: string, name = 'sweepPlace') => ({ seq, id: `c${seq}`, name, at: seq, changes: [{ kind: 'place' as const, id: `p${seq}`, value: make('place', { id: `p${seq}` }) }, { kind: 'inspection' as const, id: inspection, value: make('inspection', { id: inspection }) }] })
  const shown = (seq: number) => ({ seq, id: `c${seq}`, name: 'attachPhoto', at: seq, changes: [{ kind: 'issue' as const, id: 'i1', value: make('issue', { id: 'i1' }) }] })
  const street = Array.from({ length: 30 }, (_, i) => swept(10 + i, 'v1'))
  const lines = mergeSeen([...street, swept(50, 'v2', 'answerItem'), swept(51, 'v2', 'passRest'), shown(52), shown(53)], seen(3, 2, 1))
  expect(seqs(lines)).toEqual([53, 51, 39, 3, 2, 1])
  // The next shop takes the place of the line.
  expect(seqs(mergeSeen([swept(60, 'v1')], lines))).toEqual([60, 53, 51, 3, 2, 1])
  expect(newsOf(swept(1, 'v1'))?.id).toBe('v1')
})

import { expect, it } from 'vitest'
import { mergeSeen } from '../../client/sync/merge-seen.ts'

const seen = (...seqs: number[]) => seqs.map(seq => ({ seq, id: `c${seq}`, name: 'announce', actor: 'ann', at: seq, changes: [] }))
const seqs = (lines: readonly { seq: number }[]) => lines.map(({ seq }) => seq)

it('[F02] after a resume the feed holds the new entries and the earlier ones, each once and newest first', () => {
  expect(seqs(mergeSeen(seen(12, 11), seen(11, 10, 9, 8)))).toEqual([12, 11, 10, 9, 8])
  expect(seqs(mergeSeen(seen(14, 15), seen(13, 12)))).toEqual([15, 14, 13, 12])
  expect(seqs(mergeSeen([], seen(2, 1)))).toEqual([2, 1])
  expect(mergeSeen(seen(...Array.from({ length: 300 }, (_, i) => i)), [])).toHaveLength(100)
})

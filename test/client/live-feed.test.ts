import type { Seen } from '../../shared/core/protocol.ts'
import { afterEach, expect, it, vi } from 'vitest'
import { askFeedAgain, feed, feedOn, fillFeed, startFeedAnew } from '../../client/core/feed.ts'
import { make } from '../support/given.ts'

const seen = (...seqs: number[]): Seen[] => seqs.map(seq => ({ seq, id: `c${seq}`, name: 'announce', actor: 'ann', at: seq, changes: [{ kind: 'announcement' as const, id: `a${seq}`, value: make('announcement', { id: `a${seq}` }) }] }))
const seqs = () => feed.value.map(({ seq }) => seq)
const answer = (commits: readonly Seen[]) => new Response(JSON.stringify(commits), { headers: { 'content-type': 'application/json' } })
const calm = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

/** A server that answers when the test says so. */
function server() {
  const asked: ((response: Response | Error) => void)[] = []
  vi.stubGlobal('fetch', () => new Promise<Response>((yes, no) => asked.push(response => response instanceof Error ? no(response) : yes(response))))
  return asked
}

afterEach(() => {
  vi.unstubAllGlobals()
  startFeedAnew()
})

it('[F02] entries that arrive while older ones are requested are above them, each once, and the older ones are requested once', async () => {
  const asked = server()
  feedOn(seen(7))
  feedOn(seen(8))
  void fillFeed()
  expect(asked).toHaveLength(1)
  expect(seqs()).toEqual([8, 7])
  asked[0]!(answer(seen(7, 6, 5)))
  await vi.waitFor(() => expect(seqs()).toEqual([8, 7, 6, 5]))
  feedOn(seen(9))
  expect(seqs()).toEqual([9, 8, 7, 6, 5])
  expect(asked).toHaveLength(1)
})

it('[F02] without an answer the next frame asks again', async () => {
  const asked = server()
  feedOn(seen(1))
  asked[0]!(new TypeError('no network'))
  await calm()
  feedOn(seen(2))
  expect(asked).toHaveLength(2)
  asked[1]!(answer(seen(1)))
  await vi.waitFor(() => expect(seqs()).toEqual([2, 1]))
})

it('[F02] a newly fetched board starts a new feed', async () => {
  const asked = server()
  void fillFeed()
  asked[0]!(answer(seen(3, 2)))
  await vi.waitFor(() => expect(seqs()).toEqual([3, 2]))
  startFeedAnew()
  expect(seqs()).toEqual([])
  feedOn(seen(9))
  expect(asked).toHaveLength(2)
  asked[1]!(answer(seen(8)))
  await vi.waitFor(() => expect(seqs()).toEqual([9, 8]))
})

it('[F02] a frame without commits changes nothing', () => {
  const asked = server()
  const before = feed.value
  feedOn([])
  expect([feed.value === before, asked.length]).toEqual([true, 0])
})

it('[F02] after the line was away, what came meanwhile is fetched, even while an earlier answer is under way', async () => {
  const asked = server()
  void fillFeed()
  // The line drops and returns before the first answer: it may lack what came in between.
  askFeedAgain()
  void fillFeed()
  asked[0]!(answer(seen(3, 2)))
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  asked[1]!(answer(seen(6, 5, 4, 3, 2)))
  await vi.waitFor(() => expect(seqs()).toEqual([6, 5, 4, 3, 2]))
  askFeedAgain()
  void fillFeed()
  asked[2]!(answer(seen(8, 7, 6)))
  await vi.waitFor(() => expect(seqs()).toEqual([8, 7, 6, 5, 4, 3, 2]))
})

it('[F02] a hundred routine commits push no news out of the feed', async () => {
  const asked = server()
  void fillFeed()
  asked[0]!(answer(seen(...Array.from({ length: 10 }, (_, i) => 10 - i))))
  await vi.waitFor(() => expect(seqs()).toHaveLength(10))
  feedOn(seen(...Array.from({ length: 120 }, (_, i) => 11 + i)).map(one => ({ ...one, name: 'giveNotices' })))
  // A removal names nothing that could be opened.
  feedOn(seen(200).map(one => ({ ...one, changes: one.changes.map(change => ({ ...change, value: null })) })))
  expect(seqs()).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
})

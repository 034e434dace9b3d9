import { expect, it, onTestFinished, vi } from 'vitest'
import { beginnings } from '../../server/cluster/beginnings.ts'

it('[CL5] when a server ends while it begins its work, what is beginning is waited for, nothing else begins, and nothing is tried again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const began: string[] = []
  const bugs: unknown[] = []
  const work = beginnings(bug => bugs.push(bug))
  let done = () => {}
  work.add(async () => {
    began.push('fails')
    throw new Error('not now')
  })
  work.add(async () => {
    began.push('slow')
    await new Promise<void>(wake => done = wake)
    began.push('slow is done')
  })
  work.add(async () => void began.push('late'))
  void work.begin()
  await vi.waitFor(() => expect(began).toContain('slow'))
  const ended = work.stop().then(() => began.push('ended'))
  done()
  await ended
  vi.advanceTimersByTime(120_000)
  expect([began, vi.getTimerCount(), bugs.length]).toEqual([['fails', 'slow', 'slow is done', 'ended'], 0, 1])
})

it('[CL5] work that cannot begin holds up nothing else, and is tried again, later and later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const began: string[] = []
  const work = beginnings(() => {})
  work.add(async () => {
    began.push('fails')
    if (began.length < 4) throw new Error('not now')
  })
  work.add(async () => void began.push('works'))
  await work.begin()
  expect(began).toEqual(['fails', 'works'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(began).toEqual(['fails', 'works', 'fails'])
  await vi.advanceTimersByTimeAsync(1900)
  expect(began).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(200)
  expect(began).toHaveLength(4)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(began).toHaveLength(4)
})

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onceABurst } from '../../client/core/once-a-burst.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Work whose answers are held back until they are let go. */
function held() {
  const waiting: (() => void)[] = []
  let done = 0
  const burst = onceABurst(() => {
    done++
    return new Promise<void>(end => waiting.push(end))
  })
  const answer = async () => {
    waiting.shift()?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { burst, answer, done: () => done }
}

it('[SC3] the story of a record is asked for once, however many changes come in a burst', async () => {
  const { burst, done } = held()
  for (let i = 0; i < 20; i++) burst.ask()
  await vi.advanceTimersByTimeAsync(1000)
  expect(done()).toBe(1)
})

it('[SC3] what changes while an answer is on its way is asked for once more, after it', async () => {
  const { burst, answer, done } = held()
  burst.ask(0)
  await vi.advanceTimersByTimeAsync(0)
  for (let i = 0; i < 20; i++) burst.ask()
  await vi.advanceTimersByTimeAsync(1000)
  expect(done()).toBe(1)
  await answer()
  await vi.advanceTimersByTimeAsync(1000)
  expect(done()).toBe(2)
  await answer()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(done()).toBe(2)
})

it('[SC3] nothing is asked for a panel that is closed', async () => {
  const { burst, answer, done } = held()
  burst.ask(0)
  await vi.advanceTimersByTimeAsync(0)
  burst.ask()
  burst.stop()
  await answer()
  await vi.advanceTimersByTimeAsync(1000)
  expect(done()).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})

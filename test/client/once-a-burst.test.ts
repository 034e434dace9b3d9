import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onceABurst } from '../../client/core/once-a-burst.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Work whose answers wait until the test releases them. */
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

it('[SC3] the timeline of a record is requested once per burst of changes', async () => {
  const { burst, done } = held()
  for (let i = 0; i < 20; i++) burst.ask()
  await vi.advanceTimersByTimeAsync(1000)
  expect(done()).toBe(1)
})

it('[SC3] a change during a request causes one more request after the answer', async () => {
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

it('[SC3] a closed panel requests nothing', async () => {
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

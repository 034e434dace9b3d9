import { expect, it, vi } from 'vitest'
import { begin, eachOnItsOwn, empty, goLive, next, patience, settle, stage } from '../support/device.ts'

eachOnItsOwn()

it('[D6] when the board cannot be fetched, the link closes the connection and tries again later', async () => {
  stage.snapshots(async () => {
    throw new Error('no route')
  })
  stage.link.start()
  stage.line.accept()
  const resume = await next('resume')
  resume.answer({ ok: false, code: 'resync' })
  await settle()
  expect([stage.line.connected, stage.states.at(-1)]).toEqual([false, 'offline'])
  await vi.advanceTimersByTimeAsync(patience.cap)
  expect(stage.line.wanted).toBe(true)
})

it('[D6] the link pauses between attempts when a server keeps refusing to resume', async () => {
  stage.link.start()
  stage.line.accept()
  for (let i = 0; i < 50; i++) {
    await settle()
    stage.line.sent.shift()?.answer({ ok: false, code: 'internal' })
  }
  expect(stage.fetched()).toBeLessThanOrEqual(5)
  await vi.advanceTimersByTimeAsync(patience.cap)
  expect(stage.line.wanted || stage.line.sent.length > 0).toBe(true)
})

it('[D6] a board that cannot be resumed from is fetched once per connection, with a longer pause before each connection', async () => {
  stage.link.start()
  const answered: number[] = []
  for (let i = 0; i < 2000; i++) {
    if (stage.line.wanted) stage.line.accept()
    await settle()
    const asked = stage.line.sent.shift()
    if (asked) answered.push(Date.now())
    if (asked) asked.answer({ ok: false, code: 'resync' })
    else await vi.advanceTimersByTimeAsync(10)
  }
  const seconds = (Date.now() - (answered[0] ?? 0)) / 1000
  expect(seconds).toBeGreaterThan(15)
  expect(stage.fetched()).toBeGreaterThan(2)
  expect(stage.fetched()).toBeLessThanOrEqual(7)
})

it('[D6] the link fetches the board only when the refusal to resume asks for it', async () => {
  stage.link.start()
  stage.line.accept()
  const resume = await next('resume')
  resume.answer({ ok: false, code: 'internal' })
  await settle()
  expect([stage.fetched(), stage.line.connected]).toEqual([0, false])
})

/** The pauses before each of `n` attempts, with this random number. */
async function pauses(n: number, luck: number): Promise<number[]> {
  stage.link.end()
  begin(() => luck)
  stage.link.start()
  const found: number[] = []
  for (let i = 0; i < n; i++) {
    stage.line.refuse()
    const from = Date.now()
    while (!stage.line.wanted) await vi.advanceTimersToNextTimerAsync()
    found.push(Date.now() - from)
  }
  return found
}

it('[D6] the link never stops trying; its pauses grow up to a cap and are spread by half', async () => {
  const longest = await pauses(40, 1)
  const shortest = await pauses(40, 0)
  expect(longest.slice(0, 4).map(Math.round)).toEqual([500, 1000, 2000, 4000])
  expect(shortest.slice(0, 4).map(Math.round)).toEqual([250, 500, 1000, 2000])
  expect(Math.max(...longest)).toBeLessThanOrEqual(patience.cap)
  expect(Math.min(...shortest.slice(10))).toBe(patience.cap / 2)
})

it('[D6] after the link was live again, the next pause is short', async () => {
  await pauses(8, 0.5)
  stage.line.accept()
  const resume = await next('resume')
  resume.answer({ ok: true, frame: empty(5), own: [] })
  await settle()
  stage.line.cut()
  await vi.advanceTimersByTimeAsync(500)
  expect(stage.line.wanted).toBe(true)
})

it('[D6] [F83] the link tries at once when the page is shown again, and replaces a connection that is silent for too long', async () => {
  await pauses(8, 0.5)
  stage.line.refuse()
  expect(stage.line.wanted).toBe(false)
  stage.link.wake()
  expect(stage.line.wanted).toBe(true)
  stage.line.accept()
  const resume = await next('resume')
  resume.answer({ ok: true, frame: empty(5), own: [] })
  await settle()
  stage.link.wake()
  expect(stage.line.connected).toBe(true)
  stage.link.reconnect()
  expect([stage.line.connected, stage.line.wanted]).toEqual([false, true])
})

it('[D6] a link that has ended does not connect again', async () => {
  await goLive()
  stage.link.end()
  stage.link.wake()
  await vi.advanceTimersByTimeAsync(10 * patience.cap)
  expect([stage.line.connected, stage.line.wanted]).toEqual([false, false])
})

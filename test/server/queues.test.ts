import type { Bounds } from '../../server/core/bounds.ts'
import { expect, it, onTestFinished } from 'vitest'
import { bounds } from '../../server/core/bounds.ts'
import { rawLine } from '../support/raw-line.ts'
import { ask, runningBoard, until } from '../support/running-board.ts'

/** A board with a long log, so that each `resume` from the beginning has a large answer. */
async function longBoard(unusual: Partial<Bounds> = {}) {
  const board = await runningBoard({ bounds: unusual, pace: { commands: 1e6, seconds: 1 } })
  const ann = board.person({ role: 'coordinator' })
  for (let i = 0; i < 24; i++) {
    const places = Array.from({ length: 100 }, (_, n) => ({ place: `p${i}-${n}`, name: `place ${i} ${n} ${'x'.repeat(50)}`, kind: 'shop', township: 'north', lng: 1, lat: 1 }))
    expect(await board.authority.submit({ id: `import-${i}`, name: 'importPlaces', args: { places } }, ann.actor)).toMatchObject({ ok: true })
  }
  return { board, ann }
}

it('[Q1] a connection that does not read is cut, even if it keeps asking and answering pings; one that reads is not', { timeout: 60_000 }, async () => {
  const { board, ann } = await longBoard({ line: { ...bounds.line, every: 20 } })
  const page = board.page(board.person({ role: 'inspector' }))
  await page.live()
  const line = await rawLine(board.port(), ann.cookie)
  onTestFinished(() => line.end())
  await until(() => page.online() === 2)
  line.stopReading()
  const asking = setInterval(() => {
    for (let i = 0; i < 20 && !line.gone; i++) line.ask('resume', { epoch: board.authority.epoch, seq: 0 })
    if (!line.gone) line.pong()
  }, 5)
  onTestFinished(() => clearInterval(asking))
  await until(() => page.online() === 1, 50_000)
  expect(page.state()).toBe('live')
})

it('[Q1] a connection with little waiting is cut too, if none of it has left for long', { timeout: 60_000 }, async () => {
  const { board, ann } = await longBoard({ line: { bytes: Number.POSITIVE_INFINITY, ms: 300, every: 20 } })
  const page = board.page(board.person({ role: 'inspector' }))
  await page.live()
  const line = await rawLine(board.port(), ann.cookie)
  onTestFinished(() => line.end())
  await until(() => page.online() === 2)
  line.stopReading()
  // Ask until the network takes no more. It keeps saying pong, or the heartbeat would cut it.
  for (let i = 0; i < 400 && !line.gone; i++) line.ask('resume', { epoch: board.authority.epoch, seq: 0 })
  const alive = setInterval(() => line.gone || line.pong(), 1000)
  onTestFinished(() => clearInterval(alive))
  await until(() => page.online() === 1, 50_000)
  expect(page.state()).toBe('live')
})

it('[Q1] a closed connection, as after signing out, is gone even if the other end does not read', { timeout: 60_000 }, async () => {
  const { board, ann } = await longBoard({ line: { ...bounds.line, bytes: Number.POSITIVE_INFINITY, ms: Number.POSITIVE_INFINITY } })
  const page = board.page(board.person({ role: 'inspector' }))
  await page.live()
  const line = await rawLine(board.port(), ann.cookie)
  onTestFinished(() => line.end())
  await until(() => page.online() === 2)
  line.stopReading()
  for (let i = 0; i < 200; i++) line.ask('resume', { epoch: board.authority.epoch, seq: 0 })
  expect((await ann.fetch('/api/session', { method: 'DELETE' })).ok).toBe(true)
  const closed = performance.now()
  const telling = setInterval(() => !line.gone && line.pong(), 50)
  onTestFinished(() => clearInterval(telling))
  await until(() => line.gone, 50_000)
  // The library alone would wait half a minute for it.
  expect(performance.now() - closed).toBeLessThan(25_000)
})

it('[Q2] missed changes come in parts, each small enough for a slow phone, and no change is left out', async () => {
  const { board, ann } = await longBoard()
  const line = await board.line(ann.cookie)
  let [seq, parts, more] = [0, 0, true]
  while (more) {
    const answer = await ask(line, 'resume', { epoch: board.authority.epoch, seq }) as unknown as { ok: true, more: boolean, frame: { from: number, to: number, commits: { seq: number }[] } }
    expect(answer.frame.from).toBe(seq)
    expect(answer.frame.to).toBeGreaterThan(seq)
    expect(answer.frame.commits.length === 1 || JSON.stringify(answer.frame.commits).length <= bounds.resume + 100).toBe(true)
    seq = answer.frame.to
    more = answer.more
    parts++
  }
  expect(seq).toBe(board.authority.board.seq)
  expect(parts).toBeGreaterThan(2)

  const page = board.page(ann)
  await page.live()
  expect([...page.replica.all('place')]).toHaveLength(2400)
})

it('[Q3] the number of connections of one person is limited', async () => {
  const board = await runningBoard({ bounds: { linesEach: 3 } })
  const [ann, ben] = [board.person({ role: 'coordinator' }), board.person({ role: 'coordinator' })]
  for (let i = 0; i < 3; i++) await board.line(ann.cookie)
  await expect(board.line(ann.cookie)).rejects.toThrow('slow_down')
  await board.line(ben.cookie)
})

import process from 'node:process'
import { expect, it, onTestFinished } from 'vitest'
import { hasPostgres, testPostgres } from '../support/postgres.ts'
import { runningBoard, until } from '../support/running-board.ts'

it.skipIf(!hasPostgres || process.env.TEST_POSTGRES)('[PG2] [PG8] while PostgreSQL is away the server runs on, every page is told since when, also one that comes meanwhile, and what is sent is stored once it is back', async () => {
  const postgres = await testPostgres()
  onTestFinished(() => postgres.stop())
  const running = await runningBoard({ settings: { STORE: await postgres.database() }, bounds: { answeringEvery: 500 } })
  const [desk, volunteer] = [running.person({ role: 'coordinator' }), running.person({ role: 'volunteer', township: 'north' })]
  const told = { desk: [] as unknown[], volunteer: [] as unknown[], late: [] as unknown[] }
  const listen = (who: keyof typeof told, { cookie }: typeof desk) => running.line(cookie, {}, (event, body) => void (event === 'away' && told[who].push(body)))
  await listen('desk', desk)
  await listen('volunteer', volunteer)
  const page = running.page(desk)
  await page.live()

  const before = Date.now()
  postgres.server!.kill('SIGQUIT')
  await postgres.server!.ended()
  await until(() => told.desk.length === 2 && told.volunteer.length === 2)
  expect(told.volunteer).toEqual(told.desk)
  const [, since] = told.desk as number[]
  expect(since).toBeGreaterThan(before - 60_000)
  expect(since).toBeLessThanOrEqual(Date.now())
  await listen('late', volunteer)
  await until(() => told.late.length)
  expect(told.late).toEqual([since])
  expect((await volunteer.fetch('/api/i/first/board')).status).toBe(200)
  const { id } = page.do('addPlace', { place: 'p1', name: 'Place 1', kind: 'school', township: 'north', lng: -20, lat: 64.5 })
  expect(page.replica.queue.map(({ command }) => command.id)).toEqual([id])

  await postgres.server!.start()
  await until(() => [told.desk, told.volunteer, told.late].every(all => all.at(-1) === null))
  await until(() => running.authority.board.get('place', 'p1'))
  expect([told.desk.length, told.late.length]).toEqual([3, 2])
  expect([page.refused, running.bugs, running.damages]).toEqual([[], [], []])
})

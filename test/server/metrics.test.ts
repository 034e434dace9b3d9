import fs from 'node:fs'
import { expect, it } from 'vitest'
import { readConfig } from '../../server/core/config.ts'
import { runningBoard } from '../support/running-board.ts'

type Board = Awaited<ReturnType<typeof runningBoard>>
const token = 'a-token-of-twenty-characters'
const asked = (board: Board, headers: Record<string, string> = {}) => fetch(`${board.origin()}/metrics`, { headers })
const text = async (board: Board) => (await asked(board)).text()
/** The value of a series, by its name with its labels. */
const value = (all: string, series: string): number => Number(all.split('\n').find(line => line.startsWith(`${series} `))?.slice(series.length + 1))
const namesIn = (all: string) => new Set([...all.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!))
const place = (id: string) => ({ id, name: 'addPlace', args: { place: id, name: id, kind: 'school', township: 'north', lng: -20, lat: 64.5 } })

it('[OP2] the metrics follow what the board does, and their series do not grow with it or name anybody', async () => {
  const board = await runningBoard({ settings: { METRICS: 'yes' } })
  const person = board.person({ role: 'admin', name: '王小明' } as never)
  const page = board.page(person)
  await page.live()
  const before = await text(board)
  for (let i = 0; i < 20; i++) expect(await board.authority.submit(place(`place-${i}`), person.actor)).toMatchObject({ ok: true })
  expect(await board.authority.submit(place('place-1'), person.actor)).toMatchObject({ ok: true })
  expect(await board.authority.submit({ ...place('place-1'), id: 'again' }, person.actor)).toMatchObject({ ok: false })
  await expect.poll(() => page.replica.seq).toBe(board.authority.board.seq)
  const after = await text(board)
  const more = (series: string) => value(after, series) - value(before, series)
  expect(more('yixian_command_seconds_count{answer="accepted"}')).toBe(21)
  expect(more('yixian_command_seconds_count{answer="refused"}')).toBe(1)
  expect(more('yixian_commits')).toBe(20)
  expect(more('yixian_frames_sent_total')).toBeGreaterThan(0)
  expect([value(after, 'yixian_sockets'), value(after, 'yixian_queue'), value(after, 'yixian_incidents'), value(after, 'yixian_disk_short')]).toEqual([1, 0, 1, 0])
  for (const positive of ['yixian_wal_bytes', 'yixian_database_bytes', 'yixian_disk_free_bytes']) expect(value(after, positive), positive).toBeGreaterThan(0)
  expect(value(after, 'yixian_data_age_seconds')).toBeLessThan(3600)
  expect(after).toContain('yixian_backup_age_seconds +Inf')
  expect(after).toContain('nodejs_eventloop_lag_p99_seconds')
  const series = (all: string) => all.split('\n').filter(line => line.startsWith('yixian_')).length
  expect(series(after)).toBe(series(before))
  for (const word of ['王小明', 'place-', 'north', person.actor.id]) expect(after).not.toContain(word)
  expect(board.bugs).toEqual([])
})

it('[OP2] without the setting there are no metrics; without a token they are for this machine only, and with one for its holder only', async () => {
  const none = await runningBoard()
  expect((await asked(none)).status).toBe(404)
  const here = await runningBoard({ settings: { METRICS: 'yes' } })
  expect((await asked(here)).status).toBe(200)
  expect((await asked(here, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404)
  const held = await runningBoard({ settings: { METRICS: 'yes', METRICS_TOKEN: token } })
  expect((await asked(held, { authorization: `Bearer ${token}` })).status).toBe(200)
  expect((await asked(held)).status).toBe(404)
  const guessed = []
  for (let i = 0; i < 40; i++) guessed.push((await asked(held, { authorization: `Bearer ${token}${i}` })).status)
  expect(new Set(guessed)).toEqual(new Set([404, 429]))
  expect((await asked(held, { authorization: `Bearer ${token}` })).status).toBe(200)
})

it('[OP2] metrics on a public address without a token stop the start', () => {
  const settings = { METRICS: 'yes' }
  for (const open of [{ PUBLIC_URL: 'https://board.example' }, { HOST: '0.0.0.0', OPEN_TO_NETWORK: 'yes' }]) {
    expect(() => readConfig({ ...settings, ...open })).toThrow(/METRICS_TOKEN/)
    expect(readConfig({ ...settings, ...open, METRICS_TOKEN: token }).METRICS).toBe(true)
  }
  expect(() => readConfig({ ...settings, METRICS_TOKEN: 'short' })).toThrow(/METRICS_TOKEN/)
})

it('[OP2] the manual names every metric, and the example board and alerts ask only for what is served', async () => {
  const board = await runningBoard({ settings: { METRICS: 'yes' } })
  const served = namesIn(await text(board))
  const ours = [...served].filter(name => name.startsWith('yixian_'))
  const manual = fs.readFileSync('docs/operate.md', 'utf8')
  expect([...new Set([...manual.matchAll(/`(yixian_\w+)`/g)].map(([, name]) => name))].sort()).toEqual([...ours].sort())
  const base = (name: string) => served.has(name) ? name : name.replace(/_(?:bucket|sum|count)$/, '')
  const { panels } = JSON.parse(fs.readFileSync('deploy/grafana.json', 'utf8')) as { panels: { targets: { expr: string }[] }[] }
  const queries = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))
  const alerts = [...fs.readFileSync('deploy/alerts.yml', 'utf8').matchAll(/^ +expr: (.+)$/gm)].map(([, expr]) => expr!)
  expect([queries.length, alerts.length]).toEqual([21, 8])
  for (const query of [...queries, ...alerts]) {
    for (const [name] of query.matchAll(/\b(?:yixian|nodejs|process)_\w+/g)) expect(served.has(base(name)), `${name} in ${query}`).toBe(true)
  }
  for (const name of ours) expect(queries.some(query => query.includes(name)), name).toBe(true)
})

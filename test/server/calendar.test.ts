import { expect, it } from 'vitest'
import { calendarFeed } from '../../server/people/calendar-feed.ts'
import { county } from '../support/county.ts'
import { board as boardOf, hour, noon } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'

/** The events of a feed as properties. Checks its lines against RFC 5545 and unfolds them. */
function events(feed: string): Record<string, string>[] {
  expect(feed.endsWith('\r\n') || feed.endsWith('END:VCALENDAR')).toBe(true)
  const lines = feed.split('\r\n')
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/)
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  }
  const whole = lines.join('\n').replaceAll('\n ', '').split('\n')
  const found: Record<string, string>[] = []
  for (const line of whole) {
    if (line === 'BEGIN:VEVENT') found.push({})
    const colon = line.indexOf(':')
    const [name = ''] = line.slice(0, colon).split(';')
    const last = found.at(-1)
    if (last) last[name] = line.slice(colon + 1)
  }
  return found
}

it('[F62] [SU3] a calendar has its person\'s shifts with place and link, and names nobody else; hostile text stays text', () => {
  const nasty = 'x\r\nEND:VCALENDAR\r\nATTENDEE:mailto:a@b, c; d'
  const board = boardOf({ shift: [{ id: 's1', title: '长'.repeat(60), claimedBy: ['ben', 'ivy'], startsAt: noon, endsAt: noon + 8 * hour }, { id: 's2', title: nasty, note: nasty, claimedBy: ['ben'], startsAt: noon + 24 * hour, endsAt: noon + 32 * hour }, { id: 's3', claimedBy: ['ivy'] }, { id: 's4', claimedBy: ['ben'], startsAt: noon - 800 * hour, endsAt: noon - 799 * hour }] })
  const feed = calendarFeed('ben', [{ id: 'first', board }], { county, origin: 'https://x.example', now: noon })
  const [one, two, ...more] = events(feed)
  expect(more).toEqual([])
  expect(one).toMatchObject({ UID: 's1@first.yixian', DTSTART: '20300506T120000Z', DTEND: '20300506T200000Z', SUMMARY: '长'.repeat(60), GEO: '21;110', URL: 'https://x.example/?i=first&sel=shift/s1', DESCRIPTION: expect.stringContaining('https://x.example/?i=first&sel=shift/s1') })
  expect(two?.ATTENDEE).toBeUndefined()
  expect(feed.split('\r\n').filter(line => line === 'END:VCALENDAR')).toHaveLength(1)
  expect(feed).not.toContain('ivy')
})

it('[F62] [SU3] over HTTP a calendar is read without a session and is empty after a release; the address stops working when it is replaced or ended, or its person is disabled', async () => {
  const board = await runningBoard()
  const ann = board.person({ role: 'coordinator' })
  const ben = board.person({ role: 'volunteer' })
  const now = Date.now()
  const shift = { shift: 's1', title: 'north gate', place: null, township: 'north', lng: 110, lat: 21, accuracy: null, source: 'map', startsAt: now + hour, endsAt: now + 5 * hour, needed: 2, note: '' }
  for (const [name, args, actor] of [['openShift', shift, ann.actor], ['claimShift', { shift: 's1' }, ben.actor]] as const) expect(await board.authority.submit({ id: `c-${name}`, name, args }, actor)).toMatchObject({ ok: true })
  const make = async () => (await (await ben.fetch('/api/calendar', { method: 'POST' })).json() as { secret: string }).secret
  const read = (secret: string) => fetch(`${board.origin()}/api/calendar/${secret}.ics`)

  const first = await make()
  const answer = await read(first)
  expect(answer.headers.get('content-type')).toContain('text/calendar')
  expect(answer.headers.get('cache-control')).toContain('private')
  expect(events(await answer.text())).toMatchObject([{ SUMMARY: 'north gate', URL: `${board.origin()}/?i=first&sel=shift/s1` }])
  await board.authority.submit({ id: 'c-release', name: 'releaseShift', args: { shift: 's1' } }, ben.actor)
  expect(events(await (await read(first)).text())).toEqual([])

  const second = await make()
  expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200])
  expect(await (await ben.fetch('/api/calendar')).json()).toMatchObject({ since: expect.any(Number) })
  expect((await ben.fetch('/api/calendar', { method: 'DELETE' })).status).toBe(204)
  expect(await (await ben.fetch('/api/calendar')).json()).toEqual({ since: null })
  expect((await read(second)).status).toBe(404)
  const third = await make()
  board.accounts.disable('a', ben.actor.id)
  expect((await read(third)).status).toBe(404)
  expect((await read('x'.repeat(5000))).status).toBe(404)
  expect(board.bugs).toEqual([])
})

it('[F62] [SU3] guessing addresses is slowed down, and reading calendars from the same place is not', async () => {
  const board = await runningBoard()
  const ben = board.person({ role: 'volunteer' })
  const { secret } = await (await ben.fetch('/api/calendar', { method: 'POST' })).json() as { secret: string }
  const read = async (which: string) => (await fetch(`${board.origin()}/api/calendar/${which}.ics`)).status
  const guesses: number[] = []
  for (let i = 0; i < 62; i++) guesses.push(await read(`guess${i}`))
  expect([guesses[0], guesses.at(-1)]).toEqual([404, 429])
  expect(await read(secret)).toBe(200)
})

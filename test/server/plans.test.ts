import { expect, it } from 'vitest'
import { dayOf } from '../../shared/core/calendar.ts'
import { county } from '../support/county.ts'
import { ask, runningBoard, until } from '../support/running-board.ts'

type Board = Awaited<ReturnType<typeof runningBoard>>
const today = dayOf(Date.now(), county.timeZone)
const soon = dayOf(Date.now() + 86_400_000, county.timeZone)
const at = { lng: -20, lat: 64.5 }

/** Ids, names, words and command names that must never be sent to anybody outside. */
const secrets = ['hidden-visit', 'hidden-too', 'team-one', 'team-two', 'Team One', 'secret focus', 'secret note', 'secret decision', 'formTeam', 'moveTownship', 'planInspection', 'editPlan', 'reorderRoute', 'cancelInspection', 'restoreInspection', 'publishBriefing', 'editBriefing', 'readBriefing', 'signZeroReport', 'dayReport', 'briefing', 'unannounced']
const clean = (told: unknown, where: string) => {
  const text = JSON.stringify(told)
  for (const word of secrets) expect(text.includes(word), `${where}: ${word}`).toBe(false)
}

async function planned(board: Board) {
  const boss = board.person({ role: 'coordinator' })
  const inspector = board.person({ role: 'inspector', team: 1 })
  let n = 0
  const act = async (name: string, args: unknown, actor = boss.actor) => expect(await board.authority.submit({ id: `plan-${++n}`, name, args }, actor), name).toMatchObject({ ok: true })
  await act('addPlace', { place: 'school', name: 'School', kind: 'school', township: 'north', ...at })
  await act('addPlace', { place: 'shop', name: 'Shop', kind: 'shop', township: 'north', ...at })
  const plan = async () => {
    await act('formTeam', { team: 'team-one', no: 1, name: 'Team One', leader: inspector.actor.id, townships: ['north'] })
    await act('formTeam', { team: 'team-two', no: 2, name: 'Team Two', leader: null })
    await act('planInspection', { inspection: 'hidden-visit', day: today, team: 'team-one', place: 'school' })
    await act('publishBriefing', { day: soon, focus: 'secret focus', decisions: 'secret decision', stops: [{ inspection: 'hidden-too', team: 'team-one', place: 'shop' }] })
    await act('readBriefing', { day: soon }, inspector.actor)
    await act('editPlan', { inspection: 'hidden-visit', set: { note: 'secret note' }, base: { note: '' } })
    await act('moveTownship', { township: 'north', from: 'team-one', to: 'team-two' })
    await act('moveTownship', { township: 'north', from: 'team-two', to: 'team-one' })
    await act('reorderRoute', { day: soon, team: 'team-one', stops: [{ inspection: 'hidden-too' }] })
    await act('cancelInspection', { inspection: 'hidden-too' })
    await act('restoreInspection', { inspection: 'hidden-too' })
    await act('signZeroReport', { day: today, team: 'team-one' }, inspector.actor)
  }
  return { boss, inspector, act, plan }
}

const outsiders = [
  { role: 'officer', township: 'north' },
  { role: 'officer', township: 'south' },
  { role: 'unit', unit: 'health' },
  { role: 'volunteer', township: 'north' },
  { role: 'viewer' },
] as const
const kinds = ['inspection', 'team', 'briefing', 'dayReport'] as const
const ids = { inspection: 'hidden-visit', team: 'team-one', briefing: soon, dayReport: `${today}_team-one` }

async function listen(board: Board, cookie: string) {
  const heard: unknown[] = []
  const line = await board.line(cookie)
  line.onAny((event: string, message: unknown) => heard.push([event, message]))
  await line.timeout(5000).emitWithAck('resume', { epoch: board.authority.epoch, seq: board.authority.board.seq })
  return { heard, line }
}

it.each(outsiders)('[F22] [T7] while plans are made, $role $township hears nothing of them and finds nothing by any route', async (given) => {
  const board = await runningBoard()
  const person = board.person(given)
  const { boss, plan } = await planned(board)
  const { heard, line } = await listen(board, person.cookie)
  const looking = await board.line(boss.cookie)
  await plan()
  for (const key of ['inspection/hidden-visit', 'team/team-one', `briefing/${soon}`]) {
    looking.emit('looking', { looking: key })
    looking.emit('looking', { looking: key })
  }
  // After this ordinary act, everything before it has been sent.
  await board.authority.submit({ id: 'last', name: 'announce', args: { announcement: 'last-word', text: 'x' } }, boss.actor)
  await until(() => JSON.stringify(heard).includes('last-word'))
  // A later arrival is told after earlier looks.
  await board.line(board.person({ role: 'viewer' }).cookie)
  await until(() => heard.some(one => JSON.stringify(one).includes('"online":3')))
  clean(heard, 'socket')

  const missed = await line.timeout(5000).emitWithAck('resume', { epoch: board.authority.epoch, seq: 0 })
  clean(missed, 'resume')
  for (const route of ['/api/i/first/board', '/api/i/first/recent', '/api/i/first/log?after=0', '/api/incidents', `/api/names?ids=${person.actor.id}`, '/api/session', '/health']) {
    const answer = await person.fetch(route)
    expect(answer.status, route).toBe(200)
    clean(await answer.json(), route)
  }
  for (const kind of kinds) {
    const there = await person.fetch(`/api/i/first/history/${kind}/${ids[kind]}`)
    const nowhere = await person.fetch(`/api/i/first/history/${kind}/nothing-there`)
    expect([there.status, await there.json()]).toEqual([nowhere.status, await nowhere.json()])
  }
  expect((await person.fetch(`/api/i/first/history/place/school`)).status).toBe(given.role === 'volunteer' || (given.role === 'officer' && given.township === 'south') ? 404 : 200)
  if (given.role !== 'volunteer' && !(given.role === 'officer' && given.township === 'south')) clean(await (await person.fetch('/api/i/first/history/place/school')).json(), 'history of the place')
  expect(board.bugs).toEqual([])
})

it.each(outsiders)('[F22] [T7] every command that names a plan is answered to $role $township like one that names nothing', async (given) => {
  const board = await runningBoard()
  const person = board.person(given)
  const { plan } = await planned(board)
  await plan()
  const line = await board.line(person.cookie)
  const call = async (id: string, name: string, args: object) => JSON.stringify(await ask(line, 'command', { id, name, args }))
  const named = (name: string, args: (id: string) => object, n: number) => Promise.all([call(`a${n}`, name, args('hidden-visit')), call(`b${n}`, name, args('nothing-there'))])
  const report = (inspection: string) => ({ issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: 'north', ...at, inspection })
  const tries: [string, (id: string) => object][] = [
    ['reportIssue', report],
    ['checkIn', inspection => ({ inspection, spot: at })],
    ['editPlan', inspection => ({ inspection, set: { note: 'x' }, base: { note: '' } })],
    ['cancelInspection', inspection => ({ inspection })],
    ['planInspection', inspection => ({ inspection, day: today, team: 'team-one', place: 'school' })],
    ['observe', inspection => ({ inspection, text: 'x' })],
    ['finishInspection', inspection => ({ inspection, clean: true })],
  ]
  for (const [n, [name, args]] of tries.entries()) {
    const [secret, nothing] = await named(name, args, n)
    expect(secret!.replaceAll('hidden-visit', '?'), name).toBe(nothing!.replaceAll('nothing-there', '?'))
    expect(secret).toContain('"ok":false')
  }
})

it('[F22] [T7] after a restart the log still reveals nothing', async () => {
  const board = await runningBoard()
  const { plan } = await planned(board)
  await plan()
  const officer = board.person({ role: 'officer', township: 'north' })
  const port = board.port()
  await board.stop()
  await board.again(port)
  clean(await (await officer.fetch('/api/i/first/recent')).json(), 'recent')
  const { line } = await listen(board, officer.cookie)
  clean(await line.timeout(5000).emitWithAck('resume', { epoch: board.authority.epoch, seq: 0 }), 'resume')
})

it('[F22] [INS2] at the check-in the township learns of it, and its timeline begins there', async () => {
  const board = await runningBoard()
  const { plan, act, inspector } = await planned(board)
  const officer = board.person({ role: 'officer', township: 'north' })
  const stranger = board.person({ role: 'officer', township: 'south' })
  const page = board.page(officer)
  await page.live()
  await plan()
  expect([...page.replica.all('inspection')]).toEqual([])
  await act('checkIn', { inspection: 'hidden-visit', spot: { ...at, accuracy: 5 } }, inspector.actor)
  expect(await until(() => page.replica.get('inspection', 'hidden-visit'))).toBeLessThan(1000)
  const steps = await (await officer.fetch('/api/i/first/history/inspection/hidden-visit')).json() as { name: string }[]
  expect(steps.map(step => step.name)).toEqual(['checkIn'])
  expect((await stranger.fetch('/api/i/first/history/inspection/hidden-visit')).status).toBe(404)
  expect(await (await stranger.fetch('/api/i/first/recent')).text()).not.toContain('hidden-visit')
  const whole = await (await inspector.fetch('/api/i/first/history/inspection/hidden-visit')).json() as { name: string }[]
  expect(whole.map(step => step.name)).toContain('planInspection')
})

it('[F22] only the teams and headquarters see where an inspector looks, since it reveals where they will go', async () => {
  const board = await runningBoard()
  const { boss, inspector } = await planned(board)
  await board.authority.submit({ id: 'open', name: 'reportIssue', args: { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: 'north', ...at } }, boss.actor)
  const [staff, officer] = [board.page(boss), board.page(board.person({ role: 'officer', township: 'north' }))]
  await Promise.all([staff.live(), officer.live()])
  const line = await board.line(inspector.cookie)
  const seen = (page: typeof staff) => [...page.here.values()].find(one => one.person === inspector.actor.id)?.looking
  for (const key of ['place/school', 'township/north']) {
    line.emit('looking', { looking: key })
    await until(() => seen(staff) === key)
    expect(seen(officer) ?? null).toBe(null)
  }
  line.emit('looking', { looking: 'issue/i1' })
  await until(() => seen(officer) === 'issue/i1')
})

it('[F04] a township moved from one team to another changes both phones within a second', async () => {
  const board = await runningBoard()
  const { act, inspector } = await planned(board)
  const other = board.person({ role: 'inspector', team: 5 })
  await act('formTeam', { team: 'two', no: 2, name: 'Two', leader: inspector.actor.id, townships: ['north'] })
  await act('formTeam', { team: 'five', no: 5, name: 'Five', leader: other.actor.id, townships: ['south'] })
  await act('planInspection', { inspection: 'v', day: today, team: 'two', place: 'school' })
  const phones = [board.page(inspector), board.page(other)]
  await Promise.all(phones.map(page => page.live()))
  await act('moveTownship', { township: 'north', from: 'two', to: 'five' })
  expect(await until(() => phones.every(page => page.replica.get('team', 'two')!.townships.length === 0
    && page.replica.get('team', 'five')!.townships.join() === 'south,north' && page.replica.get('inspection', 'v')!.team === 'five'))).toBeLessThan(1000)
})

it('[F08] a published focus is on the phones of all eight teams within a second', async () => {
  const board = await runningBoard()
  const { act } = await planned(board)
  const people = Array.from({ length: 8 }, (_, i) => board.person({ role: 'inspector', team: i + 1 }))
  for (const [i, one] of people.entries()) await act('formTeam', { team: `g${i + 1}`, no: i + 1, name: `Team ${i + 1}`, leader: one.actor.id })
  const phones = people.map(one => board.page(one))
  await Promise.all(phones.map(page => page.live()))
  await act('publishBriefing', { day: today, focus: 'sampling in care homes' })
  expect(await until(() => phones.every(page => page.replica.get('briefing', today)?.focus === 'sampling in care homes'))).toBeLessThan(1000)
  for (const page of phones) page.do('readBriefing', { day: today })
  await until(() => board.authority.board.get('briefing', today)!.readBy.length === 8)
})

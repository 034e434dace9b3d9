import type { Told } from '../../shared/core/protocol.ts'
import type { RunningBoard } from '../support/running-board.ts'
import { beforeEach, expect, it } from 'vitest'
import { hour, noon } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'

type Person = ReturnType<RunningBoard['person']>
const at = { township: 'north', lng: 110, lat: 21 }

let board: RunningBoard
let planner: Person
let turn = 0

beforeEach(async () => {
  board = await runningBoard({ now: () => noon })
  planner = board.person({ role: 'coordinator' })
})

async function act(person: Pick<Person, 'actor'>, name: string, args: object): Promise<void> {
  expect(await board.authority.submit({ id: `c${turn++}`, name, args }, person.actor), name).toMatchObject({ ok: true })
}
const history = async (person: Person, record: string) => await (await person.fetch(`/api/i/first/history/${record}`)).json() as Told[]

it('[V11] the key of a post\'s codes is in no timeline, not even a planner\'s', async () => {
  await act(planner, 'openPost', { post: 'g1', title: 'gate', ...at, pattern: [{ id: 'day', title: 'day', start: '08:00', hours: 8, needed: 2 }] })
  const { key } = await (await planner.fetch('/api/i/first/posts/g1/key')).json() as { key: string }
  for (const person of [planner, board.person({ role: 'volunteer' })]) {
    const steps = await history(person, 'post/g1')
    expect(steps.map(({ name, args }) => [name, args])).toEqual([['cutPostKey', {}], ['openPost', {}]])
    for (const way of ['/history/post/g1', '/recent', '/log?after=0', '/board']) expect(await (await person.fetch(`/api/i/first${way}`)).text(), way).not.toContain(key)
  }
})

it('[V11] no timeline tells where a person stood at a check-in', async () => {
  const helper = board.person({ role: 'volunteer', township: 'north' })
  await act(planner, 'openShift', { shift: 's1', title: 'night', ...at, startsAt: noon - hour, endsAt: noon + hour, needed: 2 })
  await act(helper, 'claimShift', { shift: 's1' })
  await act(helper, 'checkInShift', { shift: 's1', at: noon, lng: 110.00012, lat: 21.00034 })
  for (const person of [planner, board.person({ role: 'volunteer' })]) expect(JSON.stringify(await history(person, 'shift/s1'))).not.toMatch(/110\.00012|21\.00034/)
})

it('[V11] [T7] an announced visit reveals neither its plan nor what was planned before', async () => {
  await act(planner, 'addPlace', { place: 'p1', name: 'school', kind: 'school', ...at })
  await act(planner, 'addPlace', { place: 'p2', name: 'secret market', kind: 'shop', ...at, township: 'south' })
  await act(planner, 'formTeam', { team: 't1', no: 1, name: 'Team 1', leader: null, townships: [] })
  const day = new Date(noon + 26 * hour).toISOString().slice(0, 10)
  const stop = (inspection: string, place: string, unannounced: boolean) => ({ inspection, team: 't1', place, unannounced })
  await act(planner, 'publishBriefing', { day, focus: 'secret focus', decisions: '', from: null, stops: [stop('v1', 'p1', false), stop('v2', 'p2', true)] })
  await act(planner, 'planInspection', { inspection: 'v3', day, team: 't1', title: 'secret title', township: 'north', at: { lng: 110, lat: 21 } })
  await act(planner, 'editPlan', { inspection: 'v3', set: { title: 'second visit', unannounced: false }, base: { title: 'secret title', unannounced: true } })
  await act(planner, 'editPlan', { inspection: 'v3', set: { title: 'third visit' }, base: { title: 'second visit' } })
  const officer = board.person({ role: 'officer', township: 'north' })
  // A step saying that the meeting published it would reveal the meeting.
  expect(await history(officer, 'inspection/v1')).toEqual([])
  expect((await history(officer, 'inspection/v3')).map(({ name, args }) => [name, args])).toEqual([
    ['editPlan', { set: { title: 'third visit' }, base: { title: 'second visit' } }],
    ['editPlan', { set: { title: 'second visit', unannounced: false } }],
  ])
  expect((await history(planner, 'inspection/v1')).map(({ name, args }) => [name, args])).toEqual([['publishBriefing', {}]])
  for (const way of ['/recent', '/log?after=0', '/history/inspection/v1', '/history/inspection/v3', '/history/place/p1']) expect(await (await officer.fetch(`/api/i/first${way}`)).text(), way).not.toContain('secret')
})

it('[V11] a department reads in the record of a place that somebody came, but not in the timeline who', async () => {
  await act(planner, 'addPlace', { place: 'p1', name: 'school', kind: 'school', ...at })
  await act(planner, 'startInspection', { inspection: 'v1', place: 'p1', spot: { lng: 110, lat: 21 } })
  const unit = board.person({ role: 'unit', unit: 'health' })
  expect((await history(unit, 'place/p1')).map(({ name }) => name)).toEqual(['addPlace'])
  expect(JSON.stringify(await (await unit.fetch('/api/i/first/recent')).json())).not.toMatch(/startInspection|v1/)
  expect((await history(planner, 'place/p1')).map(({ name }) => name)).toEqual(['startInspection', 'addPlace'])
})

it('[V11] after a restart a volunteer is told of no issue and no place, not even that there was one', async () => {
  await act(planner, 'addPlace', { place: 'p1', name: 'school', kind: 'school', ...at })
  await act(planner, 'reportIssue', { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', place: 'p1', ...at })
  await act(planner, 'commentIssue', { issue: 'i1', text: 'x' })
  await act(planner, 'announce', { announcement: 'a1', text: 'x' })
  const [volunteer, officer] = [board.person({ role: 'volunteer' }), board.person({ role: 'officer', township: 'south' })]
  const port = board.port()
  await board.stop()
  await board.again(port)
  for (const person of [volunteer, officer]) {
    const told = await (await person.fetch('/api/i/first/recent')).json() as { changes: { kind: string }[] }[]
    expect(told.flatMap(({ changes }) => changes).map(({ kind }) => kind)).toEqual(['announcement', 'incident'])
    for (const way of ['/recent', '/log?after=0']) expect(await (await person.fetch(`/api/i/first${way}`)).text(), way).not.toMatch(/i1|p1|reportIssue/)
  }
})

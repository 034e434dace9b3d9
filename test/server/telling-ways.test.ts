import type { Telling, Test } from '../../server/telling/send.ts'
import type { Way } from '../../shared/notices/ways.ts'
import { expect, it, onTestFinished } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { scheduler } from '../../server/board/scheduler.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { sealWith } from '../../server/core/seal.ts'
import { openDatabase } from '../../server/database/database.ts'
import { telling as kept } from '../../server/database/schema.ts'
import { accounts } from '../../server/people/accounts.ts'
import { choices } from '../../server/telling/choices.ts'
import { telling } from '../../server/telling/telling.ts'
import { urgentRules } from '../../shared/notices/urgent.ts'
import { noChoice } from '../../shared/notices/ways.ts'
import { county } from '../support/county.ts'
import { facts, hour, make, noon, who } from '../support/given.ts'

/** A board whose unit is told of what is assigned to it, by ways that answer as the test asks. */
async function office(choice: object, answers: Partial<Record<Way, () => boolean | Promise<boolean>>> = {}, store = memoryStore(), start = noon, actor = who.unit) {
  const clock = { now: start }
  const now = () => clock.now
  const authority = await Authority.open(store, { facts, now })
  const sent: string[] = []
  const person = { choice, gone: false }
  const by = (way: Way) => async (_: string, __: object, what: Telling | Test) => {
    if ('count' in what) sent.push(`${way} ${what.count}${what.urgent ? ' urgent' : ''}`)
    return await (answers[way] ?? (() => true))()
  }
  const people = await telling(authority, store, { incident: 'first', county, now, actorOf: () => person.gone ? null : actor, choices: { people: () => [actor.id], of: () => ({ ...noChoice, ...person.choice }) }, send: { has: ['push', 'mail', 'sms'], async link() {}, by: { push: by('push'), mail: by('mail'), sms: by('sms') } } })
  const timer = scheduler(authority, store, { facts })
  onTestFinished(() => timer.stop())
  let n = authority.board.seq
  const act = async (name: string, args: object, actor = who.admin) => expect(await authority.submit({ id: `c${++n}`, name, args }, actor)).toMatchObject({ ok: true })
  if (n === 0) await act('openIncident', { code: '0506', name: 'Test', phase: 'emergency', drill: true, startedAt: start })
  const issue = async (id: string, severity = 'day') => {
    await act('reportIssue', { issue: id, title: `no gloves ${id}`, aspect: 'safety', severity, township: 'north', lng: -20, lat: 64.5, unit: 'health' })
    await act('advanceIssue', { issue: id, from: 'found', to: 'told' })
  }
  const minutes = async (by = 0) => {
    clock.now += by * 60_000
    await timer.look()
    await people.look()
    return sent.splice(0)
  }
  /** Notices by these rules, as the scheduler gives them. */
  const give = async (rules: readonly string[]) => {
    const changes = rules.map(rule => ({ kind: 'notice' as const, id: `n-${rule}`, value: make('notice', { id: `n-${rule}`, rule, issue: null, to: { role: actor.role, unit: null, township: null, person: null, place: null, grid: null }, readBy: [] }) }))
    await store.append([{ seq: authority.board.seq + 1, id: 'g1', name: 'giveNotices', args: { minute: 0 }, actor: 'system', at: clock.now, changes }])
    await authority.catchUp()
  }
  return { give, scheduled: () => timer.look(), authority, act, issue, minutes, store, clock, person, people, sent }
}

it('[NT7] [F88] each notice is told once by each chosen way, what comes within the pause as one message, and what was read in the app not at all, also over a restart', async () => {
  const board = await office({ usual: ['push', 'mail'], everyMinutes: 15 })
  await board.issue('a')
  await board.issue('b')
  expect(await board.minutes()).toEqual(['push 2', 'mail 2'])
  expect(await board.minutes(1)).toEqual([])
  await board.issue('c')
  await board.issue('d')
  expect(await board.minutes(5)).toEqual([])
  await board.act('readNotices', { notices: [...board.authority.board.all('notice')].filter(one => one.issue === 'c').map(({ id }) => id) }, who.unit)
  const again = await office({ usual: ['push', 'mail'], everyMinutes: 15 }, {}, board.store, board.clock.now)
  expect(await again.minutes(15)).toEqual(['push 1', 'mail 1'])
  expect(await again.minutes(60)).toEqual([])
})

it('[NT7] the way is chosen by rule, and at night only what is urgent is told; in the morning the rest is one digest', async () => {
  const board = await office({ usual: ['push'], except: { assigned: [], told: ['sms'] } }, {}, memoryStore(), noon + 11 * hour)
  await board.issue('a')
  await board.issue('b')
  expect(await board.minutes()).toEqual([])
  await board.issue('c', 'immediate')
  expect(await board.minutes(6)).toEqual(['sms 1 urgent'])
  const morning = await board.minutes(9 * 60)
  expect(morning).toContain('sms 2')
  const nobody = await office({ usual: [] })
  await nobody.issue('a')
  expect(await nobody.minutes()).toEqual([])
  const nights = await office({ usual: ['mail'], nights: true }, {}, memoryStore(), noon + 11 * hour)
  await nights.issue('a')
  expect(await nights.minutes()).toEqual(['mail 1'])
})

it('[NT7] at night a call for help and a visit that was missed are told as urgent issues are, by the nature of their rules', async () => {
  const board = await office({ usual: ['push'] }, {}, memoryStore(), noon + 11 * hour, who.admin)
  expect(urgentRules).toEqual(expect.arrayContaining(['helpUrgent', 'helpRisen', 'helpFar', 'careAlarm', 'careMissed', 'careRisen', 'careRisenFar']))
  await board.give(['lateLeader', ...urgentRules])
  expect(await board.minutes()).toEqual([`push ${urgentRules.length} urgent`])
})

it('[NT7] what waits follows today\'s choice, and somebody who was disabled is told nothing', async () => {
  const board = await office({ usual: ['push'] }, {}, memoryStore(), noon + 11 * hour)
  for (const id of ['a', 'b']) await board.issue(id)
  expect(await board.minutes()).toEqual([])
  board.person.choice = { usual: ['mail'], nights: true }
  expect(await board.minutes(1)).toEqual(['mail 2'])
  await board.issue('c')
  board.person.choice = { usual: [] }
  expect(await board.minutes(60)).toEqual([])
  board.person.choice = { usual: ['mail'] }
  await board.issue('d')
  expect(await board.minutes()).toEqual([])
  board.person.choice = { usual: ['mail'], nights: true }
  board.person.gone = true
  expect(await board.minutes(60)).toEqual([])
  board.person.gone = false
  expect(await board.minutes(60)).toEqual([])
})

const failing = () => {
  throw new Error('no answer')
}

it('[NT7] another way is taken only if none that was chosen gets through: at once if they are closed, after three failures if they do not answer', async () => {
  const closed = await office({ usual: ['push'] }, { push: () => false })
  await closed.issue('a')
  expect(await closed.minutes()).toEqual(['push 1', 'mail 1'])
  expect(await closed.minutes(60)).toEqual([])
  const one = await office({ usual: ['push', 'mail'] }, { push: () => false })
  await one.issue('a')
  expect(await one.minutes()).toEqual(['push 1', 'mail 1'])
  expect(await one.minutes(60)).toEqual([])
  const both = await office({ usual: ['push', 'mail'] }, { push: failing, mail: () => false })
  await both.issue('a')
  expect([await both.minutes(), await both.minutes(4), await both.minutes(4)]).toEqual([['push 1', 'mail 1'], ['push 1', 'mail 1'], ['push 1', 'sms 1']])
  expect(await both.minutes(60)).toEqual([])
})

it('[NT7] what gets through by no way goes on waiting, with pauses of an hour at most, and a way that fails delays no other', async () => {
  const answers: Partial<Record<Way, () => boolean>> = { push: failing, mail: failing, sms: () => false }
  const silent = await office({ usual: ['push', 'mail'], everyMinutes: 1 }, answers)
  await silent.issue('a')
  const tries = async (minutes: number) => {
    let n = 0
    for (let i = 0; i < minutes; i++) n += (await silent.minutes(1)).filter(said => said.startsWith('push')).length
    return n
  }
  expect(await tries(60)).toBeLessThan(8)
  expect(await tries(5 * 60)).toBeGreaterThanOrEqual(5)
  answers.push = () => true
  expect(await silent.minutes(61)).toContain('push 1')
  await silent.issue('b')
  expect(await silent.minutes(1)).toEqual(['push 1'])
  answers.mail = () => true
  expect(await silent.minutes(61)).toEqual(['mail 2'])
  expect(await silent.minutes(61)).toEqual([])
})

it('[NT7] a choice that can no longer be read is none, and those of others count', () => {
  const database = openDatabase(':memory:')
  onTestFinished(() => void database.close())
  const all = choices(database, sealWith(new Uint8Array(32)))
  all.keep('ann', { ...noChoice, usual: ['push'] })
  database.database.insert(kept).values({ account: 'bob', sealed: 'AAAA' }).run()
  choices(database, sealWith(new Uint8Array(32).fill(1))).keep('cid', { ...noChoice, usual: ['mail'] })
  expect(all.people().sort()).toEqual(['ann', 'bob', 'cid'])
  expect(['ann', 'bob', 'cid'].map(id => all.of(id).usual)).toEqual([['push'], [], []])
})

it('[NT8] an address counts no longer than its session', () => {
  const database = openDatabase(':memory:')
  onTestFinished(() => void database.close())
  const seal = sealWith(new Uint8Array(32))
  const clock = { now: noon }
  const people = accounts(database, seal, () => clock.now)
  const all = choices(database, seal, () => clock.now)
  const ann = people.add({ name: 'ann', role: 'coordinator' })
  all.addDevice(ann, people.signIn(people.invite(ann, 1), 1), { endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } })
  expect(all.devices(ann)).toHaveLength(1)
  clock.now += 2 * hour
  expect(all.devices(ann)).toEqual([])
})

it('[NT7] stopping waits for the message that is on its way, remembers it, and sends no more', async () => {
  let arrive = (_: boolean) => {}
  const board = await office({ usual: ['push'] }, { push: () => new Promise<boolean>(done => arrive = done) })
  await board.issue('a')
  await board.scheduled()
  const looking = board.people.look()
  await expect.poll(() => board.sent).toEqual(['push 1'])
  let stopped = false
  const stopping = board.people.stop().then(() => stopped = true)
  await Promise.resolve()
  expect(stopped).toBe(false)
  arrive(true)
  await Promise.all([looking, stopping])
  await board.issue('b')
  expect((await board.minutes(60)).slice(1)).toEqual([])
  const again = await office({ usual: ['push'] }, {}, board.store, board.clock.now)
  expect(await again.minutes()).toEqual(['push 1'])
})

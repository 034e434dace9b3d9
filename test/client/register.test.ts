import { beforeEach, expect, it } from 'vitest'
import { open, ready } from '../../client/core/board.ts'
import { followIncident } from '../../client/core/clock.ts'
import { loadCommands } from '../../client/core/my-commands.ts'
import { county as current, me } from '../../client/core/session.ts'
import { inbox } from '../../client/issues/inbox/inbox.ts'
import { recheckCount, rechecks } from '../../client/issues/inbox/rechecks.ts'
import { inOrder } from '../../client/register/register.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, hour, make, noon, who } from '../support/given.ts'

await loadCommands('inspector')

beforeEach(() => {
  current.value = county
  me.value = { ...who.inspector, name: 'Ina' }
  followIncident(make('incident', { id: 'incident' }))
})

it('[SC22] places are sorted by a column either way, and those without it come last', () => {
  const line = (id: string, keeper: string, open: number) => ({ place: make('place', { id, name: id, keeper }), open })
  const lines = [line('a', '', 2), line('b', '王', 0), line('c', '陈', 5)]
  const ids = (...how: [Parameters<typeof inOrder>[1], boolean]) => inOrder(lines, ...how).map(one => one.place.id).join('')
  expect([ids('name', false), ids('name', true), ids('open', true), ids('keeper', false), ids('keeper', true)]).toEqual(['abc', 'cba', 'cab', 'cba', 'bca'])
})

it('[SC23] re-checks are grouped by team, the reader\'s team first, the earliest due first, and are in no inbox', () => {
  const [one, other] = county.townships.map(town => town.code)
  const issue = (id: string, township: string, since: number) => make('issue', { id, township, since, state: 'awaiting', unit: 'market' })
  const replica = new Replica({ rules, actor: who.inspector, facts, now: () => noon })
  replica.load({ epoch: 'e', seq: 1, records: {
    team: [make('team', { id: 't1', no: 1, townships: [one!], members: ['somebody'] }), make('team', { id: 't2', no: 2, townships: [other!], members: [who.inspector.id] })],
    issue: [issue('a', one!, noon), issue('b', other!, noon - hour), issue('c', other!, noon - 2 * hour), issue('d', 'nowhere', noon)],
  } })
  open({ replica, vault: {} as never, line: {} as never })
  ready.value = true
  expect(rechecks.value.map(queue => [queue.team?.no, queue.mine, queue.issues.map(each => each.id).join('')])).toEqual([[2, true, 'cb'], [1, false, 'a'], [undefined, false, 'd']])
  expect(recheckCount.value).toBe(2)
  expect(inbox.value).toEqual([])
})

import type { Records } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { dueCommands } from '../../shared/incident/due.ts'
import { addressed, owed } from '../../shared/notices/notices.ts'
import { after, board, facts, hour, noon, outcome, when, who } from '../support/given.ts'

const issue = (more: Partial<Records['issue']> = {}) => board({ incident: [{ id: 'incident' }], issue: [{ id: 'i1', state: 'rectifying', deadline: noon, since: noon - 5 * hour, ...more }] })
const rules = (given: ReturnType<typeof issue>, at: number) => owed(given, at, facts).map(({ rule, to }) => [rule, to.unit ?? to.township ?? to.role])

it('[NT1] [F31] who must act is told once when it is handed to them, and once when the time is over; so is headquarters, once', () => {
  expect(rules(issue({ state: 'told' }), noon - hour)).toEqual([['told', 'health']])
  expect(rules(issue(), noon)).toEqual([])
  expect(rules(issue(), noon + 1)).toEqual([['late', 'health'], ['lateLeader', 'coordinator']])
  expect(rules(issue({ unit: 'gov-north' }), noon + 1)).toEqual([['late', 'north'], ['lateLeader', 'coordinator']])
  expect(rules(issue({ unit: null }), noon + 1)).toEqual([])
  expect(rules(issue({ state: 'awaiting' }), noon + 1)).toEqual([])
})

it('[NT1] [F31] however often the clock looks, a notice is given once; more time makes room for one more', () => {
  const on = issue()
  const look = (at: number) => {
    for (const command of dueCommands(on, at, facts)) {
      for (const change of outcome(on, who.system, command.name, command.args, at) as never[]) on.set(change)
    }
    return [...on.all('notice')].length
  }
  expect(look(noon - 1)).toBe(0)
  expect([look(noon + 1), look(noon + hour), look(noon + 30 * hour)]).toEqual([2, 2, 2])
  on.set({ kind: 'issue', id: 'i1', value: { ...on.get('issue', 'i1')!, deadline: noon + 40 * hour } })
  expect([look(noon + 39 * hour), look(noon + 41 * hour)]).toEqual([2, 4])
})

it('[NT2] one reads one’s own notices, and only the server gives any', () => {
  const to = { role: null, unit: 'health', township: null, person: null }
  const on = board({ notice: [{ id: 'r1', to }] })
  expect(after('notice', on, who.unit, 'readNotices', { notices: ['r1'] }).readBy).toEqual(['una'])
  expect(when(on, who.coordinator, 'readNotices', { notices: ['r1'] })).toBe('forbidden')
  expect(when(on, who.admin, 'giveNotices', { minute: 1 })).toBe('forbidden')
  const notice = on.get('notice', 'r1')!
  expect([who.unit, who.officer, who.coordinator, { ...who.unit, unit: 'civil' }].map(actor => addressed(notice, actor))).toEqual([true, false, false, false])
})

it('[NT3] [F32] a letter is numbered, to one unit, about what is overdue there and nothing else', () => {
  const late = board({ issue: [{ id: 'i1', state: 'rectifying', deadline: noon - hour }, { id: 'i2', state: 'told', deadline: noon + hour }, { id: 'i3', unit: 'civil', state: 'told', deadline: noon - hour }] })
  const letter = { letter: 'l1', unit: 'health', issues: ['i1', 'i1'], dueAt: noon + 12 * hour }
  expect(after('letter', late, who.coordinator, 'issueLetter', letter)).toMatchObject({ no: 1, unit: 'health', items: [{ issue: 'i1', no: late.get('issue', 'i1')?.no, deadline: noon - hour }] })
  expect(after('letter', board({ counter: [{ id: 'letter', value: 4 }], issue: [{ id: 'i1', state: 'told', deadline: noon - 1 }] }), who.coordinator, 'issueLetter', letter).no).toBe(5)
  for (const issues of [['i2'], ['i3'], ['i1', 'i2']]) expect(when(late, who.coordinator, 'issueLetter', { ...letter, issues })).toBe('not_overdue')
  expect(when(late, who.coordinator, 'issueLetter', { ...letter, dueAt: noon })).toBe('needs_date')
})

it('[NT1] two issues whose ids are as long as ids may be, and alike but for their end, each have their notice', () => {
  const ids = ['a', 'b'].map(end => `${'x'.repeat(63)}${end}`)
  const on = board({ issue: ids.map(id => ({ id, state: 'rectifying' as const, deadline: noon, since: noon - 5 * hour })) })
  const given = owed(on, noon + 1, facts)
  expect(new Set(given.map(({ id }) => id)).size).toBe(4)
  for (const { id } of given) expect(id).toMatch(/^[\w-]{1,64}$/)
})

import type { Issue } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { lettersFor, sortIntoTrays } from '../../client/issues/inbox/inbox.ts'
import { facts, hour, make, noon, who } from '../support/given.ts'

const issue = (id: string, dueIn: number, more: Partial<Issue> = {}) => make('issue', { id, state: 'rectifying', deadline: noon + dueIn * hour, ...more })
const returned = { returns: [{ at: noon - hour, by: 'ina', reason: 'x' }] as unknown as Issue['returns'] }
const laid = (issues: readonly Issue[], person = 'una') => sortIntoTrays(issues, person, noon, facts).map(one => [one.tray, one.issues.map(each => each.id)])
const trayOf = (one: Issue, person: string) => sortIntoTrays([one], person, noon, facts)[0]?.tray

it('each issue is in the first tray that fits, and each tray is sorted by deadline', () => {
  expect(laid([
    issue('later', 60),
    issue('today-b', 20),
    issue('late-b', -1),
    issue('check-late', -40, { state: 'awaiting', since: noon - 13 * hour }),
    issue('check', -40, { state: 'awaiting', since: noon - 12 * hour }),
    issue('nobody', 9, { unit: null }),
    issue('today-a', 3),
    issue('late-a', -30),
    issue('sent-back', 50, returned),
    issue('sent-back-late', -2, returned),
    issue('new', -1, { state: 'found' }),
    issue('done', -1, { state: 'closed' }),
  ])).toEqual([
    ['unassigned', ['nobody']],
    ['untold', ['new']],
    ['returned', ['sent-back-late', 'sent-back']],
    ['late', ['late-a', 'late-b']],
    ['today', ['today-a', 'today-b']],
    ['later', ['later']],
  ])
})

it('an issue that was sent back stays on top until this person has read it', () => {
  const one = issue('i', 50, { ...returned, returnsRead: { una: 1 } })
  expect([trayOf(one, 'una'), trayOf(one, 'olaf')]).toEqual(['later', 'returned'])
  expect(trayOf({ ...one, returns: [...one.returns, ...one.returns] }, 'una')).toBe('returned')
})

it('a deadline in exactly one day is not today, and a deadline at this moment is not late', () => {
  expect([issue('a', 24), issue('b', 23.99), issue('c', 0), issue('d', -0.01)].map(one => trayOf(one, 'una'))).toEqual(['later', 'today', 'today', 'late'])
})

it('a deferred issue is sorted by its own date, and without a note today it is also in a separate tray', () => {
  const noted = issue('noted', -90, { state: 'deferred', nextDate: noon + 60 * hour, notedAt: noon - hour })
  const silent = issue('silent', -90, { state: 'deferred', nextDate: noon + 5 * hour, notedAt: noon - 30 * hour, since: noon - 60 * hour })
  expect(laid([noted, silent])).toEqual([['today', ['silent']], ['later', ['noted']], ['unnoted', ['silent']]])
})

it('[NT1] [F32] a unit and a township have the letters to them on top while one of their issues waits for them; nobody has the letters of others', () => {
  const letter = (no: number, unit: string, issue: string, township: string | null = null) => make('letter', { id: `l${no}`, no, unit, township, items: [{ issue, no: 1, title: issue, township: 'north', place: '', foundAt: noon, deadline: noon }] })
  const letters = [letter(1, 'health', 'a'), letter(2, 'health', 'b'), letter(3, 'health', 'fixed'), letter(4, 'civil', 'a'), letter(5, 'gov-north', 'a', 'north')]
  const mine = (reader: Parameters<typeof lettersFor>[1]) => lettersFor(letters, reader, new Set(['a', 'b'])).map(one => one.no)
  expect([mine({ role: 'unit', unit: 'health' }), mine({ role: 'officer', township: 'north' }), mine({ role: 'officer', township: 'south' }), mine(who.coordinator)]).toEqual([[2, 1], [5], [], []])
})

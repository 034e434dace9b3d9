import type { CommandName } from '../../shared/commands.ts'
import type { Issue, IssueState } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { roles } from '../../shared/core/actor.ts'
import * as issueCommands from '../../shared/issues/commands.ts'
import { unnoted } from '../../shared/issues/follow-up.ts'
import { nextAt } from '../../shared/issues/rechecks.ts'
import { dueAt, followed, stepOf } from '../../shared/issues/steps.ts'
import { issueStates } from '../../shared/records.ts'
import { calls } from '../support/calls.ts'
import { after, board, facts, hour, make, noon, outcome, when, who } from '../support/given.ts'
import { chance } from '../support/random.ts'

const issue = (more = {}) => board({ issue: [{ id: 'i1', state: 'rectifying', ...more }] })
const advance = (from: IssueState, to: IssueState, more = {}) => ({ issue: 'i1', from, to, reason: 'x', ...more })
const strict = { ...facts, rules: { ...facts.rules, recheckNotByFinder: true } }

it('[F06] [I12] place and issue carry township, department, the unit that runs it and the post in charge; a report takes them from its place', () => {
  const given = board({ place: [{ id: 'p1', unit: 'civil', keeper: 'North school', keeperPost: 'head' }] })
  const report = { issue: 'i9', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 110, lat: 21, place: 'p1', unit: 'health' } as const
  expect(after('issue', given, who.inspector, 'reportIssue', report)).toMatchObject({ township: 'north', unit: 'health', keeper: 'North school', keeperPost: 'head' })
  expect(after('issue', given, who.inspector, 'reportIssue', { ...report, keeper: 'canteen' })).toMatchObject({ keeper: 'canteen', keeperPost: 'head' })
  expect(after('issue', given, who.inspector, 'reportIssue', { ...report, unit: null }).unit).toBe('civil')
  expect(after('place', given, who.coordinator, 'editPlace', { place: 'p1', set: { unit: 'health', keeperPost: 'deputy' }, base: { unit: 'civil', keeperPost: 'head' } })).toMatchObject({ unit: 'health', keeperPost: 'deputy' })
  expect(when(issue({ state: 'found', unit: null }), who.coordinator, 'advanceIssue', advance('found', 'told'))).toBe('needs_unit')
})

it('[I8] [F27] a fault found again while it is open joins the first finding, with words, finder and photos; a closed issue takes none', () => {
  const made = after('issue', issue({ photos: ['a'] }), who.officer, 'addFinding', { issue: 'i1', note: 'still so', photos: ['a', 'b'] })
  expect(made).toMatchObject({ photos: ['a', 'b'], findings: [{ note: 'still so', by: 'olaf', at: noon, inspection: null }], state: 'rectifying' })
  expect(when(issue({ state: 'closed' }), who.inspector, 'addFinding', { issue: 'i1', note: 'again' })).toBe('illegal_step')
  expect(when(issue({ photos: Array.from({ length: 30 }, (_, i) => `p${i}`) }), who.inspector, 'addFinding', { issue: 'i1', photos: ['q'] })).toBe('too_large')
})

it('[I9] [F33] the sender of the next fix has read why it was sent back', () => {
  const returned = after('issue', issue({ state: 'awaiting', rectifiedBy: 'una' }), who.inspector, 'advanceIssue', advance('awaiting', 'rectifying', { reason: 'door still open' }))
  expect(returned.returns).toEqual([{ reason: 'door still open', by: 'ina', at: noon }])
  const on = board({ issue: [returned] })
  expect(when(on, who.unit, 'advanceIssue', advance('rectifying', 'awaiting'))).toBe('returns_unread')
  const read = board({ issue: [after('issue', on, who.unit, 'readReturns', { issue: 'i1', count: 1 })] })
  expect(when(read, who.unit, 'advanceIssue', advance('rectifying', 'awaiting'))).toBeInstanceOf(Array)
  expect(when(read, who.coordinator, 'advanceIssue', advance('rectifying', 'awaiting'))).toBe('returns_unread')
  // More than there was to read is not read ahead.
  expect(after('issue', issue(), who.unit, 'readReturns', { issue: 'i1', count: 9 }).returnsRead).toEqual({ una: 0 })
})

it('[I15] [F33] where the county requires it, a fix comes with a photo that shows it, a new one after each return', () => {
  const strictly = { ...facts, rules: { ...facts.rules, afterPhoto: true } }
  const send = (on: ReturnType<typeof board>) => outcome(on, who.unit, 'advanceIssue', advance('rectifying', 'awaiting'), noon, strictly)
  expect(send(issue())).toMatchObject({ code: 'needs_after_photo' })
  expect(when(issue(), who.unit, 'advanceIssue', advance('rectifying', 'awaiting'))).toBeInstanceOf(Array)
  const shown = after('issue', issue(), who.unit, 'attachPhoto', { issue: 'i1', photo: 'f1', after: true })
  expect(send(board({ issue: [shown] }))).toBeInstanceOf(Array)
  const returned = after('issue', board({ issue: [{ ...shown, state: 'awaiting' }] }), who.inspector, 'advanceIssue', advance('awaiting', 'rectifying'))
  expect(send(board({ issue: [{ ...returned, returnsRead: { una: 1 } }] }))).toMatchObject({ code: 'needs_after_photo' })
  expect(send(board({ issue: [{ ...returned, returnsRead: { una: 1 }, after: ['f1', 'f2'] }] }))).toBeInstanceOf(Array)
  expect(after('issue', board({ issue: [{ ...shown, state: 'closed' }] }), who.inspector, 'advanceIssue', advance('closed', 'relapsed')).afterOld).toBe(1)
})

it('[I16] [F37] an open issue always has its next date: its deadline, its next follow-up, or when its re-check is due', () => {
  const at = (more: Partial<Issue>) => nextAt(make('issue', { deadline: noon, since: noon - hour, ...more }), facts)
  for (const state of ['found', 'told', 'rectifying', 'relapsed'] as const) expect(at({ state }), state).toBe(noon)
  expect(at({ state: 'deferred', nextDate: noon + 5 * hour })).toBe(noon + 5 * hour)
  expect(at({ state: 'awaiting' })).toBe(noon - hour + facts.rules.recheckHours * hour)
})

it('[I5] [F34] nobody re-checks their own fix; nor, where the county says so, their own finding', () => {
  const on = issue({ state: 'awaiting', rectifiedBy: 'ann', foundBy: 'ina' })
  expect(when(on, who.coordinator, 'advanceIssue', advance('awaiting', 'closed'))).toBe('recheck_by_another')
  expect(when(on, who.inspector, 'advanceIssue', advance('awaiting', 'closed'))).toBeInstanceOf(Array)
  const asked = (actor: typeof who.inspector) => outcome(on, actor, 'advanceIssue', advance('awaiting', 'closed'), noon, strict)
  expect(asked(who.inspector)).toMatchObject({ code: 'recheck_by_another' })
  expect(asked({ ...who.inspector, id: 'ivo' })).toBeInstanceOf(Array)
})

it('[F36] a relapse is the same record: its thread, its first finding, its reason', () => {
  const again = after('issue', issue({ state: 'closed', comments: 3, foundAt: noon - 90 * hour }), who.inspector, 'advanceIssue', advance('closed', 'relapsed', { reason: 'gloves gone again' }))
  expect(again).toMatchObject({ id: 'i1', state: 'relapsed', relapses: 1, relapsedAt: noon, comments: 3, foundAt: noon - 90 * hour, returns: [{ reason: 'gloves gone again' }] })
})

it('[I10] [F37] what is followed has a next date, and a deferred issue a note a day', () => {
  for (const state of issueStates.filter(one => one !== 'closed')) expect(dueAt(make('issue', { state, nextDate: state === 'deferred' ? noon + hour : null }))).toBeGreaterThan(0)
  const put = make('issue', { state: 'deferred', since: noon - 30 * hour, nextDate: noon + 50 * hour })
  expect(unnoted(put, noon, facts)).toBe(true)
  expect(unnoted({ ...put, notedAt: noon - hour }, noon, facts)).toBe(false)
  expect(unnoted({ ...put, since: noon - hour }, noon, facts)).toBe(false)
  expect(unnoted({ ...put, state: 'rectifying' }, noon, facts)).toBe(false)
  expect(after('issue', board({ issue: [put] }), who.unit, 'commentIssue', { issue: put.id, text: 'parts have come' }).notedAt).toBe(noon)
})

it('[I11] [F28] a slip is numbered, signed by both or refused, tells what nobody was told of, and is for the units it names', () => {
  const on = board({ counter: [{ id: 'slip', value: 4 }], issue: [{ id: 'i1', state: 'found' }, { id: 'i2', state: 'told', unit: 'civil' }, { id: 'i3', state: 'found', unit: null }, { id: 'i4', state: 'closed' }, { id: 'i5', state: 'found', township: 'south' }] })
  const slip = { slip: 'k1', issues: ['i1', 'i2'], receiverPost: 'head', signature: 's1', receiverSignature: 's2' }
  expect(after('slip', on, who.inspector, 'giveSlip', slip)).toMatchObject({ no: 5, issues: ['i1', 'i2'], units: ['health', 'civil'], by: 'ina', receiverSignature: 's2', receiverPost: 'head' })
  expect(after('issue', on, who.inspector, 'giveSlip', slip).state).toBe('told')
  expect(when(on, who.inspector, 'giveSlip', { ...slip, receiverSignature: null })).toBe('not_signed')
  expect(when(on, who.inspector, 'giveSlip', { ...slip, signature: null })).toBe('not_signed')
  expect(after('slip', on, who.inspector, 'giveSlip', { ...slip, refused: true }).receiverSignature).toBeNull()
  for (const [issues, code] of [[['i3'], 'needs_unit'], [['i4'], 'illegal_step'], [['i1', 'i5'], 'invalid']] as const) expect(when(on, who.inspector, 'giveSlip', { ...slip, issues: [...issues] })).toBe(code)
  expect(when(on, who.unit, 'giveSlip', slip)).toBe('forbidden')
})

describe('[C10] [F30] every command about an issue, by every role, in every state', () => {
  const names = Object.keys(issueCommands).filter(name => name !== 'reportIssue') as CommandName[]
  for (const name of names) {
    for (const role of roles) {
      it(`${name} by ${role}`, () => {
        const actor = who[role]
        for (const state of issueStates) {
          const on = board({ issue: [{ id: 'i1', state, nextDate: noon + hour }], incident: [{ id: 'incident' }] })
          const answers = name === 'advanceIssue'
            ? issueStates.map(to => ({ to, answer: when(on, actor, 'advanceIssue', advance(state, to, { nextDate: noon + 48 * hour })) }))
            : [{ to: state, answer: when(on, actor, name, calls[name] as never) }]
          for (const { to, answer } of answers) {
            const where = `${state} → ${to}`
            const listed = (commands[name].roles as readonly string[]).includes(role)
            if (!listed) expect(answer, where).toBe('forbidden')
            else if (name === 'advanceIssue' && !stepOf(state, to)) expect(answer, where).toBe('illegal_step')
            else if (name === 'advanceIssue' && !stepOf(state, to)?.roles.includes(role)) expect(answer, where).toBe('forbidden')
            else if (state === 'closed' && ['extendIssue', 'addFinding'].includes(name)) expect(answer, where).toBe('illegal_step')
            else expect(answer, where).toBeInstanceOf(Array)
          }
        }
      })
    }
  }
})

it('[I7] [F38] random histories keep found = closed + followed, in the board and in the log', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { below, one } = chance(seed)
    const live = board()
    const log: { kind: string, id: string, value: unknown }[] = []
    for (let step = 0; step < 120; step++) {
      const id = `i${below(12)}`
      const now = noon + step * hour
      const current = live.get('issue', id)
      const actor = one([who.coordinator, who.inspector, who.unit, who.officer, { ...who.inspector, id: 'ivo' }])
      const to = one(issueStates)
      const [name, args] = one<readonly [CommandName, object]>([
        ['reportIssue', { issue: id, title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 110, lat: 21, unit: 'health' }],
        ['advanceIssue', { issue: id, from: current?.state ?? 'found', to, reason: 'x', nextDate: now + 48 * hour }],
        ['advanceIssue', { issue: id, from: current?.state ?? 'found', to, reason: 'x', nextDate: now + 48 * hour }],
        ['readReturns', { issue: id, count: 5 }],
        ['addFinding', { issue: id, note: 'x' }],
      ])
      const made = outcome(live, actor, name, args, now)
      if (!Array.isArray(made)) continue
      for (const change of made) {
        live.set(change)
        log.push(change)
      }
      const issues = [...live.all('issue')]
      const closed = issues.filter(each => each.state === 'closed').length
      expect(closed + issues.filter(followed).length, `seed ${seed}`).toBe(live.get('counter', 'issue')?.value ?? 0)
      for (const each of issues) {
        if (each.state === 'deferred') expect(each.nextDate, `seed ${seed}`).not.toBeNull()
      }
    }
    const rebuilt = new Map(log.filter(change => change.kind === 'issue').map(change => [change.id, change.value]))
    expect([...rebuilt.values()], `seed ${seed}`).toEqual([...live.all('issue')].map(each => rebuilt.get(each.id)))
    expect([...rebuilt.keys()].length, `seed ${seed}`).toBe([...live.all('issue')].length)
  }
})

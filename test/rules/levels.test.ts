import type { CommandName } from '../../shared/commands.ts'
import { expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { audienceOf } from '../../shared/core/sight.ts'
import { steps } from '../../shared/issues/steps.ts'
import { calls } from '../support/calls.ts'
import { board, noon, when, who } from '../support/given.ts'

it('[F03] the level above sees the same picture as the county, and of its issues takes the steps of a re-check only', () => {
  expect(audienceOf(who.overseer)).toBe(audienceOf(who.coordinator))
  const theirs = steps.filter(step => step.roles.includes('overseer')).map(step => `${step.from.join()} → ${step.to}`)
  expect(theirs).toEqual(['awaiting → rectifying', 'awaiting → closed', 'closed → relapsed'])
  expect(when(board({ issue: [{ id: 'i1', state: 'awaiting' }] }), who.overseer, 'advanceIssue', { issue: 'i1', from: 'awaiting', to: 'closed', reason: '' })).toBeInstanceOf(Array)
})

it('[F03] of all other commands it is given those that change no work of the county', () => {
  const given = (Object.keys(commands) as CommandName[]).filter(name => (commands[name].roles as readonly string[]).includes('overseer')).sort()
  expect(given).toEqual(['advanceIssue', 'attachPhoto', 'attachVoice', 'commentIssue', 'confirmSample', 'readNotices'])
  for (const name of Object.keys(commands) as CommandName[]) {
    if (!given.includes(name)) expect(when(board({ issue: [{ id: 'i1' }] }), who.overseer, name, calls[name] as never, noon), name).toBe('forbidden')
  }
})

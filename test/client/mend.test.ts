import { expect, it } from 'vitest'
import { textsOf, withTexts, wordsOf } from '../../client/base/trouble/trouble.ts'

it('[D13] [F84] the texts of refused work can be changed, in its arguments and in what an edit sets, and nothing else changes', () => {
  const note = { name: 'commentIssue' as const, args: { issue: 'i1', text: 'old' } }
  expect(textsOf(note)).toEqual({ text: 'old' })
  expect(withTexts(note, { text: 'new', title: 'never asked' })).toEqual({ name: 'commentIssue', args: { issue: 'i1', text: 'new' } })
  const edit = { name: 'editIssue' as const, args: { issue: 'i1', set: { title: 'a', severity: 'day' }, base: { title: 'before', severity: 'immediate' } } }
  expect(wordsOf(edit)).toBe('a')
  expect(withTexts(edit, { title: 'b' })).toEqual({ name: 'editIssue', args: { issue: 'i1', set: { title: 'b', severity: 'day' }, base: edit.args.base } })
})

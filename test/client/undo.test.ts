import { expect, it } from 'vitest'
import { inverse } from '../../client/core/undo.ts'
import { commands } from '../../shared/commands.ts'

it('a command with an opposite is undone by that opposite', () => {
  expect(inverse({ name: 'retirePlace', args: { place: 'p1', reason: 'gone' } })).toEqual({ name: 'restorePlace', args: { place: 'p1' } })
  expect(inverse({ name: 'drawZone', args: { zone: 'z1', name: 'x' } })).toMatchObject({ name: 'liftZone', args: { zone: 'z1', reason: expect.stringMatching(/./), approver: expect.stringMatching(/./) } })
  expect(inverse({ name: 'claimShift', args: { shift: 's1' } })).toEqual({ name: 'releaseShift', args: { shift: 's1' } })
})

it('undoing twice repeats the command', () => {
  for (const name of ['claimShift', 'liftZone', 'retirePlace', 'closeShift', 'withdrawShortage'] as const) {
    const [kind] = Object.keys((commands[name].args as { entries: object }).entries)
    const back = inverse({ name, args: { [kind ?? '']: 'x' } })
    expect(back && inverse(back)?.name).toBe(name)
  }
})

it('[F82] an edit is undone from what was set to what was seen, so a later change of somebody else is a conflict', () => {
  const edit = { issue: 'i1', set: { note: 'new' }, base: { note: 'old' } }
  expect(inverse({ name: 'editIssue', args: edit })).toEqual({ name: 'editIssue', args: { issue: 'i1', set: { note: 'old' }, base: { note: 'new' } } })
})

it('a place taken from somebody else cannot be given back by me', () => {
  expect(inverse({ name: 'releaseShift', args: { shift: 's1', person: 'ben' } })).toBeNull()
})

it('a unit once named can be changed but not unnamed', () => {
  expect(inverse({ name: 'assignIssue', args: { issue: 'i1', set: { unit: 'civil' }, base: { unit: null } } })).toBeNull()
  expect(inverse({ name: 'assignIssue', args: { issue: 'i1', set: { unit: 'civil' }, base: { unit: 'health' } } })?.args.set).toEqual({ unit: 'health' })
})

it('an announcement cannot be undone', () => {
  expect(inverse({ name: 'commentIssue', args: { issue: 'i1', text: 'x' } })).toBeNull()
  expect(inverse({ name: 'advanceIssue', args: { issue: 'i1', from: 'found', to: 'told' } })).toBeNull()
  expect(inverse({ name: 'reportIssue', args: { issue: 'i1' } })).toBeNull()
})

it('[SC15] [Z8] a split and a merge of zones are undone with the shapes that their author saw', () => {
  const base = [[0, 0], [1, 0], [1, 1]]
  expect(inverse({ name: 'splitZone', args: { zone: 'a', other: 'b', name: 'x', line: [], base } })).toEqual({ name: 'unsplitZone', args: { zone: 'a', other: 'b', base } })
  const larger = [[0, 0], [2, 0], [1, 1]]
  const grown = { zone: 'a', set: { ring: larger }, base: { ring: base, reason: 'cases', approver: 'Ann' } }
  expect(inverse({ name: 'editZone', args: grown })?.args).toMatchObject({ set: { ring: base, reason: expect.stringMatching(/./), approver: expect.stringMatching(/./) }, base: { ring: larger, reason: 'cases', approver: 'Ann' }, override: true })
  const merge = { zone: 'a', other: 'b', base: { ring: base, validTo: null }, otherBase: base }
  expect(inverse({ name: 'mergeZones', args: merge })).toEqual({ name: 'unmergeZones', args: merge })
})

import { expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { calls } from '../support/calls.ts'

it.each(Object.keys(calls) as (keyof typeof calls)[])('[V11] %s tells no key, code, position, list or person of its arguments', (name) => {
  const tells = Object.values((commands[name] as { tells?: Record<string, readonly string[]> }).tells ?? {}).flat()
  // Whoever sees a zone sees its approver, an office.
  expect(tells.filter(key => !['approver', 'set', 'base', 'reason', 'text', 'note', 'photos', 'deviceAt', 'from', 'to', 'nextDate', 'quantity', 'count', 'heads', 'item', 'met'].includes(key))).toEqual([])
})

import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { decide } from '../../shared/core/decide.ts'
import { ruleBook } from '../../shared/core/rule-book.ts'
import { kinds } from '../../shared/kinds.ts'
import { schemas } from '../../shared/records.ts'
import { volunteerCommands } from '../../shared/volunteer-commands.ts'
import { volunteerFields } from '../../shared/volunteer-records.ts'
import { calls, givenFor } from '../support/calls.ts'
import { facts, noon, who } from '../support/given.ts'

const names = Object.keys(volunteerCommands) as (keyof typeof volunteerCommands)[]
const allowed = names.filter(name => (commands[name].roles as readonly string[]).includes('volunteer'))
/** The rules on a volunteer's phone, with the schemas of these kinds. */
const phone = (fields = volunteerFields) => ruleBook({ definitionOf: name => commands[name as keyof typeof commands] as never, others: 'forbidden', fields })
const context = { actor: who.volunteer, now: noon, facts, real: noon }

it('[LD11] the commands that a volunteer\'s phone loads are those that a volunteer may give, and among all commands the same', () => {
  const theirs = Object.entries(commands).filter(([, one]) => (one.roles as readonly string[]).includes('volunteer'))
  expect(names).toEqual(expect.arrayContaining(theirs.map(([name]) => name)))
  for (const [name, one] of Object.entries(volunteerCommands)) expect(commands[name as keyof typeof volunteerCommands], name).toBe(one)
})

it.each(allowed)('[LD12] a volunteer\'s phone has the schemas of all that %s changes, and decides as the server does', (name) => {
  const command = { id: 'c', name, args: calls[name] }
  const changes = decide(givenFor(name, who.volunteer), command, context)
  expect(changes.length).toBeGreaterThan(0)
  expect(phone().decide(givenFor(name, who.volunteer), command, context)).toEqual(changes)
})

it('[LD12] a change of a kind whose schema is not at hand is refused', () => {
  const command = { id: 'c', name: 'claimShift', args: calls.claimShift }
  const { shift: _, ...others } = volunteerFields
  expect(() => phone(others).decide(givenFor('claimShift'), command, context)).toThrow(expect.objectContaining({ code: 'invalid', detail: 'shift' }))
})

it('[LD12] the list of kinds names every schema', () => {
  expect(kinds).toEqual(Object.keys(schemas))
})

it('[LD12] what a volunteer\'s page imports from the start brings no other schema', () => {
  const seen = new Set<string>()
  const follow = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, at = ''] of fs.readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type)(?:[^'=(]* from )?'(\.[^']+)'/gm)) follow(path.posix.join(path.posix.dirname(file), at))
  }
  for (const file of ['main.ts', 'shell/Board.vue', 'shell/phone/Phone.vue', 'duty/next/NextShift.vue']) follow(`client/${file}`)
  expect(seen).toContain('client/core/my-commands.ts')
  expect([...seen].filter(file => /records?\.ts$/.test(file) && file.startsWith('shared/')).sort()).toEqual(['shared/duty/records.ts', 'shared/notices/records.ts', 'shared/volunteer-records.ts'])
})

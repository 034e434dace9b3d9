import { expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { volunteerCommands } from '../../shared/volunteer-commands.ts'

it('[LD11] the commands that a volunteer\'s phone loads are those that a volunteer may give, and among all commands the same', () => {
  const allowed = Object.entries(commands).filter(([, one]) => (one.roles as readonly string[]).includes('volunteer'))
  expect(Object.keys(volunteerCommands)).toEqual(expect.arrayContaining(allowed.map(([name]) => name)))
  for (const [name, one] of Object.entries(volunteerCommands)) expect(commands[name as keyof typeof volunteerCommands], name).toBe(one)
})

import type { ClientToServer, ServerToClient } from '../../shared/core/protocol.ts'
import type { Way } from '../support/routes.ts'
import fs from 'node:fs'
import { expect, it } from 'vitest'
import { roles } from '../../shared/core/actor.ts'
import { audienceOf } from '../../shared/core/sight.ts'
import { kinds } from '../../shared/kinds.ts'
import { routes, ways } from '../support/routes.ts'
import { letters, readers } from './readers.ts'
import { cases } from './records.ts'

/** The way each event of the live connection tells something. A new event does not compile without one. */
const events: Record<keyof ServerToClient | keyof ClientToServer, Way> = {
  resume: 'resume',
  command: 'refusal',
  commands: 'refusal',
  looking: 'presence',
  lead: 'nothing',
  show: 'nothing',
  follow: 'presence',
  shown: 'presence',
  followed: 'count',
  frame: 'frame',
  own: 'frame',
  presence: 'presence',
  actor: 'own',
  volunteersWaiting: 'nothing',
  condition: 'nothing',
  away: 'nothing',
  clock: 'nothing',
  signedOut: 'nothing',
}

it('every way of telling has a test here, every kind a row and every role a reader', () => {
  const tests = fs.readdirSync('test/sight').filter(file => file.endsWith('.test.ts')).map(file => fs.readFileSync(`test/sight/${file}`, 'utf8')).join('\n')
  const plain: readonly Way[] = ['own', 'register', 'nothing']
  for (const way of ways.filter(one => !plain.includes(one))) expect(new RegExp(`^it.*\\] (?:\\w+, )*${way}(?:, \\w+)*:`, 'm').test(tests), way).toBe(true)
  const table = cases({})
  expect(kinds.filter(kind => !table.some(one => one.kind === kind))).toEqual([])
  expect(roles.filter(role => !letters.some(letter => readers[letter].role === role))).toEqual([])
  expect(new Set(letters.map(letter => audienceOf({ id: letter, ...readers[letter] })))).toEqual(new Set(['staff', 'viewer', 'township:north', 'township:south', 'unit:health', 'unit:civil', 'place:x-own-place-x', 'grid:x-own-grid-x', 'volunteer', 'newcomer']))
  expect(new Set([...routes.map(({ way }) => way), ...Object.values(events)])).toEqual(new Set(ways))
})

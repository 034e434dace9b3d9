import type { CommandName } from '../../shared/commands.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Row } from './row.ts'
import { check } from '../../shared/core/decide.ts'
import { calls, givenFor, may } from '../support/calls.ts'
import { facts, noon, who } from '../support/given.ts'
import { crowd, many } from './crowd.ts'
import { round } from './row.ts'
import { sized } from './size.ts'
import { timed } from './timed.ts'

const limit = 1

/** The cost of each command's button before it is pressed, on a board with 10,000 more shifts and 10,000 more issues. */
export function buttons(): Row {
  const took = (Object.keys(calls) as CommandName[]).flatMap((name) => {
    const role = may[name].find(one => one !== 'system')
    if (!role) return []
    const actor = who[role]
    const board = crowd(noon, givenFor(name, actor))
    const command: Command = { id: 'c', name, args: calls[name] }
    return { name, ms: timed(() => check(board, command, { actor, now: noon, real: noon, facts }), sized(100, 2)) }
  }).sort((a, b) => b.ms - a.ms)
  const late = took.filter(({ ms }) => ms > limit)
  const worst = took[0]?.ms ?? 0
  return { row: 'RULES every button', goal: `≤ ${limit} ms with ${many} shifts and issues`, figure: round(worst), opponent: null, ratio: null, ok: late.length === 0, unit: 'ms of processor, p95, of the dearest', details: late.length ? late.map(({ name, ms }) => `${name} ${round(ms)}`).join(', ') : `${took.length} commands; dearest: ${took.slice(0, 3).map(({ name, ms }) => `${name} ${round(ms)}`).join(', ')}` }
}

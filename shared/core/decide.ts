import type { Definition } from './command.ts'
import type { RuleBook } from './rule-book.ts'
import { commands } from '../commands.ts'
import { keepTotals } from '../issues/keep-totals.ts'
import { fields } from '../records.ts'
import { reject } from './rejection.ts'
import { ruleBook } from './rule-book.ts'

export const definitionOf = (name: string): Definition | undefined => Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] as unknown as Definition : undefined

const book = ruleBook({ definitionOf, others: 'unknown_command', fields, follow: keepTotals })

/**
 * The one rule book, with every command. The token of another system gives only the commands that it was allowed: others are
 * `forbidden`. Nobody makes records of a part that the county leaves out: `left_out`.
 */
export const { check, isImport, sameCommand } = book
export const decide: RuleBook['decide'] = (board, command, context) => {
  const { commands: allowed } = context.actor
  if (allowed && !allowed.includes(command.name)) reject('forbidden')
  const changes = book.decide(board, command, context)
  if (changes.some(({ kind }) => context.facts.leftOut.includes(kind))) reject('left_out')
  return changes
}

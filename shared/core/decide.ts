import type { Definition } from './command.ts'
import { commands } from '../commands.ts'
import { keepTotals } from '../issues/keep-totals.ts'
import { fields } from '../records.ts'
import { ruleBook } from './rule-book.ts'

export const definitionOf = (name: string): Definition | undefined => Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] as unknown as Definition : undefined

/** The one rule book, with every command. */
export const { decide, check, isImport, sameCommand } = ruleBook({ definitionOf, others: 'unknown_command', fields, follow: keepTotals })

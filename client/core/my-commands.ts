import type { Role } from '../../shared/core/actor.ts'
import type { Definition } from '../../shared/core/command.ts'
import type { RuleBook } from '../../shared/core/rule-book.ts'
import { ruleBook } from '../../shared/core/rule-book.ts'
import { volunteerCommands } from '../../shared/volunteer-commands.ts'
import { volunteerFields } from '../../shared/volunteer-records.ts'
import { loadDeeds } from '../deeds.ts'
import { loadSentences } from './sentences.ts'

interface Rules extends Pick<RuleBook, 'decide' | 'check'> { readonly definitionOf: (name: string) => Definition | undefined }

const ofVolunteers = (name: string): Definition | undefined => Object.hasOwn(volunteerCommands, name) ? volunteerCommands[name as keyof typeof volunteerCommands] as unknown as Definition : undefined
/** The commands that this page has loaded: a volunteer's, or all. None of a volunteer's changes an issue, so nothing follows for the totals. */
let loaded: Rules = { definitionOf: ofVolunteers, ...ruleBook({ definitionOf: ofVolunteers, others: 'forbidden', fields: volunteerFields }) }

/** The rules that this page knows. A command that has not been loaded is forbidden to the person. */
export const rules: Rules = {
  definitionOf: name => loaded.definitionOf(name),
  decide: (board, command, context) => loaded.decide(board, command, context),
  check: (board, command, context) => loaded.check(board, command, context),
}

/** Loads the commands of a role, with their words and the sentences of their refusals. It must be done before the role's screens are made and its queue is decided. */
export async function loadCommands(role: Role): Promise<void> {
  if (role === 'volunteer') return
  const [rules] = await Promise.all([import('../../shared/core/decide.ts'), loadDeeds(), loadSentences()])
  loaded = rules
}

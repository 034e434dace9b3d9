import type { Change, Reader } from './board.ts'
import type { Command, Context, Definition } from './command.ts'
import * as v from 'valibot'
import { Draft } from './board.ts'
import { commands } from './commands/all.ts'
import { reject, Rejection } from './rejection.ts'
import { audienceOf, inArea, secret, visible } from './sight.ts'

/**
 * The one rule book: what this command would change, or a Rejection. Pure; runs on both sides.
 * Known, well-formed, allowed to this role, right by its own rule, within the actor's area.
 */
export function decide(board: Reader, command: Command, context: Context): Change[] {
  const definition: Definition | undefined = Object.hasOwn(commands, command.name)
    ? commands[command.name as keyof typeof commands] as unknown as Definition
    : undefined
  if (!definition) reject('unknown_command', command.name)
  if (!definition.roles.includes(context.actor.role)) reject('forbidden')
  const parsed = v.safeParse(definition.args, command.args)
  if (!parsed.success) reject('invalid', `${v.getDotPath(parsed.issues[0]) ?? 'args'}: ${parsed.issues[0].message}`)

  const draft = new Draft(board)
  try {
    definition.run(draft, parsed.output, context)
  } catch (error) {
    // The reason may quote a record: it is told to those only who may see it.
    if (error instanceof Rejection) hideSecrets(draft, context)
    const hidden = draft.needed.some(({ kind, record }) => !visible(audienceOf(context.actor), kind, record))
    throw hidden && error instanceof Rejection ? new Rejection('outside_area') : error
  }
  hideSecrets(draft, context)
  const changes = draft.changes()
  for (const { kind, id, value } of changes) {
    const before = board.get(kind, id)
    const allowed = (!before || inArea(context.actor, kind, before)) && (!value || inArea(context.actor, kind, value))
    if (!allowed) reject('outside_area')
  }
  return changes
}

/** Whoever names a plan that is kept from them is answered as if it were not there, whether the rule would say yes or no. */
function hideSecrets(draft: Draft, { actor }: Context): void {
  const kept = draft.needed.find(({ kind, record }) => secret(audienceOf(actor), kind, record))
  if (kept) reject('not_found', `${kept.kind}/${kept.record.id}`)
}

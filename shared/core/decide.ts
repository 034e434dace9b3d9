import type { Change, Reader } from './board.ts'
import type { Command, Context, Definition } from './command.ts'
import * as v from 'valibot'
import { commands } from '../commands.ts'
import { unapproved } from './actor.ts'
import { Draft } from './board.ts'
import { legible } from './legible.ts'
import { reject, Rejection } from './rejection.ts'
import { audienceOf, inArea, secret, visible } from './sight.ts'

/**
 * The one rule book: what this command would change, or a Rejection. Pure; runs on both sides.
 * Checks that the command is known, well-formed, allowed to the role, right by its own rule and within the actor's area, and that its changes can be read again.
 */
export function decide(board: Reader, command: Command, context: Context): Change[] {
  const { definition, args } = admitted(command, context)
  const draft = new Draft(board)
  ask(draft, context, () => {
    definition.guard?.(draft, args, context)
    definition.run(draft, args, context)
  })
  const changes = draft.changes()
  for (const { kind, id, value } of changes) {
    const before = board.get(kind, id)
    const allowed = (!before || inArea(context.actor, kind, before)) && (!value || inArea(context.actor, kind, value))
    if (!allowed) reject('outside_area')
  }
  for (const change of changes) legible(board, change)
  return changes
}

/** Throws what `decide` would, for a button: by the command's guard alone where it has one. */
export function check(board: Reader, command: Command, context: Context): void {
  const { guard } = definitionOf(command.name) ?? {}
  if (!guard) return void decide(board, command, context)
  const { args } = admitted(command, context)
  const draft = new Draft(board)
  ask(draft, context, () => guard(draft, args, context))
  if (draft.needed.some(({ kind, record }) => !inArea(context.actor, kind, record))) reject('outside_area')
}

/** Known, well-formed, and allowed to this role. */
function admitted(command: Command, { actor }: Context): { readonly definition: Definition, readonly args: unknown } {
  const definition = definitionOf(command.name)
  if (!definition) reject('unknown_command', command.name)
  if (!definition.roles.includes(actor.role)) reject('forbidden')
  const waits = unapproved(actor)
  if (waits) reject(waits.code)
  // A list passes for an object without keys.
  if (Array.isArray(command.args)) reject('invalid', 'args')
  const parsed = v.safeParse(definition.args, command.args)
  if (!parsed.success) reject('invalid', `${v.getDotPath(parsed.issues[0]) ?? 'args'}: ${parsed.issues[0].message}`)
  return { definition, args: parsed.output }
}

/** Asks a rule; its refusal is told in words that quote no record which this person may not see. */
function ask(draft: Draft, context: Context, rule: () => void): void {
  try {
    rule()
  } catch (error) {
    // The reason may quote a record, so only readers of that record get it.
    if (error instanceof Rejection) hideSecrets(draft, context)
    const hidden = draft.needed.some(({ kind, record }) => !visible(audienceOf(context.actor), kind, record))
    throw hidden && error instanceof Rejection ? new Rejection('outside_area') : error
  }
  hideSecrets(draft, context)
}

function definitionOf(name: string): Definition | undefined {
  return Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] as unknown as Definition : undefined
}

/** True for a command that brings in a whole list. */
export const isImport = ({ name }: Pick<Command, 'name'>): boolean => definitionOf(name)?.imports === true

/** True for the same command sent twice: same name, and arguments that parse alike, whatever their order, defaults or spaces. */
export function sameCommand(one: Pick<Command, 'name' | 'args'>, other: Pick<Command, 'name' | 'args'>): boolean {
  if (one.name !== other.name) return false
  const definition = definitionOf(one.name)
  const read = (args: unknown) => {
    const parsed = definition && v.safeParse(definition.args, args)
    return canonical(parsed?.success ? parsed.output : args)
  }
  return canonical(one.args) === canonical(other.args) || read(one.args) === read(other.args)
}

/** As JSON with its keys in order. */
const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) =>
  part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a < b ? -1 : 1)) : part) ?? 'null'

/** A command that names a hidden plan is answered as if the plan did not exist, whatever the rule would say. */
function hideSecrets(draft: Draft, { actor }: Context): void {
  const kept = draft.needed.find(({ kind, record }) => secret(audienceOf(actor), kind, record))
  if (kept) reject('not_found', `${kept.kind}/${kept.record.id}`)
}

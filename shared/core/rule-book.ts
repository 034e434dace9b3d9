import type { Change, Reader } from './board.ts'
import type { Command, Context, Definition } from './command.ts'
import type { FieldsOfKinds } from './legible.ts'
import type { Code } from './rejection.ts'
import * as v from 'valibot'
import { unapproved } from './actor.ts'
import { Draft } from './board.ts'
import { legible } from './legible.ts'
import { isOver } from './over.ts'
import { reject, Rejection } from './rejection.ts'
import { audienceOf, inArea, secret, visible } from './sight.ts'

export interface RuleBook {
  readonly decide: (board: Reader, command: Command, context: Context) => Change[]
  readonly check: (board: Reader, command: Command, context: Context) => void
  readonly isImport: (command: Pick<Command, 'name'>) => boolean
  readonly sameCommand: (one: Pick<Command, 'name' | 'args'>, other: Pick<Command, 'name' | 'args'>) => boolean
}

interface Parts {
  readonly definitionOf: (name: string) => Definition | undefined
  /** The refusal of a command that has no definition. */
  readonly others: Code
  /** The fields of every kind that these commands change. */
  readonly fields: FieldsOfKinds
  /** Adds to the draft what follows from these changes, beside what the person changed, and beyond their area. */
  readonly follow?: (board: Reader, draft: Draft, changes: readonly Change[]) => void
}

/** The rules of the commands that have a definition. Pure; runs on both sides. */
export function ruleBook({ definitionOf, others, fields, follow }: Parts): RuleBook {
  /**
   * The one rule book: what this command would change, or a Rejection. Pure; runs on both sides.
   * Checks that the command is known and well-formed, that the actor's role may use it, that the incident has not ended, that its
   * own rule allows it, that every record it changes is in the actor's area, and that its changes can be read again.
   */
  function decide(board: Reader, command: Command, context: Context): Change[] {
    const { definition, args } = admitted(board, command, context)
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
    follow?.(board, draft, changes)
    const all = draft.changes()
    for (const change of all) legible(board, change, fields)
    return all
  }

  /** For a button: throws what `decide` would. Where the command has a guard, only the guard is asked. */
  function check(board: Reader, command: Command, context: Context): void {
    const { guard } = definitionOf(command.name) ?? {}
    if (!guard) return void decide(board, command, context)
    const { args } = admitted(board, command, context)
    const draft = new Draft(board)
    ask(draft, context, () => guard(draft, args, context))
    if (draft.needed.some(({ kind, record }) => !inArea(context.actor, kind, record))) reject('outside_area')
  }

  /** Checks that the command is known and well-formed, that the actor's role may use it, and that the incident has not ended. */
  function admitted(board: Reader, command: Command, { actor }: Context): { readonly definition: Definition, readonly args: unknown } {
    const definition = definitionOf(command.name)
    if (!definition) reject(others, command.name)
    if (!definition.roles.includes(actor.role)) reject('forbidden')
    const waits = unapproved(actor)
    if (waits) reject(waits.code)
    if (actor.role !== 'system' && !definition.afterEnd && isOver(board)) reject('incident_over')
    // The schema would accept a list as an object without keys.
    if (Array.isArray(command.args)) reject('invalid', 'args')
    const parsed = v.safeParse(definition.args, command.args)
    if (!parsed.success) reject('invalid', `${v.getDotPath(parsed.issues[0]) ?? 'args'}: ${parsed.issues[0].message}`)
    return { definition, args: parsed.output }
  }

  /** True for a command that brings in a whole list. The server refuses it while it is short of disk space. */
  const isImport = ({ name }: Pick<Command, 'name'>): boolean => definitionOf(name)?.imports === true

  /** True for the same command sent twice: the same name, and arguments that parse to the same values, whatever their order, defaults or spaces. */
  function sameCommand(one: Pick<Command, 'name' | 'args'>, other: Pick<Command, 'name' | 'args'>): boolean {
    if (one.name !== other.name) return false
    const definition = definitionOf(one.name)
    const read = (args: unknown) => {
      const parsed = definition && v.safeParse(definition.args, args)
      return canonical(parsed?.success ? parsed.output : args)
    }
    return canonical(one.args) === canonical(other.args) || read(one.args) === read(other.args)
  }

  return { decide, check, isImport, sameCommand }
}

/** Asks a rule. A refusal that could quote a record hidden from the actor is replaced by one that quotes nothing. */
function ask(draft: Draft, context: Context, rule: () => void): void {
  try {
    rule()
  } catch (error) {
    if (error instanceof Rejection) hideSecrets(draft, context)
    const hidden = draft.needed.some(({ kind, record }) => !visible(audienceOf(context.actor), kind, record))
    throw hidden && error instanceof Rejection ? new Rejection('outside_area') : error
  }
  hideSecrets(draft, context)
}

/** JSON with sorted keys. */
const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) =>
  part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a < b ? -1 : 1)) : part) ?? 'null'

/** Rejects with `not_found` if the command names a hidden plan, whatever its rule says: the actor must not learn that the plan exists. */
function hideSecrets(draft: Draft, { actor }: Context): void {
  const kept = draft.needed.find(({ kind, record }) => secret(audienceOf(actor), kind, record))
  if (kept) reject('not_found', `${kept.kind}/${kept.record.id}`)
}

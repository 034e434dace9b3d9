import type { Told } from '../../../shared/core/protocol.ts'
import type { IssueState, Kind } from '../../../shared/records.ts'
import type { Pending } from '../../sync/replica.ts'

/** One thing that happened, or is about to as soon as there is a line. */
export interface StepButton {
  readonly id: string
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
  readonly actor: string
  readonly at: number
  /** Not yet kept by the server: its place and time may still change. */
  readonly waiting: boolean
  /** The state it brought an issue into. */
  readonly state?: IssueState
  /** It had been in that state before. */
  readonly again: boolean
}

const stateOf = ({ name, args }: { name: string, args: unknown }): IssueState | undefined =>
  name === 'reportIssue' ? 'found' : name === 'giveSlip' ? 'told' : name === 'advanceIssue' ? (args as { to: IssueState }).to : undefined

/** Everything that happened to a record in the order of the log, then what of mine waits, in the order it was done. */
export function stepsOf(history: readonly Told[], queue: readonly Pending[], kind: Kind, id: string, mine: string): StepButton[] {
  const kept = new Set(history.map(one => one.id))
  const queued = queue
    .filter(({ command }) => !kept.has(command.id) && (command.args as Record<string, unknown>)[kind] === id)
    .map(({ command, at }) => ({ id: command.id, name: command.name, args: command.args, actor: mine, at, waiting: true }))
  const been = new Set<IssueState>()
  return [...[...history].sort((a, b) => a.seq - b.seq).map(one => ({ ...one, waiting: false })), ...queued].map((one) => {
    const state = stateOf(one)
    const again = state !== undefined && been.has(state)
    if (state) been.add(state)
    return { id: one.id, name: one.name, args: one.args as StepButton['args'], actor: one.actor, at: one.at, waiting: one.waiting, state, again }
  })
}

import type { Told } from '../../../shared/core/protocol.ts'
import type { IssueState, Kind } from '../../../shared/records.ts'
import type { Pending } from '../../sync/replica.ts'

/** One entry of a timeline: something that happened, or that waits on this device to be sent. */
export interface TimelineEntry {
  readonly id: string
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
  readonly actor: string
  readonly at: number
  /** Not confirmed by the server: its order and time may still change. */
  readonly waiting: boolean
  /** The state it brought an issue into. */
  readonly state?: IssueState
  /** The issue had been in that state before. */
  readonly again: boolean
}

const stateOf = ({ name, args }: { name: string, args: unknown }): IssueState | undefined =>
  name === 'reportIssue' ? 'found' : name === 'giveSlip' ? 'told' : name === 'advanceIssue' ? (args as { to: IssueState }).to : undefined

/** The timeline of a record: the log in its order, then the waiting commands of this device in theirs. */
export function stepsOf(history: readonly Told[], queue: readonly Pending[], kind: Kind, id: string, mine: string): TimelineEntry[] {
  const kept = new Set(history.map(one => one.id))
  const queued = queue
    .filter(({ command }) => !kept.has(command.id) && (command.args as Record<string, unknown>)[kind] === id)
    .map(({ command, at }) => ({ id: command.id, name: command.name, args: command.args, actor: mine, at, waiting: true }))
  const been = new Set<IssueState>()
  return [...[...history].sort((a, b) => a.seq - b.seq).map(one => ({ ...one, waiting: false })), ...queued].map((one) => {
    const state = stateOf(one)
    const again = state !== undefined && been.has(state)
    if (state) been.add(state)
    return { id: one.id, name: one.name, args: one.args as TimelineEntry['args'], actor: one.actor, at: one.at, waiting: one.waiting, state, again }
  })
}

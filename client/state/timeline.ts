import type { IssueState, Kind } from '../../shared/records.ts'
import type { Pending } from '../sync/replica.ts'
import { computed, onUnmounted, shallowRef, watch } from 'vue'
import { linkState, onChanged, pendingFor } from './board.ts'
import { ask } from './http.ts'
import { me } from './session.ts'

/** A commit as `/api/history` tells it: with its arguments, without what it changed. */
export interface Told {
  readonly seq: number
  readonly id: string
  readonly name: string
  readonly args: unknown
  readonly actor: string
  /** Epoch ms, the server's clock. */
  readonly at: number
}

/** One thing that happened, or is about to as soon as there is a line. */
export interface Step {
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
  name === 'reportIssue' ? 'found' : name === 'advanceIssue' ? (args as { to: IssueState }).to : undefined

/** Everything that happened to a record in the order of the log, then what of mine waits, in the order it was done. */
export function stepsOf(history: readonly Told[], queue: readonly Pending[], kind: Kind, id: string, mine: string): Step[] {
  const kept = new Set(history.map(one => one.id))
  const queued = queue
    .filter(({ command }) => !kept.has(command.id) && (command.args as Record<string, unknown>)[kind] === id)
    .map(({ command, at }) => ({ id: command.id, name: command.name, args: command.args, actor: mine, at, waiting: true }))
  const been = new Set<IssueState>()
  return [...[...history].sort((a, b) => a.seq - b.seq).map(one => ({ ...one, waiting: false })), ...queued].map((one) => {
    const state = stateOf(one)
    const again = state !== undefined && been.has(state)
    if (state) been.add(state)
    return { id: one.id, name: one.name, args: one.args as Step['args'], actor: one.actor, at: one.at, waiting: one.waiting, state, again }
  })
}

/** Read once on this device and kept as long as the page: what a person looks at again without a network. */
const read = new Map<string, readonly Told[]>()

/** The story of one record, read anew when the record changes and when the line comes back; what of mine waits is at its end. */
export function useTimeline(kind: Kind, id: string) {
  const key = `${kind}/${id}` as const
  const history = shallowRef(read.get(key))
  /** `partial`: there was no answer, so what is shown is what this device knows. */
  const state = shallowRef<'loading' | 'whole' | 'partial'>('loading')
  const steps = computed(() => stepsOf(history.value ?? [], pendingFor(key), kind, id, me.value?.id ?? ''))
  let asked = 0

  async function load(): Promise<void> {
    const turn = ++asked
    try {
      const told = await ask<Told[]>(`/api/history/${kind}/${id}`)
      if (turn !== asked) return
      read.set(key, told)
      history.value = told
      state.value = 'whole'
    } catch {
      // What was only made here has no history on the server, and needs none.
      if (turn === asked) state.value = pendingFor(key).some(one => made.has(one.command.name)) ? 'whole' : 'partial'
    }
  }

  void load()
  onUnmounted(onChanged(keys => keys.includes(key) && void load()))
  watch(linkState, link => link === 'live' && void load())
  return { steps, state }
}

const made: ReadonlySet<string> = new Set(['reportIssue', 'addPlace', 'openShift', 'postShortage', 'drawZone', 'announce'])

import type { AnyRecord, Incident, Kind } from '../records.ts'
import type { Actor } from './actor.ts'
import type { Change } from './board.ts'
import type { Command } from './command.ts'
import type { Own } from './own.ts'
import type { Clash, Code } from './rejection.ts'

/** The messages on the wire, both ways. Typed once here, used by both ends. */

/** What one accepted command did. Seq is 1, 2, 3 … without gaps. */
export interface Commit {
  readonly seq: number
  readonly id: string
  readonly name: string
  readonly args: unknown
  readonly actor: string
  /** Epoch ms, the server's clock. */
  readonly at: number
  readonly changes: readonly Change[]
}

/** A commit as an audience sees it: without arguments and actor, which only a timeline tells, to those who may know. */
export interface Seen {
  readonly seq: number
  readonly changes: readonly Change[]
  /** Left out if the frame only says that records are out of sight. Epoch ms, the server's clock. */
  readonly at?: number
  readonly id?: string
  /** Told to people who see what the command is about. */
  readonly name?: string
}

/** A step of a record's timeline: the command, the actor, the time, and the arguments that the command declares. */
export type Told = Omit<Commit, 'changes'>

/** Everything committed after `from` up to and including `to`, as one audience sees it. */
export interface Frame {
  readonly epoch: string
  readonly from: number
  readonly to: number
  readonly commits: readonly Seen[]
}

/** A page of the log, as one audience sees it: what was committed after `from` up to `to`. `end` is the last seq there is. */
export interface LogPage {
  readonly from: number
  readonly to: number
  readonly end: number
  readonly commits: readonly Pick<Commit, 'seq' | 'at' | 'changes'>[]
}

/** The board as an audience sees it. What one person sees beyond it comes with the answer to `resume`. */
/** Something kept that cannot be read, and why: set aside, so that the rest serves. `seq` is its commit; null is how it stands now. */
export interface SetAside { readonly kind: string, readonly id: string, readonly seq: number | null, readonly problem: string }

export interface Snapshot {
  readonly epoch: string
  readonly seq: number
  /** Its audience, as `audienceOf` says. Missing in boards that a device kept before audiences were written down. */
  readonly audience?: string
  /** Only in a device's own copy: its person's own parts. */
  readonly own?: readonly Own[]
  readonly records: { readonly [K in Kind]?: readonly AnyRecord[] }
}

export interface Refusal {
  readonly ok: false
  readonly code: Code
  readonly detail?: string
  readonly clashes?: readonly Clash[]
  /** Milliseconds to wait before the same command is worth sending again. */
  readonly retryAfter?: number
}
/** The receipt. Only this lets a device forget a command it has saved. */
export interface Accepted { readonly ok: true, readonly id: string, readonly seq: number, readonly epoch: string }
export type Answer = Accepted | Refusal

/** The people online and what they look at. Volatile: on no board and in no log. */
export interface Here {
  /** One open page; a person may have several. */
  readonly page: string
  readonly person: string
  readonly role: Actor['role']
  /** `kind/id` of the record that is open on the page. */
  readonly looking: string | null
}

/** The device's place in history and its audience. Pages from before audiences were named leave the audience out. */
export interface Resume { readonly epoch: string, readonly seq: number, readonly audience?: string }
/** The commits that were missed, in parts: with `more`, ask again from there; with the last, all own parts as they are now. Or `resync`: fetch the whole board, then resume from there. */
type Resumed = { readonly ok: true, readonly frame: Frame, readonly more?: boolean, readonly own: readonly Own[] } | { readonly ok: false, readonly code: 'resync' }

export interface ClientToServer {
  resume: (at: Resume, ack: (answer: Resumed | Refusal) => void) => void
  command: (command: Command, ack: (answer: Answer) => void) => void
  looking: (at: { looking: string | null }) => void
}

export interface ServerToClient {
  /** Own parts that change with the frame up to `to`, which comes next. */
  own: (news: { readonly epoch: string, readonly to: number, readonly parts: readonly Own[] }) => void
  frame: (frame: Frame) => void
  /** All pages on joining; afterwards pages that came, changed or went. */
  presence: (news: { all?: boolean, here: readonly Here[], gone: readonly string[], online: number }) => void
  /** The actor of this line, sent whenever a line begins: somebody may have been approved meanwhile. */
  actor: (actor: Actor) => void
  /** For planners: the list of volunteers who wait for approval has changed. */
  volunteersWaiting: () => void
  /** For headquarters: sent whenever a line begins, and on a change. */
  condition: (condition: Condition) => void
  /** The session ended: signed out elsewhere, or disabled. */
  signedOut: () => void
}

/** The incident of the data folder itself. Every other has an id and a folder of its own. */
export const firstIncident = 'first'

/** An incident in the list of incidents; the counts are of the issues that the asker may see. */
export interface IncidentSummary extends Incident {
  readonly found: number
  readonly closed: number
  readonly followed: number
}

/** Room on the server's disk. `low`: photos and imports wait. `full`: nothing can be written. */
export type Room = 'enough' | 'low' | 'full'
/** The server's state, for headquarters: its room, and further incidents whose database cannot be opened. */
export interface Condition { readonly room: Room, readonly aside: readonly { readonly id: string, readonly reason: string }[] }

/** The signed-in person, as the server sees them. */
export interface Me extends Actor { readonly name: string }

import type { AnyRecord, Incident, Kind } from '../records.ts'
import type { Actor } from './actor.ts'
import type { Change } from './board.ts'
import type { Command } from './command.ts'
import type { ShownMap, ShownNews } from './following.ts'
import type { Own } from './own.ts'
import type { Clash, Code } from './rejection.ts'

/** The messages between client and server, typed once for both ends. */

/** What one accepted command did. Seq is 1, 2, 3 … without gaps. */
export interface Commit {
  readonly seq: number
  readonly id: string
  readonly name: string
  readonly args: unknown
  readonly actor: string
  /** Epoch ms, by the incident's clock on the server. */
  readonly at: number
  readonly changes: readonly Change[]
}

/** A commit as an audience sees it: without arguments and actor. Only a timeline shows those, to people who may know them. */
export interface Seen {
  readonly seq: number
  readonly changes: readonly Change[]
  /** Epoch ms, by the incident's clock on the server. Left out if the commit only takes records out of this audience's sight. */
  readonly at?: number
  readonly id?: string
  /** The command's name, for people who may see what the command is about. */
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

/** A page of the log, as one audience sees it: what was committed after `from`, up to and including `to`. `end` is the last seq of the log. */
export interface LogPage {
  readonly from: number
  readonly to: number
  readonly end: number
  readonly commits: readonly Pick<Commit, 'seq' | 'at' | 'changes'>[]
}

/** A stored record or commit that cannot be read, and why. It is set aside and the rest is served. `seq` is null for the record's current state. */
export interface SetAside { readonly kind: string, readonly id: string, readonly seq: number | null, readonly problem: string }

/** The board as an audience sees it. A person's own parts come with the answer to `resume`. */
export interface Snapshot {
  readonly epoch: string
  readonly seq: number
  /** The audience, as `audienceOf` gives it. Missing in boards that a device kept before audiences were stored. */
  readonly audience?: string
  /** The own parts of the device's person. Only in the copy that a device keeps. */
  readonly own?: readonly Own[]
  readonly records: { readonly [K in Kind]?: readonly AnyRecord[] }
}

export interface Refusal {
  readonly ok: false
  readonly code: Code
  readonly detail?: string
  readonly clashes?: readonly Clash[]
  /** How many milliseconds to wait before sending the command again. */
  readonly retryAfter?: number
}
/** The receipt. A device may delete a saved command only when it has this. */
export interface Accepted { readonly ok: true, readonly id: string, readonly seq: number, readonly epoch: string }
export type Answer = Accepted | Refusal

/** The answers to the first of several commands, in their order, up to the first refusal. Those after it have had no effect, and are sent again. */
export interface Answers { readonly ok: true, readonly answers: readonly Answer[] }

/** Who is online and what they look at. Never stored: on no board and in no log. */
export interface Here {
  /** One open page; a person may have several. */
  readonly page: string
  readonly person: string
  readonly role: Actor['role']
  /** `kind/id` of the record that is open on the page. */
  readonly looking: string | null
  /** The page whose map others may follow. */
  readonly leading?: true
}

/** How far a device has followed the log, and its audience. Pages from before audiences were named leave the audience out. */
export interface Resume { readonly epoch: string, readonly seq: number, readonly audience?: string }
/**
 * The missed commits, in parts. With `more`, resume again from the end of this part; the last part brings all own parts as
 * they are now. `resync` means: fetch the whole board, then resume from it.
 */
type Resumed = { readonly ok: true, readonly frame: Frame, readonly more?: boolean, readonly own: readonly Own[], /** How many commands the server takes in one message. One of an earlier build does not say. */ readonly several?: number } | { readonly ok: false, readonly code: 'resync' }

/** All that the leader shows; null after leaving. */
export interface Following { readonly ok: true, readonly shown: ShownMap | null }

export interface ClientToServer {
  resume: (at: Resume, ack: (answer: Resumed | Refusal) => void) => void
  command: (command: Command, ack: (answer: Answer) => void) => void
  /** What waits on a device, in order: each is decided after the one before it, and none after a refused one. */
  commands: (commands: readonly Command[], ack: (answer: Answers | Refusal) => void) => void
  looking: (at: { looking: string | null }) => void
  /** Begins to lead, also in another's place, or ends it with null. */
  lead: (all: ShownMap | null, ack: (answer: { readonly ok: true } | Refusal) => void) => void
  /** What has changed on the leader's map. */
  show: (news: ShownNews) => void
  /** Follows the leader's map, or leaves it. */
  follow: (on: boolean, ack: (answer: Following | Refusal) => void) => void
}

export interface ServerToClient {
  /** Own parts that change with the next frame, which ends at `to`. */
  own: (news: { readonly epoch: string, readonly to: number, readonly parts: readonly Own[] }) => void
  frame: (frame: Frame) => void
  /** With `all`, every open page, sent once on joining. Afterwards only pages that came, changed or went. */
  presence: (news: { all?: boolean, here: readonly Here[], gone: readonly string[], online: number }) => void
  /** The signed-in person, sent whenever a connection begins, because they may have been approved in the meantime. */
  actor: (actor: Actor) => void
  /** The server's clock (epoch ms), sent whenever a connection begins. */
  clock: (at: number) => void
  /** Since when (epoch ms) the server can store nothing and so sends nothing new, or null. Sent whenever a connection begins, and on each change. */
  away: (since: number | null) => void
  /** To planners: the list of volunteers waiting for approval has changed. */
  volunteersWaiting: () => void
  /** To headquarters: sent whenever a connection begins, and on each change. */
  condition: (condition: Condition) => void
  /** To those who follow a map: what has changed on it. Null: it is over. */
  shown: (news: ShownNews | null) => void
  /** To the leader, also to learn whether the page is still there: how many people follow. Null: somebody else leads, or nobody. */
  followed: (people: number | null, ack: () => void) => void
  /** The session has ended: the person signed out elsewhere or was disabled. */
  signedOut: () => void
}

/** The id of the incident in the root of the data folder. Every other incident has an id and a folder of its own. */
export const firstIncident = 'first'

/** An incident in the list of incidents. The counts cover the issues that the person may see. */
export interface IncidentSummary extends Incident {
  readonly found: number
  readonly closed: number
  readonly followed: number
}

/** Free space on the server's disk. `low`: photos and imports are refused. `full`: nothing can be written. */
export type Room = 'enough' | 'low' | 'full'
/** The server's state, for headquarters: its disk space, and the further incidents that cannot be opened. */
export interface Condition { readonly room: Room, readonly aside: readonly { readonly id: string, readonly reason: string }[] }

/** The signed-in person, as the server sees them. */
export interface Me extends Actor { readonly name: string, /** From when on (epoch ms) they cannot sign in without a second factor, which they lack. */ readonly factorDue?: number }

import type { Bounds } from '../core/bounds.ts'
import type { IncidentEnd } from '../incident-end.ts'
import type { Incidents } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import { spare } from '../core/spare.ts'
import { restUnseen } from './rest-unseen.ts'

const [minute, hour] = [60_000, 3_600_000]

interface Options {
  readonly accounts: Accounts
  readonly end: Pick<IncidentEnd, 'look'>
  /** The hashes of the tokens of the sessions that have a page open. */
  readonly open: () => readonly string[]
  /** Whether this server writes: of several, the one that does hears of everybody. */
  readonly writes: () => boolean
  /** Whether somebody has a page of this incident open. */
  readonly watches: (incident: string) => boolean
  readonly rest: Bounds['rest']
  readonly onBug: (error: unknown) => void
}

/** Removes what unfinished uploads left behind that is older than so many ms. */
export const sweep = (incidents: Incidents, age: number) => Promise.all(incidents.all().flatMap(one => [one.photos.sweep(age), one.template.sweep(age), one.attached.sweep(age)]))

/** What a running server does again and again. */
export function upkeep(incidents: Incidents, { accounts, end, writes, open, watches, rest, onBug }: Options) {
  // A page that is open is heard from, also while nobody touches it.
  const noteContacts = () => spare(onBug, () => {
    open().forEach(accounts.contacts.note)
    if (writes()) accounts.contacts.write()
  })
  const timers = [
    setInterval(() => void sweep(incidents, hour).catch(onBug), hour),
    setInterval(noteContacts, minute),
    setInterval(() => spare(onBug, () => restUnseen(incidents.all(), { watches, writes: writes(), after: rest.after })), rest.every),
    setInterval(() => void (writes() && end.look().catch(onBug)), minute),
  ]
  for (const one of timers) one.unref()
  return {
    noteContacts,
    stop(): void {
      timers.forEach(clearInterval)
      noteContacts()
    },
  }
}

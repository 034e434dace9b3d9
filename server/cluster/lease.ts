import type { Sql } from 'postgres'
import { setTimeout } from 'node:timers/promises'

interface Options {
  /** How the others reach this server. */
  readonly address: string
  /** How long a lease lasts unless it is renewed (ms). */
  readonly lasts?: number
  /** Called once another server has taken a lease that was ours. */
  readonly onLost: () => void
  readonly onBug: (error: unknown) => void
}

/** A beginning takes longer than a lease lasts: rows are read, tables are made (ms). */
const beginning = 60_000

/**
 * Which server writes: a lease in PostgreSQL, by PostgreSQL's clock. It is renewed four times while it lasts; a lease that was not is taken by
 * another server, with the next term. Without PostgreSQL nobody can take it, and its holder goes on once it is back.
 */
export function openLease(sql: Sql, { address, lasts = 2000, onLost, onBug }: Options) {
  let term: number | null = null
  let holder: string | null = null
  let writing = false
  /** When the lease was last known to be ours, by a clock that nobody moves. */
  let knownAt = -Infinity
  let taking: Promise<void> | null = null
  let length = lasts
  let onTaken = async () => {}
  let looking: Promise<void> = Promise.resolve()
  const idle = Promise.resolve()
  let running: Promise<void> = idle
  const waking = new AbortController()
  const until = () => sql`clock_timestamp() + ${length}::int * interval '1 millisecond'`

  async function renew(): Promise<boolean> {
    const asked = performance.now()
    const kept = await sql`update lease set until = ${until()} where name = 'writer' and term = ${term} returning 1`
    if (kept.length) {
      knownAt = asked
      return true
    }
    term = null
    waking.abort()
    onLost()
    return false
  }

  async function take(): Promise<boolean> {
    const asked = performance.now()
    const [taken] = await sql<{ term: number }[]>`
      insert into lease (name, term, address, until) values ('writer', 1, ${address}, ${until()})
      on conflict (name) do update set term = lease.term + 1, address = excluded.address, until = excluded.until where lease.until <= clock_timestamp()
      returning term`
    if (!taken) return false
    term = taken.term
    holder = address
    knownAt = asked
    return true
  }

  /** One round: keeps the lease, or takes it if nobody has it. */
  async function round(): Promise<void> {
    if (term !== null) return void await renew()
    const [now] = await sql<{ address: string, held: boolean }[]>`select address, until > clock_timestamp() as held from lease where name = 'writer'`
    holder = now?.held ? now.address : null
    if (holder === null) await take()
  }

  /** Becomes the writer. The lease is renewed meanwhile, for this may take longer than it lasts. */
  const become = (): Promise<void> => taking ??= onTaken().then(() => void (writing = true)).finally(() => taking = null)

  const look = () => looking = looking.catch(() => {}).then(round)

  async function loop(): Promise<void> {
    while (!waking.signal.aborted) {
      // Without PostgreSQL nothing can be known. It is asked again soon.
      await look().catch(() => {})
      if (term !== null && !writing && length === lasts) void become().catch(onBug)
      // The one that waits looks more often, so that a free lease is taken at once.
      await setTimeout(lasts / (term === null ? 10 : 4), undefined, { signal: waking.signal }).catch(() => {})
    }
  }

  return {
    /** The term in which this server may write; null if it is not the writer. */
    term: (): number | null => term,
    /** False if another server may have taken the lease meanwhile, or PostgreSQL is away. */
    sure: (): boolean => performance.now() - knownAt < length,
    /** The address of the writer; null while there is none. */
    holder: (): string | null => holder,

    /** Takes the lease to begin a deployment, for as long as that takes. False if another server has it. */
    async begin(): Promise<boolean> {
      length = beginning
      const taken = await take()
      if (taken) running = loop()
      else length = lasts
      return taken
    },

    /** Looks once, and from then on by itself. `taken` becomes the writer; if it fails, it is tried again as long as the lease is ours. */
    async run(taken: () => Promise<void>): Promise<void> {
      onTaken = taken
      length = lasts
      await look()
      if (running === idle) running = loop()
      if (term !== null) await become()
    },

    /** Gives the lease up, so that another server takes it at once. */
    async stop(): Promise<void> {
      waking.abort()
      await running
      if (term !== null) await sql`update lease set until = clock_timestamp() where name = 'writer' and term = ${term}`.catch(() => {})
      term = null
    },
  }
}

export type Lease = ReturnType<typeof openLease>

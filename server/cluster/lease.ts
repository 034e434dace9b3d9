import type { Sql } from 'postgres'
import { setTimeout } from 'node:timers/promises'
import { away } from '../core/no-room.ts'

interface Options {
  /** How the others reach this server. */
  readonly address: string
  /** How long a lease lasts unless it is renewed (ms). */
  readonly lasts?: number
  /** How long a writer whose connection has ended may be silent before another takes over (ms): less than the lease, and more than two renewals. */
  readonly silent?: number
  /** Called once another server has taken a lease that was ours. */
  readonly onLost: () => void
  readonly onBug: (error: unknown) => void
}

/** How long the command of an operator may need the lease (ms). */
const aMoment = 10_000

/** Takes the lease from whoever has it, for what an operator does without a server: the writer ends, and once it is given back another takes over. */
export async function seizeLease(sql: Sql): Promise<{ readonly term: number, readonly giveBack: () => Promise<void> }> {
  const [taken] = await sql<{ term: number }[]>`update lease set term = term + 1, address = '', until = clock_timestamp() + ${aMoment}::int * interval '1 millisecond' where name = 'writer' returning term`
  const term = taken?.term ?? 0
  return { term, giveBack: async () => void await sql`update lease set until = clock_timestamp() where name = 'writer' and term = ${term}` }
}

/** Any number: the same in every server. With the term it makes a lock that the writer's connection holds: it is free once the process is gone. */
const writes = 5_060_003

/** How the former writer was lost: it gave the lease up or did not renew it, or its process or connection ended before. */
export type Loss = 'lapsed' | 'gone'

/** A beginning takes longer than a lease lasts: rows are read, tables are made (ms). */
const beginning = 60_000
/** After how many ms it is tried again to become the writer. */
const retry = 1000

/**
 * Which server writes: a lease in PostgreSQL, by PostgreSQL's clock. It is renewed five times while it lasts; a lease that was not is taken by
 * another server, with the next term, and sooner if the writer's connection has ended and it is silent. Taking it early does no harm, since the term fences the former writer off. Without PostgreSQL nobody can take it, and its holder goes on once it is back.
 */
export function openLease(sql: Sql, { address, lasts = 2000, silent = 1000, onLost, onBug }: Options) {
  let term: number | null = null
  let holder: string | null = null
  let writing = false
  /** When the lease was last known to be ours, by a clock that nobody moves. */
  let knownAt = -Infinity
  let heardAt = performance.now()
  let taking: Promise<void> | null = null
  let length = lasts
  let onTaken: (lost: Loss) => Promise<void> = async () => {}
  let lost: Loss = 'lapsed'
  let looking: Promise<void> = Promise.resolve()
  const idle = Promise.resolve()
  let running: Promise<void> = idle
  const waking = new AbortController()
  const until = () => sql`clock_timestamp() + ${length}::int * interval '1 millisecond'`

  async function renew(): Promise<boolean> {
    const asked = performance.now()
    const kept = await sql`update lease set until = ${until()} where name = 'writer' and term = ${term} returning pg_try_advisory_lock(${writes}, term::int)`
    if (kept.length) {
      knownAt = asked
      return true
    }
    term = null
    waking.abort()
    onLost()
    return false
  }

  /** Takes a lease that has ended; or one of the term `gone`, whose writer is silent, up to `early` ms before it ends. */
  async function take(gone: number | null = null, early = 0): Promise<boolean> {
    const asked = performance.now()
    const [taken] = await sql<{ term: number }[]>`
      insert into lease (name, term, address, until) values ('writer', 1, ${address}, ${until()})
      on conflict (name) do update set term = lease.term + 1, address = excluded.address, until = excluded.until
        where lease.until <= clock_timestamp() or (lease.term = ${gone}::int and lease.until <= clock_timestamp() + ${early}::int * interval '1 millisecond')
      returning term, pg_try_advisory_lock(${writes}, term::int)`
    if (!taken) return false
    term = taken.term
    holder = address
    knownAt = asked
    lost = gone === null ? 'lapsed' : 'gone'
    return true
  }

  /** One round: keeps the lease, or takes it if nobody has it. Answers after how many ms to look again. */
  async function round(): Promise<number> {
    if (term !== null) {
      await renew()
      return lasts / 5
    }
    const [now] = await sql<{ term: number, address: string, left: number, gone: boolean }[]>`
      select term, address, (extract(epoch from until - clock_timestamp()) * 1000)::float8 as left, pg_try_advisory_xact_lock_shared(${writes}, term::int) as gone from lease where name = 'writer'`
    // The command of an operator has the lease without an address: nobody can be asked meanwhile.
    holder = (now && now.left > 0 && now.address) || null
    if (!now || now.left <= 0) await take()
    // One that begins the deployment may have a lease that is far longer than ours.
    else if (now.gone && now.left <= lasts - silent) await take(now.term, Math.ceil(lasts - silent))
    return Math.min(lasts / 10, Math.max(10, now?.left ?? 0))
  }

  /** Becomes the writer. The lease is renewed meanwhile, for this may take longer than it lasts. */
  const become = (): Promise<void> => taking ??= onTaken(lost).then(() => void (writing = true)).finally(() => taking = null)

  let failedAt = -Infinity
  let next = lasts / 10
  const look = () => looking = looking.catch(() => {}).then(async () => {
    next = await round()
    heardAt = performance.now()
  })

  function failed(error: unknown): void {
    failedAt = performance.now()
    if (!away(error)) onBug(error)
  }

  async function loop(): Promise<void> {
    while (!waking.signal.aborted) {
      // Without PostgreSQL nothing can be known. It is asked again soon.
      await look().catch(() => {})
      if (term !== null && !writing && length === lasts && performance.now() - failedAt > retry) void become().catch(failed)
      // One that waits looks more often, so that a free lease is taken at once.
      await setTimeout(next, undefined, { signal: waking.signal }).catch(() => {})
    }
  }

  return {
    /** The term in which this server may write; null if it is not the writer. */
    term: (): number | null => term,
    /** False if another server may have taken the lease meanwhile, or PostgreSQL is away. */
    sure: (): boolean => performance.now() - knownAt < length - (lasts - silent),
    /** How long ago PostgreSQL was asked last with an answer (ms). */
    unheard: (): number => performance.now() - heardAt,
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
    async run(taken: (lost: Loss) => Promise<void>): Promise<void> {
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

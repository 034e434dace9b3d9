import type { Sql } from 'postgres'
import type { Term } from '../postgres/fence.ts'
import type { Held } from './spread.ts'
import { setTimeout } from 'node:timers/promises'
import { away } from '../core/no-room.ts'
import { fence, NotTheWriter, termNow } from '../postgres/fence.ts'
import { spread } from './spread.ts'

/** Any number: the same in every server. With a hash of the address it makes a lock that the server's connection holds: it is free once the process is gone. */
const runs = 5_060_004

/** How often a server says that it runs and looks who decides which board, how long that counts, and after how long without it a server whose connection has ended is gone (ms). */
const [every, lasts, silent] = [250, 2000, 1000] as const
/** For how long (ms) after it looked a server is sure that a board is still its own, and how long the next one waits if both run. */
const [surely, apart] = [1000, 1250] as const

interface Options {
  readonly address: string
  /** The term in which this server is the writer, who assigns the boards. */
  readonly writer: Term
  /** The boards that are open here, and whether those are all that it should have: only then it is given boards. */
  readonly open: () => { readonly boards: readonly string[], readonly whole: boolean }
  /** Brings a board here up to date, before this server decides its commands. */
  readonly take: (board: string) => Promise<void>
  readonly onBug: (error: unknown) => void
  /** The clock of the process (ms). */
  readonly clock?: () => number
}

interface Row { readonly term: number, readonly address: string, readonly begun: boolean }

/**
 * Which server decides the commands of which board. Each says several times a second that it runs; the writer gives boards of one that does not to
 * others, and spreads them evenly. A board that goes from one that runs to another rests for a moment, until the former one surely knows.
 */
export function boardWriters(sql: Sql, { address, writer, open, take, onBug, clock = () => performance.now() }: Options) {
  let rows: ReadonlyMap<string, Row> = new Map()
  /** In which term a board here is up to date. */
  const ready = new Map<string, number>()
  let knownAt = -Infinity
  /** Until when (by the clock of the process) this server, which was cut off itself, does not judge who runs. */
  let blindUntil = 0
  const end = new AbortController()

  const mine = (board: string) => {
    const row = rows.get(board)
    return row?.address === address && row.begun ? row.term : null
  }
  const held = (board: string) => mine(board) !== null && ready.get(board) === mine(board)

  async function read(): Promise<void> {
    const asked = clock()
    const { whole } = open()
    const found = await sql<(Row & { board: string })[]>`
      with here as (
        insert into running_server (address, whole, until) values (${address}, ${whole}, clock_timestamp() + ${lasts}::int * interval '1 millisecond')
        on conflict (address) do update set whole = excluded.whole, until = excluded.until),
      lock as (select pg_try_advisory_lock(${runs}, hashtext(${address})))
      select board, term, address, since <= clock_timestamp() as begun from lock left join board_writer on true`
    if (knownAt > 0 && asked - knownAt > lasts) blindUntil = asked + silent
    rows = new Map(found.filter(({ board }) => board !== null).map(({ board, ...row }) => [board, row]))
    knownAt = asked
  }

  /** Those that run: this one, and those that said so lately and whose process is not gone. */
  const running = async (): Promise<readonly { readonly address: string, readonly whole: boolean }[]> => sql`
    select address, whole from running_server where address = ${address} or until > clock_timestamp()
      and (until > clock_timestamp() + ${lasts - silent}::int * interval '1 millisecond' or not pg_try_advisory_xact_lock_shared(${runs}, hashtext(address)))`

  /** Gives boards to servers, in the writer's term. */
  async function assign(moves: readonly (Held & { readonly wait: number })[]): Promise<void> {
    const [done] = await sql`
      with fence as (${fence(sql, termNow(writer))}),
      gone as (delete from running_server using fence where until < clock_timestamp() - interval '1 day'),
      given as (
        insert into board_writer (board, term, address, since)
        select row.board, 1, row.address, clock_timestamp() + row.wait * interval '1 millisecond' from json_to_recordset(${JSON.stringify(moves)}::text::json) as row(board text, address text, wait int), fence
        on conflict (board) do update set term = board_writer.term + 1, address = excluded.address, since = excluded.since)
      select 1 from fence`
    if (!done) throw new NotTheWriter()
  }

  async function judge(): Promise<void> {
    if (writer() === null || clock() < blindUntil) return
    const run = await running()
    const able = run.filter(({ whole }) => whole).map(one => one.address)
    const of = (board: string) => rows.get(board)?.address ?? ''
    const moves = spread(open().boards.map(board => ({ board, address: of(board) })), able.length ? able : [address], address)
    if (!moves.length) return
    await assign(moves.map(move => ({ ...move, wait: run.some(one => one.address === of(move.board)) ? apart : 0 })))
    await read()
  }

  const failed = (error: unknown) => void (away(error) || onBug(error))

  /** Brings the boards up to date that are this server's since now. */
  async function takeMine(): Promise<void> {
    for (const board of open().boards) {
      const term = mine(board)
      if (term === null || ready.get(board) === term) continue
      await take(board).then(() => ready.set(board, term), failed)
    }
  }

  let looking: Promise<void> = Promise.resolve()
  const look = () => looking = looking.catch(() => {}).then(async () => {
    await read()
    await judge()
    await takeMine()
  })

  async function loop(): Promise<void> {
    while (!end.signal.aborted) {
      await look().catch(failed)
      await setTimeout(every, undefined, { signal: end.signal }).catch(() => {})
    }
  }
  let going: Promise<void> = looking

  return {
    /** The term in which this server decides the commands of this board; null if another does, or nobody yet. */
    term: (board: string) => (): number | null => held(board) ? mine(board) : null,
    holds: held,
    /** False if another server may decide this board's commands by now. */
    sure: (board: string): boolean => held(board) && clock() - knownAt < surely,
    /** Who decides the commands of this board; null if nobody is known to. */
    holder: (board: string): string | null => rows.get(board)?.address ?? null,

    /** All of them. */
    holders: (): string[] => [...rows.values()].map(row => row.address),

    /** Takes a board at once that nobody else has: it is new. */
    async claim(board: string): Promise<void> {
      await assign([{ board, address, wait: 0 }])
      await read()
      const term = mine(board)
      if (term !== null) ready.set(board, term)
    },

    /** Looks once, and from then on by itself. */
    async start(): Promise<void> {
      await look()
      going = loop()
    },
    /** Looks now. */
    look,

    /** Gives all boards back, so that others get them at once. */
    async stop(): Promise<void> {
      end.abort()
      await going
      await looking.catch(() => {})
      await sql`delete from running_server where address = ${address}`.catch(() => {})
    },
  }
}

export type BoardWriters = ReturnType<typeof boardWriters>

import type { CareReader } from '../../shared/care/rights.ts'
import type { Ask, HelpAct, HelpAnswer, HelpSecret, HelpTally, MaskedHelp, NewHelp, OpenHelp } from '../../shared/help/requests.ts'
import type { Parts } from './people.ts'
import type { HelpText } from './sealed-help.ts'
import { randomInt } from 'node:crypto'
import { and, count, desc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { maskedName, maskedPhone } from '../../shared/care/masks.ts'
import { careScope, mayCare } from '../../shared/care/rights.ts'
import { reject } from '../../shared/core/rejection.ts'
import { codeLength, codeLetters, helpKind, talliesOf } from '../../shared/help/requests.ts'
import { helpCode, helpRequest } from './help-schema.ts'
import { sealedHelp } from './sealed-help.ts'

type Row = typeof helpRequest.$inferSelect

const pageSize = 50
/** More askings of one household are joined without their words. */
const mostAsks = 10
const openStates = ['waiting', 'taken'] as const
const newCode = () => Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('')

/** Help requests of people without an account. They are sealed like the register, and each reading is written down. Times are epoch ms by the incident's clock. */
export function careHelp({ vault, log, board, facts, clock }: Parts & { readonly clock: () => number }) {
  const table = () => vault.base().database
  const { read, seal, indexesOf, codeOf } = sealedHelp(vault)
  const spotOf = ({ township, grid }: Pick<Row, 'township' | 'grid'>) => ({ township, grid: grid ?? '' })
  const inOne = <T>(work: () => T): T => table().transaction(work, { behavior: 'immediate' })

  function write(row: Row, sealed: HelpText, set: Partial<Row> = {}): void {
    const next = { ...row, ...set, version: row.version + 1 }
    table().update(helpRequest).set({ ...next, sealed: seal(next, sealed) }).where(eq(helpRequest.id, row.id)).run()
  }

  /** A code of its own for each asking, so that nobody who joins a request can read an earlier code. Only its digest is stored; an asking that is sent again gets a new one. */
  function give(row: Pick<Row, 'id' | 'no'>, id: string): HelpSecret {
    const code = newCode()
    table().delete(helpCode).where(eq(helpCode.asked, id)).run()
    table().insert(helpCode).values({ digest: codeOf(row.no, code), request: row.id, asked: id }).run()
    return { no: row.no, code }
  }

  /** Rejects with `not_found` for a request that this reader may not see. */
  function mine(reader: CareReader, id: string): Row {
    const row = vault.exists() ? table().select().from(helpRequest).where(eq(helpRequest.id, id)).get() : undefined
    return row && mayCare(reader, spotOf(row)) ? row : reject('not_found')
  }

  const scoped = (reader: CareReader) => {
    const scope = careScope(reader) ?? reject('forbidden')
    return and(scope.township === undefined ? undefined : eq(helpRequest.township, scope.township), scope.grid === undefined ? undefined : eq(helpRequest.grid, scope.grid))
  }
  const masked = (row: Row): MaskedHelp => {
    const { asks, ride } = read(row)
    const { id, no, kind, township, grid, state, at, takenAt, takenBy, endedAt, joined } = row
    return { id, no, kind, township, grid, state, at, takenAt, takenBy, endedAt, joined, rides: ride !== null, name: asks[0]?.name ? maskedName(asks[0].name) : '', phone: maskedPhone(asks[0]?.phone ?? '') }
  }

  return {
    /**
     * Takes a request, or joins it to one of the same household for the same that is not settled. Answers its number and a status code. Rejects with
     * `invalid` for a kind, township or grid that does not exist, and with `help_full` when as many wait as the county allows.
     */
    ask({ id, kind, township, grid, ...asked }: NewHelp): HelpSecret {
      const place = grid === null ? null : board.get('grid', grid) ?? reject('invalid', 'grid')
      if (!helpKind(facts, kind)) reject('invalid', 'kind')
      if (!facts.townships.has(township) || (place && (place.retired || place.township !== township))) reject('invalid', 'township')
      const { phoneIndex, whereIndex } = indexesOf(township, asked, vault.made())
      const ask: Ask = { ...asked, at: clock() }
      return inOne(() => {
        const known = table().select().from(helpCode).innerJoin(helpRequest, eq(helpCode.request, helpRequest.id)).where(eq(helpCode.asked, id)).get()
        if (known) return give(known.help_request, id)
        const same = table().select().from(helpRequest).where(and(eq(helpRequest.kind, kind), eq(helpRequest.township, township), inArray(helpRequest.state, [...openStates]), or(eq(helpRequest.phoneIndex, phoneIndex), eq(helpRequest.whereIndex, whereIndex)))).get()
        if (same) {
          const sealed = read(same)
          if (sealed.asks.length < mostAsks) write(same, { ...sealed, asks: [...sealed.asks, ask] }, { joined: same.joined + 1 })
          return give(same, id)
        }
        const waiting = table().select({ n: count() }).from(helpRequest).where(inArray(helpRequest.state, [...openStates])).get()?.n ?? 0
        // An urgent call is taken when others no longer are.
        if (waiting >= facts.care.help.most * (helpKind(facts, kind)?.urgent ? 2 : 1)) reject('help_full')
        const no = 1 + (table().select({ most: sql<number | null>`max(${helpRequest.no})` }).from(helpRequest).get()?.most ?? 0)
        const row = { id, no, version: 1, kind, township, grid, state: 'waiting' as const, at: ask.at, phoneIndex, whereIndex, joined: 0 }
        table().insert(helpRequest).values({ ...row, sealed: seal(row, { asks: [ask], words: '', ride: null }) }).run()
        return give(row, id)
      })
    },

    /** What became of the request with this number and code. Rejects with `not_found` for a wrong pair. */
    status({ no, code }: HelpSecret): HelpAnswer {
      const found = vault.exists() && vault.keys() ? table().select().from(helpCode).innerJoin(helpRequest, eq(helpCode.request, helpRequest.id)).where(eq(helpCode.digest, codeOf(no, code))).get() : undefined
      const row = found?.help_request ?? reject('not_found')
      const { words, ride } = read(row)
      const { kind, state, at, takenAt, endedAt } = row
      const call = (row.grid && board.get('grid', row.grid)?.phone) || board.get('townshipCard', row.township)?.phone || ''
      return { no, kind, state, at, takenAt, endedAt, words, call, ride: ride && { hospital: ride.hospital, vehicle: ride.vehicle, stages: ride.stages } }
    },

    /** Requests with masked names: those not settled, the oldest urgent ones first, or the settled ones, newest first, before a number. */
    list(reader: CareReader, { settled = false, before }: { readonly settled?: boolean, readonly before?: number }): MaskedHelp[] {
      const where = scoped(reader)
      if (!vault.exists() || !vault.keys()) return []
      const rows = settled
        ? table().select().from(helpRequest).where(and(where, inArray(helpRequest.state, ['done', 'declined']), before === undefined ? undefined : lt(helpRequest.no, before))).orderBy(desc(helpRequest.no)).limit(pageSize).all()
        : table().select().from(helpRequest).where(and(where, inArray(helpRequest.state, [...openStates]))).limit(facts.care.help.most * 2).all()
      if (rows.length) log.note({ who: reader.id, act: 'list', people: rows.length })
      const urgent = ({ kind }: Row) => Number(helpKind(facts, kind)?.urgent ?? false)
      return (settled ? rows : rows.sort((a, b) => Number(a.state === 'taken') - Number(b.state === 'taken') || urgent(b) - urgent(a) || a.at - b.at)).map(masked)
    },

    /** Everything about one request; the reading is written down first. Rejects with `too_many_opened` beyond the county's limit. */
    open(reader: CareReader, id: string): OpenHelp {
      const row = mine(reader, id)
      log.limited(reader)
      log.note({ who: reader.id, act: 'open', person: id, reason: 'help' })
      const { name: _, phone: __, ...rest } = masked(row)
      return { ...rest, ...read(row) }
    },

    /** Takes, answers or settles a request, or notes its ride. Rejects with `illegal_step` if it is settled, or taken by somebody else. */
    act(reader: CareReader, id: string, one: HelpAct): void {
      inOne(() => {
        const row = mine(reader, id)
        const sealed = read(row)
        const now = clock()
        if (row.endedAt !== null || (one.act === 'take' && row.takenBy !== null && row.takenBy !== reader.id)) reject('illegal_step')
        log.note({ who: reader.id, act: 'done', person: id, reason: one.act })
        const taken = { state: 'taken' as const, takenAt: row.takenAt ?? now, takenBy: row.takenBy ?? reader.id }
        if (one.act === 'take') return write(row, sealed, taken)
        if (one.act === 'ride') {
          const { hospital, vehicle, phone } = one
          return write(row, { ...sealed, ride: { hospital, vehicle, phone, stages: sealed.ride?.stages ?? { called: now } } }, taken)
        }
        if (one.act === 'stage') {
          const ride = sealed.ride ?? reject('illegal_step')
          return write(row, { ...sealed, ride: { ...ride, stages: { ...ride.stages, [one.stage]: Math.min(one.at, now) } } })
        }
        write(row, { ...sealed, words: one.words }, { ...taken, state: one.act === 'done' ? 'done' : 'declined', endedAt: now })
      })
    },

    /** The figures that differ from those on the board. A grid with no request any more counts none. */
    changed(now: number): HelpTally[] {
      if (!vault.exists()) return []
      const rows = table().select({ township: helpRequest.township, grid: helpRequest.grid, kind: helpRequest.kind, at: helpRequest.at, state: helpRequest.state }).from(helpRequest).where(inArray(helpRequest.state, [...openStates])).all()
      const tallies = new Map(talliesOf(facts, rows, now).map(one => [one.grid ?? one.township, one]))
      for (const { id, township, grid } of board.all('helpCount')) {
        if (!tallies.has(id)) tallies.set(id, { township, grid, open: 0, waiting: 0, urgent: 0, newAt: null, urgentAt: null, risenAt: null, farAt: null })
      }
      const differs = ({ township: _, grid: __, ...figures }: HelpTally, known: object | undefined) => Object.entries(figures).some(([name, value]) => (known as Record<string, unknown> | undefined)?.[name] !== value)
      return [...tallies].filter(([id, tally]) => (tally.grid === null || board.get('grid', tally.grid)) && differs(tally, board.get('helpCount', id))).map(([, tally]) => tally)
    },
  }
}

export type CareHelp = ReturnType<typeof careHelp>

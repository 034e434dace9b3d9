import type { CareAbout, CareChange, CareWhy, MaskedPerson, NewCarePerson, OpenPerson } from '../../shared/care/people.ts'
import type { CareReader, CareSpot } from '../../shared/care/rights.ts'
import type { Reader } from '../../shared/core/board.ts'
import type { Facts } from '../../shared/core/county.ts'
import type { CareLog } from './log.ts'
import type { Vault } from './vault.ts'
import { and, asc, desc, eq, gt, isNotNull, or } from 'drizzle-orm'
import { maskedName, maskedNumber, maskedPhone } from '../../shared/care/masks.ts'
import { knownGroups } from '../../shared/care/people.ts'
import { careScope, mayCare, mayDeleteCare } from '../../shared/care/rights.ts'
import { reject } from '../../shared/core/rejection.ts'
import { callClock } from './call-clock.ts'
import { careDone, careNeed, carePerson } from './schema.ts'
import { sealedPerson } from './sealed-person.ts'

type Row = typeof carePerson.$inferSelect
interface Filter { readonly grid?: string, readonly group?: string, readonly after?: string }
export interface Parts { readonly vault: Vault, readonly log: CareLog, readonly board: Reader, readonly facts: Facts, readonly now: () => number, /** The time by the incident's clock, epoch ms. */ readonly clock: () => number, /** Takes the keys of the register that these marks name out of all backups; answers of how many. */ readonly forget: (marks: readonly string[]) => number }

export const pageSize = 50

/** The people of the register. Every reading and every act is written down first, in one transaction. Times are epoch ms. */
export function carePeople({ vault, log, board, facts, now, clock }: Parts) {
  const sealing = sealedPerson(vault)
  const table = () => vault.base().database

  /** Rejects with `not_found` for somebody out of this reader's sight, in the same way and time as for nobody, so that nobody learns who exists. */
  function mine(reader: CareReader, id: string, may = mayCare): Row {
    const row = careScope(reader) && vault.exists() ? table().select().from(carePerson).where(and(inScope(reader), eq(carePerson.id, id))).get() : undefined
    return row && may(reader, row) ? row : reject('not_found')
  }

  /** Rejects with `invalid` for a grid that the township does not have, and with `outside_area` for one of others. */
  function placed(reader: CareReader, spot: CareSpot): void {
    const grid = board.get('grid', spot.grid)
    if (!grid || grid.retired || grid.township !== spot.township) reject('invalid', 'grid')
    if (!mayCare(reader, spot)) reject('outside_area')
  }

  const inScope = (reader: CareReader) => {
    const scope = careScope(reader) ?? reject('forbidden')
    return and(scope.township === undefined ? undefined : eq(carePerson.township, scope.township), scope.grid === undefined ? undefined : eq(carePerson.grid, scope.grid))
  }

  /** The needs of a person that have not ended, the most urgent first, by the clock of the zones. */
  const needsOf = (row: Row, calls: ReturnType<typeof callClock>) =>
    table().select().from(careNeed).where(and(eq(careNeed.person, row.id), isNotNull(careNeed.dueAt))).all().map(need => ({ ...need, ...calls.due(need, row) })).sort((a, b) => a.dueAt - b.dueAt)

  function masked(row: Row, calls: ReturnType<typeof callClock>): MaskedPerson {
    const { name, phone, number } = sealing.read(row)
    const [next] = needsOf(row, calls)
    const { id, version, township, grid, groups, reachedAt } = row
    return { id, version, township, grid, groups, reachedAt, name: maskedName(name), phone: maskedPhone(phone), number: maskedNumber(number), next: next ? { kind: next.kind, dueAt: next.dueAt } : null }
  }

  function whole(row: Row): OpenPerson {
    const keys = vault.keys() ?? reject('vault_closed')
    const needs = needsOf(row, callClock({ board, facts, clock }))
    const acts = table().select().from(careDone).where(eq(careDone.person, row.id)).orderBy(desc(careDone.at)).limit(20).all()
    const { id, version, township, grid, groups, reachedAt } = row
    return {
      ...sealing.read(row),
      ...{ id, version, township, grid, groups, reachedAt },
      needs: needs.map(one => ({ id: one.id, kind: one.kind, dueAt: one.dueAt, rule: one.rule, triedAt: one.triedAt, text: one.sealed ? keys.open(one.sealed, sealing.needOwner(one.id)) : '' })),
      acts: acts.map(({ kind, at, by, how }) => ({ kind, at, by, how })),
    }
  }

  /** Writes the new state of a person. */
  function write(row: Row, about: CareAbout, spot: CareSpot & { readonly groups: readonly string[] }): void {
    const version = row.version + 1
    table().update(carePerson).set({ township: spot.township, grid: spot.grid, groups: [...spot.groups], version, changedAt: now(), ...sealing.write(row.id, version, about) }).where(eq(carePerson.id, row.id)).run()
  }

  const inOne = <T>(work: () => T): T => table().transaction(work, { behavior: 'immediate' })

  return {
    mine,
    /** Everybody in this reader's part of the register. */
    inScope: (reader: CareReader): Row[] => table().select().from(carePerson).where(inScope(reader)).orderBy(asc(carePerson.id)).all(),
    placed,
    whole,
    write,

    /** One page of the register, masked, by id. */
    list(reader: CareReader, { grid, group, after }: Filter) {
      const scope = inScope(reader)
      if (!vault.exists()) return { rows: [], next: null }
      const rows = table().select().from(carePerson).where(and(scope, grid === undefined ? undefined : eq(carePerson.grid, grid), after === undefined ? undefined : gt(carePerson.id, after))).orderBy(asc(carePerson.id)).all().filter(row => group === undefined || row.groups.includes(group))
      const page = rows.slice(0, pageSize)
      if (page.length) log.note({ who: reader.id, act: 'list', people: page.length })
      const calls = callClock({ board, facts, clock })
      return { rows: page.map(row => masked(row, calls)), next: rows.length > pageSize ? page.at(-1)?.id ?? null : null }
    },

    /** Who has exactly this phone or number, or a name with this in it; masked. Counts as opening, so that nobody can try number after number. */
    find(reader: CareReader, text: string): MaskedPerson[] {
      const scope = inScope(reader)
      if (!vault.exists() || !vault.keys()) return []
      log.limited(reader)
      const { phone, number } = sealing.indexesOf({ phone: text.replace(/[\s-]/g, ''), number: text.replace(/\s/g, '').toUpperCase() })
      const exact = table().select().from(carePerson).where(and(scope, or(phone ? eq(carePerson.phoneIndex, phone) : undefined, number ? eq(carePerson.numberIndex, number) : undefined))).all()
      const found = exact.length || /^[\d\s+()-]+$/.test(text) ? exact : table().select().from(carePerson).where(scope).all().filter(row => sealing.read(row).name.includes(text))
      log.note({ who: reader.id, act: 'find', people: Math.max(1, Math.min(found.length, pageSize)) })
      const calls = callClock({ board, facts, clock })
      return found.slice(0, pageSize).map(row => masked(row, calls))
    },

    /** Everything about one person, for the reason given. */
    open(reader: CareReader, id: string, { reason, words }: CareWhy): OpenPerson {
      if (!facts.care.reasons.some(one => one.id === reason)) reject('invalid', 'reason')
      const row = mine(reader, id)
      log.limited(reader)
      log.note({ who: reader.id, act: 'open', person: id, reason, words })
      return whole(row)
    },

    /** Adds people. One who is there already, in sight of this reader, is passed over; so the same list twice adds nothing. */
    add(reader: CareReader, people: readonly NewCarePerson[], act: 'add' | 'import'): { readonly added: string[], readonly known: number } {
      for (const { township, grid, groups } of people) {
        placed(reader, { township, grid })
        knownGroups(facts, groups)
      }
      vault.made()
      return inOne(() => {
        const added: string[] = []
        for (const { id, township, grid, groups, ...about } of people) {
          const sealed = sealing.write(id, 1, about)
          const same = table().select().from(carePerson).where(eq(carePerson.sameIndex, sealed.sameIndex)).all().some(row => mayCare(reader, row))
          if (same || table().select().from(carePerson).where(eq(carePerson.id, id)).get()) continue
          table().insert(carePerson).values({ id, township, grid, groups: [...groups], version: 1, createdAt: now(), changedAt: now(), ...sealed }).run()
          added.push(id)
        }
        log.note({ who: reader.id, act, people: added.length, ...people.length === 1 && added[0] && { person: added[0] } })
        return { added, known: people.length - added.length }
      })
    },

    /** Changes a person. Rejects with `newer_version` if somebody else changed them since `version`. */
    change(reader: CareReader, id: string, version: number, { township, grid, groups, ...about }: CareChange): void {
      const row = mine(reader, id)
      if (row.version !== version) reject('newer_version')
      const spot = { township: township ?? row.township, grid: grid ?? row.grid, groups: groups ?? row.groups }
      if (township !== undefined || grid !== undefined) placed(reader, spot)
      knownGroups(facts, spot.groups)
      inOne(() => {
        write(row, { ...sealing.read(row), ...about }, spot)
        log.note({ who: reader.id, act: 'change', person: id })
      })
    },

    /** Makes one of two entries of the same person: what the kept one lacks comes from the other, which is deleted. Rejects with `newer_version`. */
    merge(reader: CareReader, keep: { readonly id: string, readonly version: number }, other: { readonly id: string, readonly version: number }): void {
      if (keep.id === other.id) reject('invalid', 'the same person')
      const [kept, gone] = [mine(reader, keep.id, mayDeleteCare), mine(reader, other.id, mayDeleteCare)]
      if (kept.version !== keep.version || gone.version !== other.version) reject('newer_version')
      const said = Object.entries(sealing.read(kept)).filter(([, value]) => value)
      inOne(() => {
        write(kept, { ...sealing.read(gone), ...Object.fromEntries(said) }, { ...kept, groups: [...new Set([...kept.groups, ...gone.groups])] })
        table().update(careNeed).set({ person: kept.id }).where(eq(careNeed.person, gone.id)).run()
        table().update(careDone).set({ person: kept.id }).where(eq(careDone.person, gone.id)).run()
        table().delete(carePerson).where(eq(carePerson.id, gone.id)).run()
        log.note({ who: reader.id, act: 'merge', person: kept.id, people: 2 })
      })
    },
  }
}

export type CarePeople = ReturnType<typeof carePeople>

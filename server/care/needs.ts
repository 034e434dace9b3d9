import type { CareDone, MaskedNeed, NewCareNeed } from '../../shared/care/people.ts'
import type { CareReader } from '../../shared/care/rights.ts'
import type { Code } from '../../shared/core/rejection.ts'
import type { CarePeople, Parts } from './people.ts'
import { and, asc, eq, isNotNull, isNull, lt, or } from 'drizzle-orm'
import { maskedName } from '../../shared/care/masks.ts'
import { nextDue } from '../../shared/care/needs.ts'
import { careScope, within } from '../../shared/care/rights.ts'
import { reject, Rejection } from '../../shared/core/rejection.ts'
import { callClock } from './call-clock.ts'
import { careDone, careNeed, carePerson } from './schema.ts'
import { sealedPerson } from './sealed-person.ts'

interface More extends Parts { readonly people: Pick<CarePeople, 'mine'> }

const mostNeeds = 500

/** What people need, and when. */
export function careNeeds({ vault, log, board, facts, people, clock }: More) {
  const sealing = sealedPerson(vault)
  const table = () => vault.base().database
  const inOne = <T>(work: () => T): T => table().transaction(work, { behavior: 'immediate' })

  /** Notes one act. The same id again changes nothing. */
  function noteOne(reader: CareReader, { id, need: of, at, how }: CareDone): void {
    if (table().select().from(careDone).where(eq(careDone.id, id)).get()) return
    const need = table().select().from(careNeed).where(eq(careNeed.id, of)).get() ?? reject('not_found')
    people.mine(reader, need.person)
    const when = Math.min(at, clock())
    if (when < clock() - facts.rules.duty.offline * 3_600_000) reject('over')
    table().insert(careDone).values({ id, need: of, person: need.person, kind: need.kind, at: when, by: reader.id, how }).run()
    log.note({ who: reader.id, act: 'done', person: need.person, reason: how })
    if (how === 'unreached') return void table().update(careNeed).set({ triedAt: when }).where(eq(careNeed.id, of)).run()
    const next = nextDue(facts, need.kind, when)
    // A tap that comes late, from a phone without network, must not call back what was met after it, nor a later contact below.
    if (need.dueAt !== null && (next === null || next > need.dueAt)) table().update(careNeed).set({ dueAt: next, triedAt: null }).where(eq(careNeed.id, of)).run()
    table().update(carePerson).set({ reachedAt: when }).where(and(eq(carePerson.id, need.person), or(isNull(carePerson.reachedAt), lt(carePerson.reachedAt, when)))).run()
  }

  return {
    /** The needs that are due before a moment, the most urgent first, with masked names. */
    due(reader: CareReader, before: number): MaskedNeed[] {
      const scope = careScope(reader) ?? reject('forbidden')
      if (!vault.exists() || !vault.keys()) return []
      const calls = callClock({ board, facts, clock })
      const due = calls.column()
      const rows = table().select().from(careNeed).innerJoin(carePerson, eq(careNeed.person, carePerson.id)).where(and(isNotNull(careNeed.dueAt), lt(due, before), scope.township === undefined ? undefined : eq(carePerson.township, scope.township), scope.grid === undefined ? undefined : eq(carePerson.grid, scope.grid))).orderBy(asc(due)).limit(mostNeeds).all().filter(row => within(scope, row.care_person))
      if (rows.length) log.note({ who: reader.id, act: 'list', people: rows.length })
      return rows.map(({ care_need: { id, person, kind, dueAt, triedAt }, care_person: row }) => ({ id, person, kind, ...calls.due({ kind, dueAt }, row), triedAt, township: row.township, grid: row.grid, name: maskedName(sealing.read(row).name) }))
    },

    /** Adds a need, or changes when it is due and what is needed. Rejects with `invalid` for a kind that the county does not list. */
    set(reader: CareReader, person: string, { id, kind, dueAt, text }: NewCareNeed): void {
      people.mine(reader, person)
      if (!facts.care.needs.some(one => one.id === kind)) reject('invalid', 'kind')
      const sealed = text ? vault.made().seal(text, sealing.needOwner(id)) : null
      inOne(() => {
        const before = table().select().from(careNeed).where(eq(careNeed.id, id)).get()
        if (before && before.person !== person) reject('exists')
        if (before) table().update(careNeed).set({ kind, dueAt, sealed, triedAt: null }).where(eq(careNeed.id, id)).run()
        else table().insert(careNeed).values({ id, person, kind, dueAt, sealed }).run()
        log.note({ who: reader.id, act: 'change', person, reason: kind })
      })
    },

    /** Ends a need. */
    end(reader: CareReader, person: string, id: string): void {
      people.mine(reader, person)
      inOne(() => {
        table().delete(careNeed).where(and(eq(careNeed.id, id), eq(careNeed.person, person))).run()
        log.note({ who: reader.id, act: 'change', person, reason: 'end' })
      })
    },

    /** Notes acts from a device. Each is answered by itself, so one refusal does not hold the others back. */
    done(reader: CareReader, acts: readonly CareDone[]): { readonly id: string, readonly code: Code | null }[] {
      if (!careScope(reader)) reject('forbidden')
      return acts.map((act) => {
        try {
          if (!vault.exists()) reject('not_found')
          inOne(() => noteOne(reader, act))
          return { id: act.id, code: null }
        } catch (error) {
          if (!(error instanceof Rejection)) throw error
          return { id: act.id, code: error.code }
        }
      })
    },
  }
}

export type CareNeeds = ReturnType<typeof careNeeds>

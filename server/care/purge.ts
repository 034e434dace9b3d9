import type { CareReader } from '../../shared/care/rights.ts'
import type { Parts } from './people.ts'
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { endMark, endOf, plannedFor } from '../../shared/care/purge.ts'
import { mayAuditCare, mayLeadCare } from '../../shared/care/rights.ts'
import { reject } from '../../shared/core/rejection.ts'
import { helpCode, helpRequest } from './help-schema.ts'
import { reseal } from './reseal.ts'
import { careAccess, careDone, careKey, careNeed, carePerson, carePlan } from './schema.ts'

const day = 24 * 3_600_000
type Plan = typeof carePlan.$inferSelect

/** The planned destruction of the register: everything after the incident, or the people of a grid after its zone is lifted. */
export function carePurge({ vault, log, board, facts, clock, forget }: Parts) {
  const table = () => vault.base().database
  const inOne = <T>(work: () => T): T => table().transaction(work, { behavior: 'immediate' })
  const all = (): Plan[] => vault.exists() ? table().select().from(carePlan).all() : []

  function plan(id: string, grid: string | null, cause: Plan['cause'], dueAt: number, who: string): void {
    inOne(() => {
      table().insert(carePlan).values({ id, grid, cause, plannedAt: clock(), dueAt }).run()
      log.note({ who, act: 'plan', reason: cause })
    })
  }

  /** What is left of a person besides the log of readings: nothing. The reasons in words about them go too. */
  function erase(ids: readonly string[]): void {
    for (let from = 0; from < ids.length; from += 500) {
      const some = ids.slice(from, from + 500)
      table().delete(careNeed).where(inArray(careNeed.person, some)).run()
      table().delete(careDone).where(inArray(careDone.person, some)).run()
      table().update(careAccess).set({ sealed: null }).where(inArray(careAccess.person, some)).run()
      table().delete(carePerson).where(inArray(carePerson.id, some)).run()
    }
  }

  /** Removes the help requests of a grid that are settled, or all. Answers how many. */
  function eraseHelp(grid: string | null): number {
    const gone = table().delete(helpRequest).where(grid === null ? undefined : and(eq(helpRequest.grid, grid), isNotNull(helpRequest.endedAt))).returning({ id: helpRequest.id }).all()
    for (const { id } of gone) table().delete(helpCode).where(eq(helpCode.request, id)).run()
    return gone.length
  }

  /** Destroys what the plan says. If it is interrupted, the next round does it again. */
  function destroy({ id, grid }: Plan): void {
    const people = table().select().from(carePerson).where(grid === null ? undefined : eq(carePerson.grid, grid)).all()
    const of = people.map(one => one.id)
    const has = new Set(of)
    const figures = {
      people: people.length,
      needs: table().select({ person: careNeed.person }).from(careNeed).all().filter(({ person }) => has.has(person)).length,
      acts: table().select({ person: careDone.person }).from(careDone).all().filter(({ person }) => has.has(person)).length,
      readings: table().select({ id: careAccess.id }).from(careAccess).where(isNotNull(careAccess.id)).all().length,
    }
    // The keys go first: from then on nothing can be read, even if the rest is interrupted. Those in backups are found by the one here.
    const marks = vault.marks()
    const backups = grid === null ? forget(marks) : 0
    if (grid === null) vault.shred()
    const requests = inOne(() => {
      erase(of)
      if (grid === null) {
        table().update(careAccess).set({ sealed: null }).run()
        table().delete(careKey).run()
      }
      const gone = eraseHelp(grid)
      table().update(carePlan).set({ doneAt: clock(), figures: { ...figures, requests: gone, backups } }).where(eq(carePlan.id, id)).run()
      log.note({ who: 'system', act: 'destroy', people: of.length, reason: grid === null ? 'incident' : 'zone' })
      return gone
    })
    if (grid !== null) {
      reseal(vault)
      table().update(carePlan).set({ figures: { ...figures, requests, backups: forget(marks) } }).where(eq(carePlan.id, id)).run()
    }
    vault.compact()
  }

  function held(reader: CareReader, id: string): Plan {
    if (!mayLeadCare(reader)) reject('forbidden')
    const one = all().find(plan => plan.id === id) ?? reject('not_found')
    return one.doneAt === null ? one : reject('over')
  }

  return {
    erase,

    /** All plans, with the figures of those that were carried out. */
    list: (reader: CareReader): Plan[] => mayAuditCare(reader) ? all() : reject('forbidden'),

    /** Headquarters ends the work with the register: everything is destroyed after the days that the county sets. Once only. */
    end(reader: CareReader): void {
      if (!mayLeadCare(reader)) reject('forbidden')
      if (!vault.exists() || all().some(one => one.grid === null && one.doneAt === null)) reject('exists')
      plan(`incident-${clock()}`, null, 'incident', clock() + facts.care.keepDays * day, reader.id)
    },

    /** Holds a plan back with a reason, or lets it go on with null. */
    hold(reader: CareReader, id: string, why: string | null): void {
      held(reader, id)
      if (why === '') reject('needs_reason')
      inOne(() => {
        table().update(carePlan).set({ heldBy: why === null ? null : reader.id, heldWhy: why }).where(eq(carePlan.id, id)).run()
        log.note({ who: reader.id, act: why === null ? 'release' : 'hold', reason: id })
      })
    },

    /** Plans what lifted zones and the end of the incident ask for, withdraws what a new zone or a return to work has overtaken, and carries out what is due and not held. */
    look(): void {
      if (!vault.exists()) return
      const filled = new Set([...table().selectDistinct({ grid: carePerson.grid }).from(carePerson).all(), ...table().selectDistinct({ grid: helpRequest.grid }).from(helpRequest).all()].map(row => row.grid))
      const wanted = plannedFor(board, clock()).filter(({ grid }) => filled.has(grid))
      for (const { id, grid, since } of wanted) {
        if (!all().some(one => one.id === id)) plan(id, grid, 'zone', since + facts.care.keepDays * day, 'system')
      }
      const end = endOf(board)
      if (end && filled.size && !all().some(one => one.id === end.id || (one.grid === null && one.doneAt === null))) plan(end.id, null, 'incident', end.due, end.by)
      const ids = new Set([...wanted.map(one => one.id), end?.id])
      for (const one of table().select().from(carePlan).where(isNull(carePlan.doneAt)).all()) {
        if ((one.cause === 'zone' || one.id.startsWith(endMark)) && !ids.has(one.id)) table().delete(carePlan).where(eq(carePlan.id, one.id)).run()
        else if (one.heldBy === null && one.dueAt <= clock()) destroy(one)
      }
    },
  }
}

export type CarePurge = ReturnType<typeof carePurge>

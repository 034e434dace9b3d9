import type { CareTally } from '../../shared/care/tally.ts'
import type { Parts } from './people.ts'
import { eq, isNotNull } from 'drizzle-orm'
import { risen } from '../../shared/care/needs.ts'
import { joinedId } from '../../shared/core/joined-id.ts'
import { callClock } from './call-clock.ts'
import { careNeed, carePerson } from './schema.ts'

const order = ['none', 'late', 'township', 'headquarters'] as const

/** How many people each grid looks after, by group, and how many needs are late, at `now` (epoch ms, the incident's clock). */
export function careFigures({ vault, board, facts }: Pick<Parts, 'vault' | 'board' | 'facts'>, now: number): CareTally[] {
  if (!vault.exists()) return []
  const { database } = vault.base()
  const worst = new Map<string, number>()
  const dueAt = callClock({ board, facts, clock: () => now }).column()
  for (const { person, kind, due } of database.select({ person: careNeed.person, kind: careNeed.kind, due: dueAt }).from(careNeed).innerJoin(carePerson, eq(careNeed.person, carePerson.id)).where(isNotNull(careNeed.dueAt)).all()) {
    worst.set(person, Math.max(worst.get(person) ?? 0, order.indexOf(risen(facts, { kind, dueAt: due }, now))))
  }
  const found = new Map<string, { grid: string, group: string, count: number, late: number, risen: number, far: number }>()
  for (const { id, grid, groups } of database.select({ id: carePerson.id, grid: carePerson.grid, groups: carePerson.groups }).from(carePerson).all()) {
    const at = worst.get(id) ?? 0
    for (const group of ['all', ...groups]) {
      const key = `${grid} ${group}`
      const one = found.get(key) ?? { grid, group, count: 0, late: 0, risen: 0, far: 0 }
      found.set(key, { ...one, count: one.count + 1, late: one.late + Number(at > 0), risen: one.risen + Number(at > 1), far: one.far + Number(at > 2) })
    }
  }
  return [...found.values()]
}

/** The figures that differ from those on the board. A grid or group that is empty now counts nobody. */
export function changedFigures(parts: Pick<Parts, 'vault' | 'facts' | 'board'>, now: number): CareTally[] {
  const { board } = parts
  const figures = new Map(careFigures(parts, now).map(one => [joinedId('-', one.grid, one.group), one]))
  for (const { id, grid, group } of board.all('careCount')) {
    if (!figures.has(id)) figures.set(id, { grid, group, count: 0, late: 0, risen: 0, far: 0 })
  }
  return [...figures].filter(([id, { count, late, risen, far, grid }]) => {
    const known = board.get('careCount', id)
    return board.get('grid', grid) && (known?.count !== count || known.late !== late || known.risen !== risen || known.far !== far)
  }).map(([, one]) => one)
}

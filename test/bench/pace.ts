import type { AnyRecord, Kind, Records } from '../../shared/records.ts'
import { playDrill } from '../../server/beginning.ts'
import { Authority } from '../../server/board/authority.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { loadCounty } from '../../server/counties.ts'
import { dayName, endOfDay, numberOfDay } from '../../shared/core/calendar.ts'
import { factsOf } from '../../shared/core/county.ts'
import { followed } from '../../shared/issues/steps.ts'
import { kinds } from '../../shared/kinds.ts'
import { dueClearing } from '../../shared/settled.ts'

/** The length of the drill in days, and its present moment (epoch ms), on the 18th day. */
export const drillDays = 18
const now = Date.parse('2030-05-23T08:42:00Z')
/** Kinds an incident has once, however long it lasts. */
const once: readonly Kind[] = ['incident', 'counter', 'place', 'placeKey', 'post', 'postKey', 'crew', 'team', 'checklist', 'stock', 'headcount', 'baseline', 'zone']

/** The same record some days earlier: every instant and every day in it is moved. */
function earlier(value: unknown, days: number): unknown {
  if (typeof value === 'number') return value > 1e12 ? value - days * 86_400_000 : value
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? dayName(numberOfDay(value) - days) : value
  if (Array.isArray(value)) return value.map(part => earlier(part, days))
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, earlier(part, days)])) : value
}

/** Earlier copies have nothing open: a record was settled then, or it is left out. Future records are planned once. */
const past: { readonly [K in Kind]?: (record: Records[K]) => Records[K] | null } = {
  issue: one => followed(one) ? null : one,
  notice: one => ({ ...one, readBy: ['x'] }),
  shift: one => one.startsAt > now ? null : one,
  inspection: one => endOfDay(one.day) > now ? null : one,
  briefing: one => endOfDay(one.day) > now ? null : one,
  shortage: one => one.state === 'open' ? { ...one, state: 'covered', covered: one.quantity, settledAt: one.postedAt } : one,
  pledge: one => one.state === 'offered' ? { ...one, state: 'received', settledAt: one.at } : one,
  delivery: one => one.state === 'cancelled' ? one : { ...one, state: 'received', received: one.quantity, receivedAt: one.receivedAt ?? one.allocatedAt },
  announcement: one => ({ ...one, until: one.until ?? one.at + 86_400_000 }),
}

/** A board after `times` times the drill's days at the drill's pace, with its daily clearing done. `tail`: how many changes stay in memory, if not as many as a server has. */
export async function boardAfter(times: number, tail?: number): Promise<Authority> {
  const { county, drill } = await loadCounty('lianjiang')
  if (!drill) throw new Error('the county has no drill')
  const facts = factsOf(county)
  const store = memoryStore()
  await playDrill(drill(now, 506), store, facts, now, now)
  const authority = await Authority.open(store, { facts, now: () => now, ...tail && { tail } })
  const { board } = authority
  for (const kind of kinds.filter(one => !once.includes(one))) {
    const records = [...board.all(kind)].flatMap(record => past[kind] ? (past[kind] as (record: AnyRecord) => AnyRecord | null)(record) ?? [] : [record as AnyRecord])
    for (let turn = 1; turn < times; turn++) {
      for (const record of records) {
        const id = `${record.id}-${turn}`
        board.set({ kind, id, value: { ...earlier(record, turn * drillDays) as AnyRecord, id } as AnyRecord })
      }
    }
  }
  for (const command of dueClearing(board, authority.now(), facts)) await authority.submit(command, { id: 'system', role: 'system' })
  return authority
}

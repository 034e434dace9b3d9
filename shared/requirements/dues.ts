import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Batch, CareAct, Place, Requirement, WhereLevel, Zone } from '../records.ts'
import type { Zoning } from './zoning.ts'
import { joinedId } from '../core/joined-id.ts'
import { phaseNow } from '../incident/current.ts'
import { levelSince } from '../zones/history.ts'
import { inForce } from '../zones/in-force.ts'
import { appliesSince, requirementsAt, versionsOf } from './in-force.ts'
import { zoneOver } from './zoning.ts'

const hour = 3_600_000

/** An act that a requirement asks for at a place, with everything that explains it. */
export interface Due {
  readonly place: Place
  readonly act: CareAct
  readonly rule: Requirement
  readonly level: WhereLevel
  /** The zone that sets the level; null outside all zones. */
  readonly zone: Zone | null
  /** When the act was last done there, and for how many people; null if it never was. */
  readonly last: { readonly at: number, readonly count: number | null } | null
  /** The batch of a quarantine site that the test is about, with how many of it are sampled already; null for a whole place. */
  readonly batch: Batch | null
  readonly partly: number
  /** Epoch ms. */
  readonly dueAt: number
}

/** The record of an act at a place. */
export const fulfilmentId = (place: string, act: CareAct): string => joinedId('-', place, act)

/** A requirement and when it began to apply to a kind of place at a level (epoch ms). */
interface Applied { readonly rule: Requirement, readonly since: number }

/** The requirements that matter to each kind of place at each level: of each act the one that is due most often. */
function strictest(rules: readonly Requirement[], versions: readonly Requirement[]): ReadonlyMap<string, readonly Applied[]> {
  const by = new Map<string, Map<CareAct, Applied>>()
  for (const rule of rules) {
    for (const kind of rule.kinds) {
      for (const level of rule.levels) {
        const key = `${kind} ${level}`
        const acts = by.get(key) ?? new Map<CareAct, Applied>()
        by.set(key, acts)
        const known = acts.get(rule.act)
        if (!known || rule.every < known.rule.every) acts.set(rule.act, { rule, since: appliesSince(rule, kind, level, versions) })
      }
    }
  }
  return new Map([...by].map(([key, acts]) => [key, [...acts.values()]]))
}

/**
 * Everything that is required at places now (epoch ms), each with when it is due next. An act that was done before is due so many
 * hours after it, also where a zone was drawn later: a place that enters a stricter zone may be overdue at once. One that was
 * never done is due within the first hours since the requirement began to apply there.
 */
export function duesAt(board: Reader, facts: Facts, zoning: Zoning, now: number): Due[] {
  const phase = phaseNow(board)
  const began = board.get('incident', 'incident')?.startedAt ?? 0
  const rules = strictest(requirementsAt(board, facts, now).filter(one => one.phases.includes(phase)), versionsOf(board, facts))
  const kinds = new Set([...rules.keys()].map(key => key.split(' ')[0]))
  const entered = sinceEach()
  const acting = (zone: Zone) => inForce(zone, now)
  const dues: Due[] = []
  for (const { place, within } of zoning.places.values()) {
    if (place.retired || !kinds.has(place.kind)) continue
    const zone = zoneOver(zoning, within, acting)
    const level = zone?.level ?? 'outside'
    for (const { rule, since: applied } of rules.get(`${place.kind} ${level}`) ?? []) {
      const last = board.get('fulfilment', fulfilmentId(place.id, rule.act)) ?? null
      dues.push({ place, act: rule.act, rule, level, zone, last, batch: null, partly: 0, dueAt: last ? last.at + rule.every * hour : Math.max(began, applied, zone ? entered(zone, rule) : 0) + rule.first * hour })
    }
  }
  return dues
}

/** Since when a zone has had a level that the rule covers, worked out once for all places of the zone. */
function sinceEach(): (zone: Zone, rule: Requirement) => number {
  const known = new Map<Zone, Map<Requirement, number>>()
  return (zone, rule) => {
    const ofZone = known.get(zone) ?? new Map<Requirement, number>()
    known.set(zone, ofZone)
    const since = ofZone.get(rule) ?? levelSince(zone, rule.levels)
    ofZone.set(rule, since)
    return since
  }
}

export const isLate = ({ dueAt }: Due, now: number): boolean => dueAt < now

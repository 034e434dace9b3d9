import type { WhereLevel, Zone, ZoneLevel, ZoneStep } from '../records.ts'

const most = 200

/** The steps of a zone. One that an earlier version drew has no record of its drawing, which is then told from what the zone says now. */
export const stepsOf = (zone: Zone): readonly ZoneStep[] => zone.history.length
  ? zone.history
  : [{ step: 'drawn', at: zone.validFrom, by: null, level: zone.level, reason: zone.reason, approver: zone.approver, overridden: false }]

/** The steps with one more. The drawing and the latest ones are kept. */
export function withStep(zone: Zone, step: ZoneStep): Zone['history'] {
  const [first, ...rest] = [...stepsOf(zone), step]
  return first ? [first, ...rest.slice(1 - most)] : rest
}

/** A time in which a zone had one level, from when until when (epoch ms); null while it lasts. */
export interface LevelSpan { readonly level: ZoneLevel, readonly from: number, readonly to: number | null, readonly step: ZoneStep }

/** The levels that a zone had, the oldest first. Time between a lift and a restoration belongs to none. */
export function levelSpans(zone: Zone): readonly LevelSpan[] {
  const steps = stepsOf(zone)
  return steps.flatMap((step, i): LevelSpan[] => {
    const next = steps[i + 1]
    const from = step.step === 'drawn' ? zone.validFrom : Math.max(step.at, zone.validFrom)
    const end = Math.min(next?.at ?? Infinity, zone.validTo ?? Infinity)
    const ended = step.step === 'ended' || (step.step === 'merged' && zone.liftedAt === step.at)
    return ended || end <= from ? [] : [{ level: step.level, from, to: end === Infinity ? null : end, step }]
  })
}

/** Since when a zone has had one of these levels without a break (epoch ms). */
export function levelSince(zone: Zone, levels: readonly WhereLevel[]): number {
  let since = Infinity
  for (const { level, from, to } of [...levelSpans(zone)].reverse()) {
    if (!levels.includes(level) || (since !== Infinity && to !== since)) break
    since = from
  }
  return since === Infinity ? zone.validFrom : since
}

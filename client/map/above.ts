import type { County } from '../../shared/core/county.ts'
import type { Guest } from './collision.ts'
import type { Say } from './names.ts'
import type { PillWords } from './pills.ts'
import type { Scene } from './scene.ts'
import type { Shown, Stage } from './stage.ts'
import type { Chip } from './zones.ts'
import { seat } from './collision.ts'
import { alarmGroups, paintAlarmMark, paintIssues } from './marks.ts'
import { paintChips, paintNames, paintSelectedName } from './names.ts'
import { paintTile } from './paint-marks.ts'
import { alarmPill, gapPills, quietPills, teamPills } from './pills.ts'

/** The selected record: its position in the world at zoom 0, its icon and its name. */
export interface Selection { readonly key: string, readonly x: number, readonly y: number, readonly icon: string, readonly name: string }

/** What is painted above the ground. */
export interface Content {
  readonly county: County
  readonly scene: Scene
  readonly words: PillWords
  readonly say: Say
  /** The zones whose chips have room at this zoom. */
  readonly chips: readonly Chip[]
  readonly guests: readonly Guest[]
}

/**
 * Pins first, which stay where their records are; then the name of the selection, and guests; then labels by importance: alarms, posts that lack people,
 * zones, other pills, townships, neighbours. A label never covers a pin or another label: it steps aside or is left out.
 */
export function paintAbove(stage: Stage, { county, scene, words, say, chips, guests }: Content, shown: Shown, selected: Selection | null): void {
  const at = selected && { x: selected.x * stage.scale, y: selected.y * stage.scale }
  // Below every other target, so that what lies under the selection can still be reached.
  if (selected && at) stage.targets.push({ ...at, r: 22, keys: () => [selected.key] })
  const hosts = paintIssues(stage, scene, shown)
  if (at) stage.space.take({ ...at, w: 40, h: 40 })
  const alarms = shown.radar ? alarmGroups(stage, scene, hosts) : []
  for (const one of alarms) paintAlarmMark(stage, one)

  if (selected && at) paintSelectedName(stage, selected.name, at.x, at.y)
  seat(stage.space, guests, stage.scale)
  for (const one of alarms) alarmPill(stage, one, words)
  if (shown.shifts) gapPills(stage, scene, words)
  if (shown.zones) paintChips(stage, chips)
  quietPills(stage, scene, hosts, words, shown)
  if (shown.teams) teamPills(stage, scene, words)
  if (shown.labels) paintNames(stage, county, say)
  if (selected && at) paintTile(stage.brush, at.x - stage.view.left, at.y - stage.view.top, { icon: selected.icon, selected: true })
}

import type { Cluster } from './grid.ts'
import type { Scene } from './scene.ts'
import type { Shown, Stage, Target } from './stage.ts'
import { radius } from './grid.ts'
import { paintAlarm, paintCluster, paintTile } from './paint-marks.ts'
import { inView } from './stage.ts'

/** A mark and the records that share it beside its issues: sites that run out of stock and shortages join the cluster they lie in. */
export interface Host extends Target { readonly more: string[] }
export interface AlarmGroup { readonly level: 'red' | 'yellow', readonly hoursLeft: number, readonly keys: string[], readonly host: Host | null, readonly x: number, readonly y: number }

const reach = 40

/** Draws the issues, alone or as clusters, and takes their room. Pins stay where their records are and never step aside. */
export function paintIssues(stage: Stage, scene: Scene, shown: Shown): Host[] {
  if (!shown.issues) return []
  const { left, top, width, height, zoom } = stage.view
  const bounds = { left: left - reach, top: top - reach, right: left + width + reach, bottom: top + height + reach }
  return scene.grid.clusters(zoom, bounds).map(one => paintOne(stage, scene, one, shown))
}

function paintOne({ brush, view, space, targets }: Stage, scene: Scene, one: Cluster, { due, unseen: coverage }: Shown): Host {
  const { x, y, points } = one
  const [px, py] = [x - view.left, y - view.top]
  const more: string[] = []
  const keys = () => [...points.map(point => `issue/${point.key}`), ...more]
  let r = radius(points.length) + 3
  // A place with open issues is drawn as its issues, and is red with them.
  const overdue = one.overdue > 0 || (due && points.some(point => scene.isLate(point.spot)))
  if (one.oneSpot) {
    const place = scene.places.get(points[0]?.spot ?? '')?.record
    paintTile(brush, px, py, { icon: place ? scene.iconOf(place.kind) : 'issue', state: one.worst, overdue, count: points.length, hollow: coverage && place !== undefined && scene.unseen(place) })
    r = 17
  } else {
    paintCluster(brush, { ...one, overdue: overdue ? Math.max(one.overdue, 1) : 0, x: px, y: py })
  }
  // The crown with the worst state stands out at the top right.
  space.take({ x: x + 2, y: y - 2, w: r * 2 + 4, h: r * 2 + 4 })
  const host = { x, y, r, keys, more }
  targets.push(host)
  return host
}

/** The mark that a position (world pixels) lies in. */
export const hostOf = (hosts: readonly Host[], { x, y }: { readonly x: number, readonly y: number }): Host | null => hosts.find(one => Math.hypot(one.x - x, one.y - y) < one.r + 10) ?? null

/** Sites that run out of stock: those within a cluster join it, those close together are one mark with the worst level. */
export function alarmGroups(stage: Stage, scene: Scene, hosts: readonly Host[]): AlarmGroup[] {
  const groups: AlarmGroup[] = []
  for (const { record: { place, level, hoursLeft }, ...spot } of scene.alarms()) {
    if (!inView(stage, spot)) continue
    const [x, y] = [spot.x * stage.scale, spot.y * stage.scale]
    const host = hostOf(hosts, { x, y })
    host?.more.push(`place/${place}`)
    const index = groups.findIndex(one => host ? one.host === host : !one.host && Math.hypot(one.x - x, one.y - y) < 20)
    const known = groups[index]
    if (!known) groups.push({ level, hoursLeft, keys: [`place/${place}`], host, x, y })
    else groups[index] = { ...known, level: level === 'red' ? level : known.level, hoursLeft: Math.min(hoursLeft, known.hoursLeft), keys: [...known.keys, `place/${place}`] }
  }
  return groups
}

/** Draws the mark of a shortage of stock: on the rim of its host, clear of the digits, or at its site. */
export function paintAlarmMark({ brush, view, space, targets }: Stage, { host, level, keys, ...site }: AlarmGroup): void {
  const turns = [3, 4, 5, 2, 6].map(eighths => eighths * Math.PI / 4)
  const away = host ? host.r + 2 : 15
  const { x, y } = host ?? site
  const spots = [...host ? [] : [{ x, y }], ...turns.map(turn => ({ x: x + Math.cos(turn) * away, y: y + Math.sin(turn) * away }))]
  // A mark may lie on the rim of its own host, so only what lies beyond it counts.
  const clear = spots.find(spot => targets.every(one => one === host || Math.hypot(one.x - spot.x, one.y - spot.y) > one.r + 8))
  const spot = clear ?? spots[0] ?? site
  paintAlarm(brush, level, spot.x - view.left, spot.y - view.top)
  space.take({ ...spot, w: 18, h: 18 })
  targets.push({ ...spot, r: 9, keys: () => keys })
}

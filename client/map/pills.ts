import type { Shortage } from '../../shared/records.ts'
import type { AlarmGroup, Host } from './marks.ts'
import type { MapSpot, Scene } from './scene.ts'
import type { Shown, Stage } from './stage.ts'
import { beside } from './collision.ts'
import { hostOf } from './marks.ts'
import { paintPill, pillWidth } from './paint-words.ts'
import { closeZoom, inView } from './stage.ts'

export interface PillWords {
  readonly lacking: (people: number) => string
  /** How many people are on duty, and how many should be; absent on a map that does not show it. */
  readonly onDuty?: (there: number, all: number) => string
  /** The remaining stock, in words; null when nobody has reported it. */
  readonly left: (runsOutAt: number | null) => string | null
  /** A team by its number, short. */
  readonly team: (no: number) => string
  /** How long the remaining stock lasts. */
  readonly lasts: (hours: number) => string
}

const height = 20
const gap = 16

/** Draws a pill beside its place where there is room: near with its words, then as an icon alone, each a little further out; otherwise not at all. */
function put({ brush, view, space, targets }: Stage, icon: string, text: string, at: { readonly x: number, readonly y: number }, keys: readonly string[], steps = 2): void {
  const long = space.first(beside(at.x, at.y, pillWidth(brush.context, text), height, gap, steps), at)
  const spot = long ?? space.first(beside(at.x, at.y, 22, height, gap, steps + 1), at)
  if (!spot) return
  paintPill(brush, icon, long ? text : '', spot.x - view.left, spot.y - view.top)
  targets.push({ x: spot.x, y: spot.y, r: height / 2 + 1, wide: spot.w, keys: () => keys })
}

const scaled = ({ scale }: Stage, { x, y }: { readonly x: number, readonly y: number }) => ({ x: x * scale, y: y * scale })

/** How long the stock lasts, beside a site that runs out. */
export function alarmPill(stage: Stage, { x, y, keys, hoursLeft }: AlarmGroup, words: PillWords): void {
  if (stage.view.zoom >= closeZoom) put(stage, 'depot', words.lasts(hoursLeft), { x, y }, keys)
}

/** Posts that lack people. They look for room further away than other pills, because somebody must act. */
export function gapPills(stage: Stage, scene: Scene, words: PillWords): void {
  for (const { first, missing, keys } of scene.gaps()) {
    if (inView(stage, first)) put(stage, 'shift', words.lacking(missing), scaled(stage, first), keys, 4)
  }
}

/** Where the teams are, by number, and by name close up. Teams at one place share a pill. */
export function teamPills(stage: Stage, scene: Scene, words: PillWords): void {
  const spots = new Map<string, { at: { x: number, y: number }, names: string[], keys: string[] }>()
  for (const one of scene.teamsOut()) {
    if (!inView(stage, one)) continue
    const at = scaled(stage, one)
    const here = `${Math.round(at.x / 20)} ${Math.round(at.y / 20)}`
    const known = spots.get(here) ?? { at, names: [], keys: [] }
    spots.set(here, { at: known.at, names: [...known.names, stage.view.zoom < closeZoom ? words.team(one.team.no) : one.team.name], keys: [...known.keys, `inspection/${one.record.id}`] })
  }
  for (const { at, names: [first = '', ...others], keys } of spots.values()) put(stage, 'team', others.length ? `${first} +${others.length}` : first, at, keys)
}

/** People on duty, and shortages that a unit or a township has reported. Shortages within a cluster join it: one pill says the most urgent, and the cluster opens them too. */
export function quietPills(stage: Stage, scene: Scene, hosts: readonly Host[], words: PillWords, shown: Shown): void {
  if (shown.duty && words.onDuty && stage.view.zoom >= closeZoom) {
    for (const { at, there, all } of scene.onDuty()) {
      if (inView(stage, at)) put(stage, 'people', words.onDuty(there, all), scaled(stage, at), [`place/${at.record.place}`])
    }
  }
  if (!shown.shortages) return
  const joined = new Map<Host | string, { first: MapSpot<Shortage>, keys: string[] }>()
  for (const { first, keys } of scene.lacks()) {
    if (!inView(stage, first)) continue
    const host = hostOf(hosts, scaled(stage, first))
    const of = host ?? first.record.id
    const known = joined.get(of)
    const sooner = known && (known.first.record.runsOutAt ?? Infinity) <= (first.record.runsOutAt ?? Infinity)
    joined.set(of, { first: sooner ? known.first : first, keys: [...known?.keys ?? [], ...keys] })
    host?.more.push(...keys)
  }
  for (const [of, { first, keys }] of joined) put(stage, 'shortage', words.left(first.record.runsOutAt) ?? first.record.item, typeof of === 'string' ? scaled(stage, first) : of, keys)
}

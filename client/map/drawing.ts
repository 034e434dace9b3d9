import type { County } from '../../shared/core/county.ts'
import type { View } from './canvas-layer.ts'
import type { Cluster } from './grid.ts'
import type { Palette } from './palette.ts'
import type { Alarm, Scene } from './scene.ts'
import { radius } from './grid.ts'
import { worldX, worldY } from './mercator.ts'
import { paintAlarm, paintCluster, paintDot, paintLabel, paintName, paintPill, paintTile, pillWidth } from './paint.ts'

/** A drawn shape that can be clicked; `keys` are `kind/id`, several for a cluster. In world pixels at the zoom drawn. */
export interface Target { readonly x: number, readonly y: number, readonly r: number, readonly wide?: number, readonly keys: readonly string[] }

export interface Shown {
  readonly issues: boolean
  readonly places: boolean
  readonly unseen: boolean
  readonly shifts: boolean
  readonly duty: boolean
  readonly shortages: boolean
  readonly radar: boolean
  readonly labels: boolean
}

export interface DrawingWords {
  readonly lacking: (people: number) => string
  /** How many people are on duty, and how many should be; absent on a map that does not show it. */
  readonly onDuty?: (there: number, all: number) => string
  /** The remaining stock, in words; null when nobody has reported it. */
  readonly left: (runsOutAt: number | null) => string | null
  /** How long the remaining stock lasts. */
  readonly lasts: (hours: number) => string
}

interface Options {
  readonly county: County
  readonly scene: Scene
  readonly words: DrawingWords
  readonly english: boolean
  /** Positions of the zones' labels at a zoom: [lng, lat]. */
  readonly chips: (zoom: number) => readonly (readonly [number, number])[]
}

/** `coverage` marks the places that no team has visited lately. */
type Which = 'all' | 'coverage'

/** Zoom from which every place shows its kind; further out a place without issues is a dot. */
const tileZoom = 13

/** Paints the points by importance, and records where each can be clicked. */
export function createDrawing({ county, scene, words, english, chips }: Options) {
  let targets: Target[] = []
  /** Other boxes that pills must not cover: the zones' chips. */
  let taken: Target[] = []

  function names({ context, zoom, left, top, width, height }: View, palette: Palette): void {
    const taken: [number, number, number, number][] = []
    const free = (x: number, y: number, w: number, h: number) => taken.every(([tx, ty, tw, th]) => Math.abs(tx - x) > (tw + w) / 2 || Math.abs(ty - y) > (th + h) / 2)
    const scale = 2 ** zoom
    const put = (text: string, lng: number, lat: number, size: number, colour: string, italic = false, dy = 0) => {
      const x = worldX(lng) * scale - left
      const y = worldY(lat) * scale - top + dy
      const w = text.length * (english ? size * 0.6 : size) + 8
      if (x < -60 || y < -20 || x > width + 60 || y > height + 20 || !free(x, y, w, size + 4)) return
      taken.push([x, y, w, size + 4])
      paintLabel(context, text, x, y, size, colour, palette.panel, italic)
    }
    for (const one of county.surroundings) put(english ? one.en : one.zh, one.at[0], one.at[1], one.sea ? 13 : 12, palette.quiet, one.sea)
    for (const one of county.townships) put(english ? one.nameEn : zoom < 11 ? one.short : one.name, one.label[0], one.label[1], 12.5, palette.text, false, 26)
  }

  /** Where two share a spot, the unvisited one must be the one drawn. */
  const unseenFirst = () => [...scene.places.values()].sort((a, b) => Number(scene.unseen(b.record)) - Number(scene.unseen(a.record)))

  function dots({ context, zoom, left, top, width, height }: View, palette: Palette, selected: string | null, which: Which): void {
    const scale = 2 ** zoom
    const step = zoom >= tileZoom ? 30 : 5
    const across = Math.ceil(width / step) + 1
    const taken = new Uint8Array(across * (Math.ceil(height / step) + 1))
    for (const { record, x, y } of which === 'all' ? scene.places.values() : unseenFirst()) {
      const hollow = which === 'coverage' && scene.unseen(record)
      const px = x * scale - left
      const py = y * scale - top
      if (px < 0 || py < 0 || px > width || py > height || scene.hasIssues(record.id) || selected === `place/${record.id}`) continue
      const slot = Math.floor(py / step) * across + Math.floor(px / step)
      if (taken[slot]) continue
      taken[slot] = 1
      if (zoom >= tileZoom) paintTile(context, px, py, { icon: scene.iconOf(record.kind), hollow }, palette)
      else paintDot(context, px, py, which === 'all' ? 'quiet' : hollow ? 'hollow' : 'seen', palette)
      if (zoom >= tileZoom - 2) targets.push({ x: px + left, y: py + top, r: zoom >= tileZoom ? 14 : 5, keys: [`place/${record.id}`] })
    }
  }

  function cluster(view: View, one: Cluster, palette: Palette, which: Which): void {
    const { context, left, top } = view
    const at = { ...one, x: one.x - left, y: one.y - top }
    const keys = one.points.map(point => `issue/${point.key}`)
    if (one.oneSpot) {
      const place = scene.places.get(one.points[0]?.spot ?? '')?.record
      paintTile(context, at.x, at.y, { icon: place ? scene.iconOf(place.kind) : 'issue', state: one.worst, overdue: one.overdue > 0, count: one.points.length, hollow: which === 'coverage' && place !== undefined && scene.unseen(place) }, palette)
      targets.push({ x: one.x, y: one.y, r: 17, keys })
      return
    }
    paintCluster(context, at, palette)
    targets.push({ x: one.x, y: one.y, r: radius(one.points.length) + 3, keys })
  }

  /** Draws a pill beside its place where there is room: right, left, below, above; then as an icon alone; then not at all, except `always`, which must be seen. */
  function beside(view: View, name: string, text: string, at: { x: number, y: number }, key: string, palette: Palette, always = false): void {
    const { context, left, top } = view
    const long = pillWidth(context, text)
    // Up to eight positions are tried, so boxes too far from all of them are filtered out once.
    const close = (one: Target) => Math.abs(one.y - at.y) <= one.r + 39 && Math.abs(one.x - at.x) <= (one.wide ?? one.r * 2) / 2 + long + 16
    const near = [...taken.filter(close), ...targets.filter(close)]
    const free = (x: number, y: number, wide: number) => near.every(one => Math.abs(one.x - x) > ((one.wide ?? one.r * 2) + wide) / 2 || Math.abs(one.y - y) > one.r + 11)
    const spots = ([[long, text], [22, '']] as const).flatMap(([wide, words]) =>
      ([[wide / 2 + 16, 0], [-wide / 2 - 16, 0], [0, 26], [0, -28]] as const).map(([dx, dy]) => ({ wide, words, x: at.x + dx, y: at.y + dy })))
    const spot = spots.find(one => free(one.x, one.y, one.wide)) ?? (always ? spots[6] : undefined)
    if (!spot) return
    paintPill(context, name, spot.words, spot.x - left, spot.y - top, palette)
    targets.push({ x: spot.x, y: spot.y, r: 11, wide: spot.wide, keys: [key] })
  }

  /** A shortage is always drawn at its site; how long the stock lasts is drawn beside it where there is room. */
  function alarm(view: View, { place, level, hoursLeft }: Alarm, { x, y }: { x: number, y: number }, palette: Palette): void {
    const host = targets.find(one => Math.hypot(one.x - x, one.y - y) < one.r)
    // On the edge of the shape drawn at the site, where it covers no other shape.
    const rim = [3, 4, 5, 2, 6].map(eighths => eighths * Math.PI / 4).map(turn => host && { x: host.x + Math.cos(turn) * host.r, y: host.y + Math.sin(turn) * host.r })
    const spots = [...rim, { x: x - 11, y: y + 11 }].filter(spot => spot !== undefined)
    const light = spots.find(spot => targets.every(one => one === host || Math.hypot(one.x - spot.x, one.y - spot.y) > one.r + 7)) ?? spots[0] ?? { x, y }
    const { left, top, zoom, context } = view
    paintAlarm(context, level, light.x - left, light.y - top, palette)
    targets.push({ ...light, r: 9, keys: [`place/${place}`] })
    if (zoom >= tileZoom - 2) beside(view, 'depot', words.lasts(hoursLeft), { x, y }, `place/${place}`, palette)
  }

  function pills(view: View, shown: Shown, palette: Palette): void {
    const scale = 2 ** view.zoom
    taken = chips(view.zoom).map(([lng, lat]) => ({ x: worldX(lng) * scale, y: worldY(lat) * scale + 16, r: 12, wide: 84, keys: [] }))
    const inside = ({ x, y }: { x: number, y: number }) => x * scale > view.left && y * scale > view.top && x * scale < view.left + view.width && y * scale < view.top + view.height
    if (shown.shifts) {
      for (const { first, missing } of scene.gaps()) {
        if (inside(first)) beside(view, 'shift', words.lacking(missing), { x: first.x * scale, y: first.y * scale }, `shift/${first.record.id}`, palette, true)
      }
    }
    if (shown.duty && words.onDuty && view.zoom >= tileZoom - 2) {
      for (const { at, there, all } of scene.onDuty()) {
        if (inside(at)) beside(view, 'people', words.onDuty(there, all), { x: at.x * scale, y: at.y * scale }, `place/${at.record.place}`, palette)
      }
    }
    if (shown.radar) {
      for (const { record, x, y } of scene.alarms()) {
        if (inside({ x, y })) alarm(view, record, { x: x * scale, y: y * scale }, palette)
      }
    }
    if (!shown.shortages) return
    const perSpot = new Set<string>()
    for (const { record, x, y } of scene.shortages.values()) {
      const spot = record.place ?? record.id
      if (perSpot.has(spot) || !inside({ x, y })) continue
      perSpot.add(spot)
      beside(view, 'shortage', words.left(record.runsOutAt) ?? record.item, { x: x * scale, y: y * scale }, `shortage/${record.id}`, palette)
    }
  }

  return {
    paint(view: View, shown: Shown, palette: Palette, selected: { key: string, x: number, y: number, icon: string, name: string } | null): void {
      targets = []
      const pad = 40
      const { left, top, width, height, zoom, context } = view
      if (shown.labels) names(view, palette)
      const which = shown.unseen ? 'coverage' : 'all'
      if (shown.places || shown.unseen) dots(view, palette, selected?.key ?? null, which)
      if (shown.issues) {
        const bounds = { left: left - pad, top: top - pad, right: left + width + pad, bottom: top + height + pad }
        for (const one of scene.grid.clusters(zoom, bounds)) cluster(view, one, palette, which)
      }
      pills(view, shown, palette)
      if (!selected) return
      const x = selected.x * 2 ** zoom - left
      const y = selected.y * 2 ** zoom - top
      paintTile(context, x, y, { icon: selected.icon, selected: true }, palette)
      paintName(context, selected.name, x, y - 26, palette)
      targets.push({ x: x + left, y: y + top, r: 22, keys: [selected.key] })
    },
    /** The shapes at a world pixel of this zoom, topmost first; `slack` widens the area for fingers. */
    hit(x: number, y: number, slack = 0): Target | undefined {
      return targets.findLast(one => Math.abs(one.x - x) <= (one.wide ? one.wide / 2 : one.r) + slack && Math.abs(one.y - y) <= one.r + slack)
    },
  }
}

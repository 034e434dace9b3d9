import type { County } from '../../shared/core/county.ts'
import type { Worded } from '../../shared/core/worded.ts'
import type { Box } from './collision.ts'
import type { Scene } from './scene.ts'
import type { Stage, Target } from './stage.ts'
import type { Chip } from './zones.ts'
import { beside } from './collision.ts'
import { worldX, worldY } from './mercator.ts'
import { chipWidth, labelFace, nameWidth, paintChip, paintLabel, paintName, wordWidth } from './paint-words.ts'
import { inView, nameZoom } from './stage.ts'

/** The name of the selection, above its tile or wherever there is room around it. */
export function paintSelectedName({ brush, view, space }: Stage, text: string, x: number, y: number): void {
  const [w, h] = [nameWidth(brush.context, text), 28]
  const spots = [{ x, y: y - 40 }, { x, y: y + 40 }, { x: x + w / 2 + 27, y }, { x: x - w / 2 - 27, y }]
  // The person asked for it, so it is shown even where there is no room.
  const spot = space.first(spots.map(one => ({ ...one, w, h })), { x, y }) ?? space.within({ x, y: y - 40, w, h })
  space.take(spot)
  paintName(brush, text, spot.x - view.left, spot.y - view.top)
}

/** The level and duration of each zone, at its lower edge or around it. A chip without room is left out: the zone's pattern says its level. */
export function paintChips({ brush, view, scale, space, targets }: Stage, chips: readonly Chip[]): void {
  for (const { id, level, text, west, east, north, south } of chips) {
    const [w, h] = [chipWidth(brush.context, text), 20]
    const [left, right, top, bottom] = [worldX(west) * scale, worldX(east) * scale, worldY(north) * scale, worldY(south) * scale]
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    const xs = [x, right + w / 2, left - w / 2]
    const ys = [bottom + 14, top - 14, y, bottom + 36, top - 36]
    const spot = space.first(ys.flatMap(at => xs.map(across => ({ x: across, y: at, w, h }))))
    if (!spot) continue
    paintChip(brush, level, text, spot.x - view.left, spot.y - view.top)
    targets.push({ x: spot.x, y: spot.y, r: h / 2, wide: w, keys: () => [`zone/${id}`] })
  }
}

/** A name of the county in the language of the page. */
export type Say = (name: Worded) => string

/** Steps that a name may move away from its position, in pixels; sideways by its own width. */
const steps = [[0, 26], [0, 0], [0, -26], [0.5, 0], [-0.5, 0], [0.5, 26], [-0.5, 26], [0.5, -26], [-0.5, -26], [0, 46], [0, -46]] as const

/** Names of townships, then those of the neighbours and the sea. A name without room is left out. */
export function paintNames(stage: Stage, county: County, say: Say): void {
  const { view, scale, brush, space } = stage
  const put = (text: string, [lng, lat]: readonly [number, number], size: number, colour: string, italic = false) => {
    const [x, y] = [worldX(lng) * scale, worldY(lat) * scale]
    if (x < view.left - 60 || y < view.top - 20 || x > view.left + view.width + 60 || y > view.top + view.height + 20) return
    const [w, h] = [wordWidth(brush.context, text, labelFace(size, italic)) + 4, size + 3]
    const spots = steps.map(([across, down]): Box => ({ x: x + across * (w + 40), y: y + down, w, h }))
    const spot = space.first(spots)
    if (spot) paintLabel(brush, text, spot.x - view.left, spot.y - view.top, size, colour, italic)
  }
  for (const one of county.townships) put(say({ zh: view.zoom < 11 ? one.short : one.name, en: one.nameEn }), one.label, 12.5, brush.palette.text)
  for (const one of county.surroundings) put(say(one), one.at, one.sea ? 13 : 12, brush.palette.quiet, one.sea)
}

/** Letters of a place's name at most; its card has the rest. */
const letters = 14

/** Close up, the names of places beside their tiles, those with issues first. A tile of several places has a number instead. */
export function paintPlaceNames(stage: Stage, scene: Scene, ground: readonly Target[]): void {
  const { view, scale, brush, space } = stage
  if (view.zoom < nameZoom) return
  const put = (name: string, x: number, y: number, colour: string) => {
    const text = [...name].length > letters ? `${[...name].slice(0, letters).join('')}…` : name
    const spot = space.first(beside(x, y, wordWidth(brush.context, text, labelFace(12)) + 4, 15, 15, 1), { x, y })
    if (spot) paintLabel(brush, text, spot.x - view.left, spot.y - view.top, 12, colour)
  }
  for (const { record, x, y } of scene.places.values()) {
    if (scene.hasIssues(record.id) && inView(stage, { x, y })) put(record.name, x * scale, y * scale, brush.palette.text)
  }
  for (const { x, y, keys } of ground) {
    const [key = '', ...others] = keys()
    const place = others.length ? undefined : scene.places.get(key.slice('place/'.length))
    if (place) put(place.record.name, x, y, brush.palette.quiet)
  }
}

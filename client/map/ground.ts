import type { Place } from '../../shared/records.ts'
import type { Box } from './collision.ts'
import type { MapSpot, Scene, Tone } from './scene.ts'
import type { Shown, Stage } from './stage.ts'
import { createSpace } from './collision.ts'
import { paintTile } from './paint-marks.ts'
import { disc } from './paint.ts'
import { toneColour } from './palette.ts'
import { closeZoom, inView, tileZoom } from './stage.ts'

type Rank = 'late' | Tone | 'quiet' | 'hollow' | 'seen'

/** Those that need somebody are drawn over the others. */
const toned = ['missing', 'waiting', 'halted', 'running'] as const
const isTone = (rank: Rank): rank is Tone => (toned as readonly Rank[]).includes(rank)

/** The side of the square in which one dot is drawn, in pixels. */
const step = 5

/** The places without open issues, under everything else. Where two share a spot, one with an overdue act is drawn, else one that no team has visited. */
export function paintGround(stage: Stage, scene: Scene, shown: Shown): void {
  if (!shown.places && !shown.unseen && !shown.due) return
  if (stage.view.zoom >= tileZoom) return paintTiles(stage, scene, shown)
  const across = Math.ceil(stage.view.width / step) + 1
  const taken = new Uint8Array(across * (Math.ceil(stage.view.height / step) + 1))
  const ranks: readonly Rank[] = [...shown.due ? ['late'] as const : [], ...shown.places ? toned : [], ...shown.unseen ? ['hollow', 'seen'] as const : shown.places ? ['quiet'] as const : []]
  for (const rank of ranks) paintDots(stage, scene, rank, taken, across)
}

/** Places from far away: a red ring if an act is overdue; a solid dot if visited lately, otherwise a grey ring; while that layer is off, a quiet dot for all. */
function paintDots({ view, scale, brush: { context, palette, sprites }, targets }: Stage, scene: Scene, rank: Rank, taken: Uint8Array, across: number): void {
  const { left, top, width, height, zoom } = view
  const half = rank === 'seen' ? 1.5 : 1
  const fits = (place: Place) => isTone(rank) ? scene.toneOf(place.id) === rank : ranks[rank](place)
  const ranks: Readonly<Record<Exclude<Rank, Tone>, (place: Place) => boolean>> = { late: place => scene.isLate(place.id), quiet: () => true, hollow: scene.unseen, seen: place => !scene.unseen(place) }
  context.globalAlpha = rank === 'quiet' ? 0.45 : 1
  context.fillStyle = rank === 'seen' ? palette.ink : palette.quiet
  for (const { record, x, y } of scene.places.values()) {
    const px = x * scale - left
    const py = y * scale - top
    if (px < 0 || py < 0 || px > width || py > height) continue
    const slot = Math.floor(py / step) * across + Math.floor(px / step)
    if (taken[slot] || scene.hasIssues(record.id) || !fits(record)) continue
    taken[slot] = 1
    if (rank === 'late') {
      sprites.put(context, 'late', px, py, 14, 14, (to) => {
        disc(to, 0, 0, 6, palette.panel)
        disc(to, 0, 0, 5, palette.overdue)
        disc(to, 0, 0, 2.5, palette.panel)
      })
    } else if (isTone(rank)) {
      sprites.put(context, `tone ${rank}`, px, py, 10, 10, (to) => {
        disc(to, 0, 0, 4, palette.panel)
        disc(to, 0, 0, 3, toneColour(palette, rank))
      })
    } else if (rank === 'hollow') {
      sprites.put(context, 'hollow', px, py, 8, 8, (to) => {
        disc(to, 0, 0, 3, palette.quiet)
        disc(to, 0, 0, 2, palette.panel)
      })
    } else {
      context.fillRect(px - half, py - half, half * 2, half * 2)
    }
    if (zoom >= closeZoom || rank === 'late') targets.push({ x: px + left, y: py + top, r: rank === 'late' ? 7 : 5, keys: () => [`place/${record.id}`] })
  }
  context.globalAlpha = 1
}

interface Tile extends Box { readonly tone: Tone | undefined, readonly icon: string, readonly hollow: boolean, overdue: boolean, readonly keys: string[] }

/** Places close up: a tile with the kind of place. A place that would lie under the tile of another joins that tile and is counted on it. */
function paintTiles(stage: Stage, scene: Scene, { due, unseen: coverage, places }: Shown): void {
  const tiles: Tile[] = []
  const room = createSpace<Tile>()
  const add = ({ record, x, y }: MapSpot<Place>, hollow: boolean) => {
    const box = { x: x * stage.scale, y: y * stage.scale, w: 24, h: 24 }
    const overdue = due && scene.isLate(record.id)
    if (!overdue && !coverage && !places) return
    const host = room.covered(box)
    if (host) {
      host.overdue ||= overdue
      return void host.keys.push(`place/${record.id}`)
    }
    const tile = { ...box, icon: scene.iconOf(record.kind), tone: places ? scene.toneOf(record.id) : undefined, hollow, overdue, keys: [`place/${record.id}`] }
    room.take(tile)
    tiles.push(tile)
  }
  for (const hollow of coverage ? [true, false] : [false]) {
    for (const spot of scene.places.values()) {
      if (inView(stage, spot) && !scene.hasIssues(spot.record.id) && (coverage && scene.unseen(spot.record)) === hollow) add(spot, hollow)
    }
  }
  for (const { x, y, icon, tone, hollow, overdue, keys } of tiles) {
    paintTile(stage.brush, x - stage.view.left, y - stage.view.top, { icon, tone, hollow, overdue, count: keys.length })
    stage.targets.push({ x, y, r: 14, keys: () => keys })
  }
}

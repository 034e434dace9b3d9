import type { Place } from '../../shared/records.ts'
import type { Box } from './collision.ts'
import type { MapSpot, Scene } from './scene.ts'
import type { Shown, Stage } from './stage.ts'
import { createSpace } from './collision.ts'
import { paintTile } from './paint-marks.ts'
import { disc } from './paint.ts'
import { closeZoom, inView, tileZoom } from './stage.ts'

type Rank = 'quiet' | 'hollow' | 'seen'

/** The side of the square in which one dot is drawn, in pixels. */
const step = 5

/** The places without open issues, under everything else. Where two share a spot, the one that no team has visited is the one drawn. */
export function paintGround(stage: Stage, scene: Scene, shown: Shown): void {
  if (!shown.places && !shown.unseen) return
  if (stage.view.zoom >= tileZoom) return paintTiles(stage, scene, shown.unseen)
  const across = Math.ceil(stage.view.width / step) + 1
  const taken = new Uint8Array(across * (Math.ceil(stage.view.height / step) + 1))
  for (const rank of shown.unseen ? ['hollow', 'seen'] as const : ['quiet'] as const) paintDots(stage, scene, rank, taken, across)
}

/** Places from far away: a solid dot if visited lately, otherwise a grey ring; while that layer is off, a quiet dot for all. */
function paintDots({ view, scale, brush: { context, palette, sprites }, targets }: Stage, scene: Scene, rank: Rank, taken: Uint8Array, across: number): void {
  const { left, top, width, height, zoom } = view
  const half = rank === 'seen' ? 1.5 : 1
  context.globalAlpha = rank === 'quiet' ? 0.45 : 1
  context.fillStyle = rank === 'seen' ? palette.ink : palette.quiet
  for (const { record, x, y } of scene.places.values()) {
    const px = x * scale - left
    const py = y * scale - top
    if (px < 0 || py < 0 || px > width || py > height) continue
    const slot = Math.floor(py / step) * across + Math.floor(px / step)
    if (taken[slot] || scene.hasIssues(record.id) || (rank !== 'quiet' && scene.unseen(record) !== (rank === 'hollow'))) continue
    taken[slot] = 1
    if (rank === 'hollow') {
      sprites.put(context, 'hollow', px, py, 8, 8, (to) => {
        disc(to, 0, 0, 3, palette.quiet)
        disc(to, 0, 0, 2, palette.panel)
      })
    } else {
      context.fillRect(px - half, py - half, half * 2, half * 2)
    }
    if (zoom >= closeZoom) targets.push({ x: px + left, y: py + top, r: 5, keys: () => [`place/${record.id}`] })
  }
  context.globalAlpha = 1
}

interface Tile extends Box { readonly icon: string, readonly hollow: boolean, readonly keys: string[] }

/** Places close up: a tile with the kind of place. A place that would lie under the tile of another joins that tile and is counted on it. */
function paintTiles(stage: Stage, scene: Scene, coverage: boolean): void {
  const tiles: Tile[] = []
  const room = createSpace<Tile>()
  const add = ({ record, x, y }: MapSpot<Place>, hollow: boolean) => {
    const box = { x: x * stage.scale, y: y * stage.scale, w: 24, h: 24 }
    const host = room.covered(box)
    if (host) return void host.keys.push(`place/${record.id}`)
    const tile = { ...box, icon: scene.iconOf(record.kind), hollow, keys: [`place/${record.id}`] }
    room.take(tile)
    tiles.push(tile)
  }
  for (const hollow of coverage ? [true, false] : [false]) {
    for (const spot of scene.places.values()) {
      if (inView(stage, spot) && !scene.hasIssues(spot.record.id) && (coverage && scene.unseen(spot.record)) === hollow) add(spot, hollow)
    }
  }
  for (const { x, y, icon, hollow, keys } of tiles) {
    paintTile(stage.brush, x - stage.view.left, y - stage.view.top, { icon, hollow, count: keys.length })
    stage.targets.push({ x, y, r: 14, keys: () => keys })
  }
}

import type { IssueState } from '../../shared/records.ts'
import type { Cluster } from './grid.ts'
import type { Brush, Context } from './paint.ts'
import type { Palette } from './palette.ts'
import type { Tone } from './scene.ts'
import { worstFirst } from '../../shared/issues/steps.ts'
import { radius } from './grid.ts'
import { at, box, centred, disc, font, paintGlyph, paintIcon, path, shadowed } from './paint.ts'
import { toneColour } from './palette.ts'

export interface Tile { readonly icon: string, readonly state?: IssueState, readonly overdue?: boolean, readonly count?: number, readonly selected?: boolean, readonly hollow?: boolean, readonly tone?: Tone }

/** A place: a white tile with its kind; its worst status at top right; a red frame if something is overdue; hollow and grey if no team has visited lately. */
export function paintTile({ context, palette, sprites }: Brush, x: number, y: number, tile: Tile): void {
  const size = tile.selected ? 66 : 56
  const look = `tile ${tile.icon} ${tile.state ?? ''} ${tile.overdue ? 1 : 0} ${tile.count ?? 1} ${tile.selected ? 1 : 0} ${tile.hollow ? 1 : 0} ${tile.tone ?? ''}`
  sprites.put(context, look, x, y, size, size, to => drawTile(to, tile, palette))
}

function drawTile(context: Context, tile: Tile, palette: Palette): void {
  const edge = tile.selected ? 40 : 24
  const half = edge / 2
  shadowed(context, () => {
    box(context, -half, -half, edge, edge, tile.selected ? 11 : 7)
    context.fillStyle = tile.hollow ? palette.ground : palette.panel
    context.fill()
  })
  if (tile.hollow) context.setLineDash([3, 2.5])
  context.lineWidth = tile.selected ? 2.8 : 1
  context.strokeStyle = tile.selected ? palette.ink : tile.hollow ? palette.quiet : palette.hair
  context.stroke()
  context.setLineDash([])
  if (tile.overdue) {
    box(context, -half - 3, -half - 3, edge + 6, edge + 6, tile.selected ? 13 : 9)
    context.lineWidth = 2
    context.strokeStyle = palette.overdue
    context.stroke()
  }
  if (tile.tone) {
    context.fillStyle = toneColour(palette, tile.tone)
    context.fillRect(-half + 4, half - 4, edge - 8, 3)
  }
  paintIcon(context, tile.icon, 0, 0, tile.selected ? 24 : 16, tile.hollow ? palette.faint : palette.text)
  if (tile.state) {
    disc(context, half, -half, 8.5, palette.panel)
    paintGlyph(context, tile.state, half, -half, 13, palette)
  }
  if (!tile.count || tile.count < 2) return
  // Several places are no news; several issues are.
  const loud = tile.state !== undefined || tile.selected
  disc(context, -half, -half, 8.5, loud ? palette.ink : palette.panel)
  if (!loud) {
    context.lineWidth = 1
    context.strokeStyle = palette.hair
    context.stroke()
  }
  centred(context, tile.count > 99 ? '99' : String(tile.count), -half, -half, font(600, tile.count > 9 ? 10 : 11), loud ? palette.onInk : palette.text)
}

/** A cluster: a white disc with its count, an arc split by state with the worst first, the worst state on top, a red ring if anything is overdue. */
export function paintCluster({ context, palette, sprites }: Brush, { x, y, points, counts, overdue, worst }: Cluster): void {
  const r = radius(points.length)
  sprites.put(context, `disc ${r} ${overdue ? 1 : 0}`, x, y, r * 2 + 16, r * 2 + 16, (to) => {
    shadowed(to, () => disc(to, 0, 0, r, palette.panel))
    if (!overdue) return
    to.beginPath()
    to.arc(0, 0, r + 2, 0, Math.PI * 2)
    to.lineWidth = 2
    to.strokeStyle = palette.overdue
    to.stroke()
  })
  let from = -Math.PI / 2
  context.lineWidth = 4.5
  for (const state of worstFirst) {
    if (!counts[state]) continue
    const to = from + Math.PI * 2 * counts[state] / points.length
    context.beginPath()
    context.arc(x, y, r - 3.2, from, to)
    context.strokeStyle = palette.state[state]
    context.stroke()
    from = to
  }
  const count = String(points.length)
  sprites.put(context, `count ${count}`, x, y, 40, 20, to => centred(to, count, 0, 0, font(600, points.length > 99 ? 12 : 14), palette.text))
  const crown = r * 0.74 + 1
  sprites.put(context, `crown ${worst}`, x + crown, y - crown, 18, 18, (to) => {
    disc(to, 0, 0, 8, palette.panel)
    paintGlyph(to, worst, 0, 0, 12, palette)
  })
}

/** A shortage: a red square or a yellow triangle, each with a mark, on a disc in the background colour so that it is legible on anything. */
export function paintAlarm({ context, palette, sprites }: Brush, level: 'red' | 'yellow', x: number, y: number): void {
  sprites.put(context, `alarm ${level}`, x, y, 28, 28, (to) => {
    shadowed(to, () => disc(to, 0, 0, 8.5, palette.panel))
    at(to, -6, -6, 1, () => {
      to.fillStyle = level === 'red' ? palette.overdue : palette.state.rectifying
      to.fill(path(level === 'red' ? 'M1 1h10v10H1z' : 'M6 .6 11.7 11H.3z'))
      to.strokeStyle = palette.panel
      to.lineWidth = 1.4
      to.stroke(path(level === 'red' ? 'M6 3v3.6M6 8v1.2' : 'M6 4.4v3M6 8.6v1.2'))
    })
  })
}

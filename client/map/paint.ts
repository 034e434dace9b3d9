import type { IssueState } from '../../shared/records.ts'
import type { Cluster } from './grid.ts'
import type { Palette } from './palette.ts'
import { worstFirst } from '../../shared/issues/steps.ts'
import { glyphs } from './glyphs.ts'
import { radius } from './grid.ts'
import { icon } from './icons.ts'

type Context = CanvasRenderingContext2D
const paths = new Map<string, Path2D>()
const widths = new Map<string, number>()
let family = ''
/** The page's font. It is read once, because reading it is slow and it never changes. */
function font(weight: number, size: number): string {
  family ||= getComputedStyle(document.body).fontFamily
  return `${weight} ${size}px ${family}`
}

function path(text: string): Path2D {
  let made = paths.get(text)
  if (!made) paths.set(text, made = new Path2D(text))
  return made
}

function at(context: Context, x: number, y: number, scale: number, draw: () => void): void {
  context.save()
  context.translate(x, y)
  context.scale(scale, scale)
  draw()
  context.restore()
}

/** A status, centred at x, y. */
function paintGlyph(context: Context, state: IssueState, x: number, y: number, size: number, { state: colour, panel }: Palette): void {
  const { fill, mark } = glyphs[state]
  at(context, x - size / 2, y - size / 2, size / 16, () => {
    context.fillStyle = colour[state]
    context.fill(path(fill), 'evenodd')
    if (!mark) return
    context.strokeStyle = panel
    context.lineWidth = 1.8
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.stroke(path(mark))
  })
}

function paintIcon(context: Context, name: string, x: number, y: number, size: number, colour: string): void {
  at(context, x - size / 2, y - size / 2, size / 24, () => {
    context.strokeStyle = colour
    context.lineWidth = 1.9
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.stroke(path(icon(name)))
  })
}

function box(context: Context, x: number, y: number, width: number, height: number, r: number): void {
  context.beginPath()
  context.roundRect(x, y, width, height, r)
}

function shadowed(context: Context, draw: () => void): void {
  context.save()
  context.shadowColor = 'rgb(20 35 46 / 22%)'
  context.shadowBlur = 4
  context.shadowOffsetY = 1
  draw()
  context.restore()
}

/** A place from far away: a dot, solid if visited lately, otherwise a grey ring. */
export function paintDot(context: Context, x: number, y: number, how: 'quiet' | 'seen' | 'hollow', palette: Palette): void {
  context.globalAlpha = how === 'quiet' ? 0.45 : 1
  context.fillStyle = how === 'seen' ? palette.ink : palette.quiet
  if (how !== 'hollow') {
    const half = how === 'seen' ? 1.5 : 1
    context.fillRect(x - half, y - half, half * 2, half * 2)
  } else {
    context.beginPath()
    context.arc(x, y, 2.5, 0, Math.PI * 2)
    context.fillStyle = palette.panel
    context.fill()
    context.lineWidth = 1
    context.strokeStyle = palette.quiet
    context.stroke()
  }
  context.globalAlpha = 1
}

interface Tile { readonly icon: string, readonly state?: IssueState, readonly overdue?: boolean, readonly count?: number, readonly selected?: boolean, readonly hollow?: boolean }

/** A place: a white tile with its kind; its worst status at top right; a red frame if something is overdue; hollow and grey if no team has visited lately. */
export function paintTile(context: Context, x: number, y: number, tile: Tile, palette: Palette): void {
  const edge = tile.selected ? 40 : 24
  const half = edge / 2
  shadowed(context, () => {
    box(context, x - half, y - half, edge, edge, tile.selected ? 11 : 7)
    context.fillStyle = tile.hollow ? palette.ground : palette.panel
    context.fill()
  })
  if (tile.hollow) context.setLineDash([3, 2.5])
  context.lineWidth = tile.selected ? 2.8 : 1
  context.strokeStyle = tile.selected ? palette.ink : tile.hollow ? palette.quiet : palette.hair
  context.stroke()
  context.setLineDash([])
  if (tile.overdue) {
    box(context, x - half - 3, y - half - 3, edge + 6, edge + 6, tile.selected ? 13 : 9)
    context.lineWidth = 2
    context.strokeStyle = palette.overdue
    context.stroke()
  }
  paintIcon(context, tile.icon, x, y, tile.selected ? 24 : 16, tile.hollow ? palette.faint : palette.text)
  if (tile.state) {
    context.beginPath()
    context.arc(x + half, y - half, 8.5, 0, Math.PI * 2)
    context.fillStyle = palette.panel
    context.fill()
    paintGlyph(context, tile.state, x + half, y - half, 13, palette)
  }
  if (tile.count && tile.count > 1) badge(context, x - half, y - half, String(tile.count), palette)
}

function badge(context: Context, x: number, y: number, text: string, palette: Palette): void {
  context.beginPath()
  context.arc(x, y, 8.5, 0, Math.PI * 2)
  context.fillStyle = palette.ink
  context.fill()
  label(context, text, x, y, font(600, 11), palette.onInk)
}

function label(context: Context, text: string, x: number, y: number, face: string, colour: string): void {
  context.font = face
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = colour
  context.fillText(text, x, y + 0.5)
}

/** A cluster: a white disc with its count, an arc split by state with the worst first, the worst state on top, a red ring if anything is overdue. */
export function paintCluster(context: Context, { x, y, points, counts, overdue, worst }: Cluster, palette: Palette): void {
  const r = radius(points.length)
  shadowed(context, () => {
    context.beginPath()
    context.arc(x, y, r, 0, Math.PI * 2)
    context.fillStyle = palette.panel
    context.fill()
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
  if (overdue) {
    context.beginPath()
    context.arc(x, y, r + 2, 0, Math.PI * 2)
    context.lineWidth = 2
    context.strokeStyle = palette.overdue
    context.stroke()
  }
  label(context, String(points.length), x, y, font(600, points.length > 99 ? 12 : 14), palette.text)
  const crown = r * 0.74 + 1
  context.beginPath()
  context.arc(x + crown, y - crown, 8, 0, Math.PI * 2)
  context.fillStyle = palette.panel
  context.fill()
  paintGlyph(context, worst, x + crown, y - crown, 12, palette)
}

/** A shortage: a red square or a yellow triangle, each with a mark, on a disc in the background colour so that it is legible on anything. */
export function paintAlarm(context: Context, level: 'red' | 'yellow', x: number, y: number, palette: Palette): void {
  shadowed(context, () => {
    context.beginPath()
    context.arc(x, y, 8.5, 0, Math.PI * 2)
    context.fillStyle = palette.panel
    context.fill()
  })
  at(context, x - 6, y - 6, 1, () => {
    context.fillStyle = level === 'red' ? palette.overdue : palette.state.rectifying
    context.fill(path(level === 'red' ? 'M1 1h10v10H1z' : 'M6 .6 11.7 11H.3z'))
    context.strokeStyle = palette.panel
    context.lineWidth = 1.4
    context.stroke(path(level === 'red' ? 'M6 3v3.6M6 8v1.2' : 'M6 4.4v3M6 8.6v1.2'))
  })
}

/** The width of a pill with this text, in pixels; without text it holds the icon alone. */
export function pillWidth(context: Context, text: string): number {
  if (!text) return 22
  let width = widths.get(text)
  if (width === undefined) {
    context.font = font(600, 11.5)
    width = context.measureText(text).width + 30
    // The text contains the time, so the cache would grow without end.
    if (widths.size > 1000) widths.clear()
    widths.set(text, width)
  }
  return width
}

/** A white pill with an icon and a few words, centred at x, y, for an empty shift or a shortage. */
export function paintPill(context: Context, name: string, text: string, x: number, y: number, palette: Palette): void {
  const width = pillWidth(context, text)
  shadowed(context, () => {
    box(context, x - width / 2, y - 10, width, 20, 10)
    context.fillStyle = palette.panel
    context.fill()
  })
  context.lineWidth = 1
  context.strokeStyle = palette.hair
  context.stroke()
  paintIcon(context, name, text ? x - width / 2 + 12 : x, y, 13, palette.text)
  if (!text) return
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillStyle = palette.text
  context.font = font(600, 11.5)
  context.fillText(text, x - width / 2 + 21, y + 0.5)
}

/** The name of the selection, in an ink label above it. */
export function paintName(context: Context, text: string, x: number, y: number, palette: Palette): void {
  context.font = font(600, 13)
  const width = Math.min(300, context.measureText(text).width + 24)
  box(context, x - width / 2, y - 28, width, 28, 7)
  context.fillStyle = palette.ink
  context.fill()
  label(context, text, x, y - 14, font(600, 13), palette.onInk)
}

/** A name on the map, with a casing so that it is legible on any ground. Returns the box it takes. */
export function paintLabel(context: Context, text: string, x: number, y: number, size: number, colour: string, casing: string, italic = false) {
  context.font = `${italic ? 'italic ' : ''}${font(500, size)}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = casing
  context.strokeText(text, x, y)
  context.fillStyle = colour
  context.fillText(text, x, y)
}

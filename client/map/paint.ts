import type { IssueState } from '../../shared/records.ts'
import type { Palette } from './palette.ts'
import type { Sprites } from './sprites.ts'
import { glyphs } from './glyphs.ts'
import { icon } from './icons.ts'

export type Context = CanvasRenderingContext2D

/** What every mark is painted with. */
export interface Brush { readonly context: Context, readonly palette: Palette, readonly sprites: Sprites }

const paths = new Map<string, Path2D>()
let family = ''

/** The page's font. It is read once, because reading it is slow and it never changes. */
export function font(weight: number, size: number): string {
  family ||= getComputedStyle(document.body).fontFamily
  return `${weight} ${size}px ${family}`
}

export function path(text: string): Path2D {
  let made = paths.get(text)
  if (!made) paths.set(text, made = new Path2D(text))
  return made
}

export function at(context: Context, x: number, y: number, scale: number, draw: () => void): void {
  context.save()
  context.translate(x, y)
  context.scale(scale, scale)
  draw()
  context.restore()
}

/** A status, centred at x, y. */
export function paintGlyph(context: Context, state: IssueState, x: number, y: number, size: number, { state: colour, panel }: Palette): void {
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

export function paintIcon(context: Context, name: string, x: number, y: number, size: number, colour: string): void {
  at(context, x - size / 2, y - size / 2, size / 24, () => {
    context.strokeStyle = colour
    context.lineWidth = 1.9
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.stroke(path(icon(name)))
  })
}

export function box(context: Context, x: number, y: number, width: number, height: number, r: number): void {
  context.beginPath()
  context.roundRect(x, y, width, height, r)
}

export function disc(context: Context, x: number, y: number, r: number, colour: string): void {
  context.beginPath()
  context.arc(x, y, r, 0, Math.PI * 2)
  context.fillStyle = colour
  context.fill()
}

export function shadowed(context: Context, draw: () => void): void {
  context.save()
  context.shadowColor = 'rgb(20 35 46 / 22%)'
  context.shadowBlur = 4
  context.shadowOffsetY = 1
  draw()
  context.restore()
}

export function centred(context: Context, text: string, x: number, y: number, face: string, colour: string): void {
  context.font = face
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = colour
  context.fillText(text, x, y + 0.5)
}

import type { ZoneLevel } from '../../shared/records.ts'
import type { Brush, Context } from './paint.ts'
import { box, centred, font, paintIcon, shadowed } from './paint.ts'

const widths = new Map<string, number>()

/** The width of these words in pixels. */
export function wordWidth(context: Context, text: string, face: string): number {
  const look = `${face} ${text}`
  let width = widths.get(look)
  if (width === undefined) {
    context.font = face
    width = Math.ceil(context.measureText(text).width)
    // The words contain the time, so the cache would grow without end.
    if (widths.size > 1000) widths.clear()
    widths.set(look, width)
  }
  return width
}

const pillFace = () => font(600, 11.5)
const chipFace = () => font(500, 11.5)
const nameFace = () => font(600, 13)

/** The width of a pill with this text, in pixels; without text it holds the icon alone. */
export const pillWidth = (context: Context, text: string): number => text ? wordWidth(context, text, pillFace()) + 30 : 22
export const chipWidth = (context: Context, text: string): number => wordWidth(context, text, chipFace()) + 16
export const nameWidth = (context: Context, text: string): number => Math.min(300, wordWidth(context, text, nameFace()) + 24)
export const labelFace = (size: number, italic = false): string => `${italic ? 'italic ' : ''}${font(500, size)}`

/** A white pill with an icon and a few words, centred at x, y, for an empty shift or a shortage. */
export function paintPill({ context, palette, sprites }: Brush, name: string, text: string, x: number, y: number): void {
  const width = pillWidth(context, text)
  sprites.put(context, `pill ${name} ${text}`, x, y, width + 12, 32, (to) => {
    shadowed(to, () => {
      box(to, -width / 2, -10, width, 20, 10)
      to.fillStyle = palette.panel
      to.fill()
    })
    to.lineWidth = 1
    to.strokeStyle = palette.hair
    to.stroke()
    paintIcon(to, name, text ? -width / 2 + 12 : 0, 0, 13, palette.text)
    if (!text) return
    to.textAlign = 'left'
    to.textBaseline = 'middle'
    to.fillStyle = palette.text
    to.font = pillFace()
    to.fillText(text, -width / 2 + 21, 0.5)
  })
}

/** The level and duration of a zone, centred at x, y. */
export function paintChip({ context, palette, sprites }: Brush, level: ZoneLevel, text: string, x: number, y: number): void {
  const width = chipWidth(context, text)
  sprites.put(context, `chip ${level} ${text}`, x, y, width + 4, 24, (to) => {
    box(to, -width / 2 + 0.5, -9.5, width - 1, 19, 5)
    to.fillStyle = palette.panel
    to.fill()
    to.lineWidth = 1
    to.strokeStyle = palette.level[level]
    to.stroke()
    centred(to, text, 0, 0, chipFace(), palette.level[level])
  })
}

/** The name of the selection, in an ink label centred at x, y. */
export function paintName({ context, palette, sprites }: Brush, text: string, x: number, y: number): void {
  const width = nameWidth(context, text)
  sprites.put(context, `name ${text}`, x, y, width + 2, 30, (to) => {
    box(to, -width / 2, -14, width, 28, 7)
    to.fillStyle = palette.ink
    to.fill()
    to.clip()
    centred(to, text, 0, 0, nameFace(), palette.onInk)
  })
}

/** A name on the map, centred at x, y, with a casing so that it is legible on any ground. */
export function paintLabel({ context, palette, sprites }: Brush, text: string, x: number, y: number, size: number, colour: string, italic = false): void {
  const face = labelFace(size, italic)
  sprites.put(context, `label ${size} ${italic ? 1 : 0} ${colour} ${text}`, x, y, wordWidth(context, text, face) + 10, size + 12, (to) => {
    to.font = face
    to.textAlign = 'center'
    to.textBaseline = 'middle'
    to.lineJoin = 'round'
    to.lineWidth = 3
    to.strokeStyle = palette.panel
    to.strokeText(text, 0, 0)
    to.fillStyle = colour
    to.fillText(text, 0, 0)
  })
}

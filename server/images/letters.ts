import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/**
 * Signs as outlines: a server may have no fonts at all, and then draws boxes for letters. The file has a line for each sign: the sign, its width and its
 * path on a body of 100. `build/make-glyphs.mjs` made it of Noto Sans SC (12,481 signs), whose licence is beside it.
 */
let glyphs: Buffer | undefined
const all = (): Buffer => glyphs ??= brotliDecompressSync(fs.readFileSync(path.resolve('server/images/glyphs/noto-sans-sc-500.br')))
const body = 100
/** 〓 stands for a sign that has no outline here. */
const unknown = '〓'

function glyphOf(sign: string): readonly [width: number, outline: string] {
  const from = sign === '\n' ? -1 : all().indexOf(`\n${sign}`)
  if (from < 0) return glyphOf(unknown)
  const [, width = '', outline = ''] = /^(\d+)(.*)$/.exec(all().toString('utf8', from + 1 + Buffer.byteLength(sign), all().indexOf('\n', from + 1))) ?? []
  return [Number(width), outline]
}

/** One line as paths, and how wide it is. What the text says is looked up sign by sign and is never part of the SVG. */
function drawn(line: string): { readonly paths: string, readonly width: number } {
  let width = 0
  const paths = [...line].map((sign) => {
    const [step, outline] = glyphOf(sign)
    const path = outline && `<path d="${outline}" transform="translate(${width} 0)"/>`
    width += step
    return path
  }).join('')
  return { paths, width }
}

/** Lines as a picture to lay over a photo of this size, in its lower left corner: white on dark, so that they read on any ground. A line that is too long for the photo is made smaller. */
export function linesOver(lines: readonly string[], width: number, height: number): Buffer {
  const size = Math.max(8, Math.min(width, height * 2) / 42)
  const [gap, step] = [size * 0.5, size * 1.4]
  const rows = lines.map(drawn).map(row => ({ ...row, scale: Math.min(size / body, (width - 2 * gap) / Math.max(1, row.width)) }))
  const wide = Math.max(0, ...rows.map(row => row.width * row.scale))
  const top = height - gap - step * rows.length
  const texts = rows.map(({ paths, scale }, i) => `<g transform="translate(${gap} ${top + step * (i + 0.8)}) scale(${scale})">${paths}</g>`)
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect x="0" y="${top - gap / 2}" width="${Math.min(width, wide + 2 * gap)}" height="${height - top + gap / 2}" fill="#000" fill-opacity="0.55"/>
    <g fill="#fff">${texts.join('')}</g>
  </svg>`)
}

// Makes server/images/glyphs/noto-sans-sc-500.br, the outlines that are burned into photos: a line for each sign, with the sign, its width and its
// path (relative SVG commands on a body of 100), packed with Brotli. It is run by hand, where `npm i --no-save @fontsource/noto-sans-sc@5.3.0 opentype.js@2.0.0`
// has put the font; the project itself does not install its 76 MB.
import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import zlib from 'node:zlib'
import opentype from 'opentype.js'

const folder = 'node_modules/@fontsource/noto-sans-sc/files/'
const body = 100
/** Latin, Chinese and full-width signs, and the few of 2000 to 206F that stand in names. */
const wanted = [[0x20, 0x7E], [0xB1, 0xB1], [0xB7, 0xB7], [0x2014, 0x2014], [0x2018, 0x201D], [0x2026, 0x2026], [0x2460, 0x2473], [0x3000, 0x3017], [0x4E00, 0x9FFF], [0xFF01, 0xFF5E]]

/** A WOFF file as the font it packs. */
function unpacked(woff) {
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const parts = [head]
  let at = head.length
  for (let i = 0; i < count; i++) {
    const [from, packed, length] = [4, 8, 12].map(offset => woff.readUInt32BE(44 + i * 20 + offset))
    const raw = woff.subarray(from, from + packed)
    const table = packed < length ? zlib.inflateSync(raw) : raw
    const entry = 12 + i * 16
    woff.copy(head, entry, 44 + i * 20, 48 + i * 20)
    woff.copy(head, entry + 4, 60 + i * 20, 64 + i * 20)
    head.writeUInt32BE(at, entry + 8)
    head.writeUInt32BE(table.length, entry + 12)
    const padding = Buffer.alloc((4 - table.length % 4) % 4)
    parts.push(table, padding)
    at += table.length + padding.length
  }
  return Buffer.concat(parts)
}

/** Numbers as SVG needs them: a minus separates as well as a space. */
const joined = numbers => numbers.map((one, i) => i && one >= 0 ? ` ${one}` : one).join('')

function outline({ path: { commands } }, scale) {
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const to = (a, b) => [Math.round(a * scale), -Math.round(b * scale)]
  return commands.map((one) => {
    if (one.type === 'Z') {
      [x, y] = [startX, startY]
      return 'z'
    }
    const [endX, endY] = to(one.x, one.y)
    const bend = one.type === 'Q' ? to(one.x1, one.y1) : []
    const numbers = bend.length ? [bend[0] - x, bend[1] - y, endX - x, endY - y] : [endX - x, endY - y];
    [x, y] = [endX, endY]
    if (one.type === 'M') [startX, startY] = [x, y]
    return one.type.toLowerCase() + joined(numbers)
  }).join('')
}

const lines = new Map()
for (const name of fs.readdirSync(folder).filter(one => /^noto-sans-sc-(?:\d+|latin|chinese-simplified)-500-normal\.woff$/.test(one))) {
  const bytes = unpacked(fs.readFileSync(folder + name))
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  const scale = body / font.unitsPerEm
  for (let i = 0; i < font.glyphs.length; i++) {
    const glyph = font.glyphs.get(i)
    for (const sign of glyph.unicodes ?? []) {
      if (lines.has(sign) || !wanted.some(([from, to]) => sign >= from && sign <= to)) continue
      lines.set(sign, `\n${String.fromCodePoint(sign)}${Math.round(glyph.advanceWidth * scale)}${outline(glyph, scale)}`)
    }
  }
}
const text = [...lines].sort(([a], [b]) => a - b).map(([, line]) => line).join('')
fs.writeFileSync('server/images/glyphs/noto-sans-sc-500.br', zlib.brotliCompressSync(`${text}\n`, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24 } }))
console.log(`${lines.size} signs`)

import type { Block } from '../../shared/core/blocks.ts'
import { Buffer } from 'node:buffer'

/** The covered parts of a photo of this size as a picture to lay over it. */
export function blocksOver(blocks: readonly Block[], width: number, height: number): Buffer {
  const parts = blocks.map(([x, y, w, h]) => {
    const [left, top] = [Math.floor(x * width / 1000), Math.floor(y * height / 1000)]
    return `<rect x="${left}" y="${top}" width="${Math.ceil((x + w) * width / 1000) - left}" height="${Math.ceil((y + h) * height / 1000) - top}"/>`
  })
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`)
}

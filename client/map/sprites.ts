import { pixelRatio } from './pixel-ratio.ts'

type Context = CanvasRenderingContext2D

/** More looks than one window shows. The oldest leaves first. */
const most = 600

/**
 * Pictures that are drawn once and then copied: words with a casing and shapes with a shadow are slow to draw, and a map
 * shows the same few looks again and again. A look must name everything that the picture depends on, except the theme.
 */
export function createSprites() {
  const kept = new Map<string, HTMLCanvasElement | null>()
  let ratio = 0

  function made(width: number, height: number, draw: (context: Context) => void): HTMLCanvasElement | null {
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(width * ratio)
    canvas.height = Math.ceil(height * ratio)
    const context = canvas.getContext('2d')
    if (!context) return null
    context.scale(ratio, ratio)
    context.translate(width / 2, height / 2)
    draw(context)
    return canvas
  }

  return {
    /** Call when the theme changed. */
    clear: (): void => kept.clear(),
    /** Puts the picture of this look with its middle at x, y. `width` and `height` must hold all of it, shadows included; `draw` draws around 0, 0. */
    put(context: Context, look: string, x: number, y: number, width: number, height: number, draw: (context: Context) => void): void {
      const now = pixelRatio()
      if (ratio !== now) kept.clear()
      ratio = now
      let picture = kept.get(look)
      if (picture === undefined) {
        picture = made(width, height, draw)
        kept.set(look, picture)
        if (kept.size > most) kept.delete(kept.keys().next().value ?? '')
      }
      // On whole pixels of the screen, because a picture between them is blurred.
      const snap = (at: number) => Math.round(at * ratio) / ratio
      if (picture) context.drawImage(picture, snap(x - width / 2), snap(y - height / 2), picture.width / ratio, picture.height / ratio)
    },
  }
}

export type Sprites = ReturnType<typeof createSprites>

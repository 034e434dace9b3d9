import type { Stage } from './stage.ts'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'

// The map beside the small pictures in test/pictures, which somebody has looked at. PICTURES=yes takes them again: look at them before you commit.

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const sizes = { wide: [1920, 1080], laptop: [1366, 768], phone: [390, 844] } as const
const themes = ['light', 'dark'] as const
/** Pixels of the screen for one of a picture: letters become a tint, so that the fonts of this machine hardly matter. */
const grain = 6
/** How far a channel of a pixel may be off, of 255, and how many of a thousand pixels may be further off. */
const [off, many] = [20, 6]

/** Only the map and what it draws: every panel over it has words and numbers that depend on the time. */
const alone = '.map ~ *, .left-panel, .strip, .top-left, .right, .tools, .rail, .header, .watermark { visibility: hidden !important } .leaflet-control { display: none }'

async function taken(size: keyof typeof sizes, theme: typeof themes[number], spoilt = ''): Promise<Buffer> {
  const [width, height] = sizes[size]
  const { page, context, cable } = await board.come(size === 'phone' ? 'inspector' : 'coordinator', { theme, viewport: { width, height }, hasTouch: size === 'phone', isMobile: size === 'phone' })
  if (size === 'phone') await page.goto(`${cable.address}/?at=map`)
  await page.locator('.holder canvas').first().waitFor()
  // Not a style element, which the board's policy refuses.
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [sheet]
  }, alone + spoilt)
  await page.waitForLoadState('networkidle')
  const shot = () => page.locator('.holder').screenshot()
  let [before, now] = [await shot(), await shot()]
  while (!before.equals(now)) [before, now] = [now, await shot()]
  await context.close()
  const { width: w = 0, height: h = 0 } = await sharp(now).metadata()
  return sharp(now).resize(Math.round(w / grain), Math.round(h / grain), { fit: 'fill', kernel: 'cubic' }).removeAlpha().png({ palette: true, colours: 128 }).toBuffer()
}

/** The pixels that are further off than they may be; all of them if the pictures have other sizes. */
async function differing(a: Buffer, b: Buffer): Promise<{ readonly pixels: ReadonlySet<number>, readonly share: number }> {
  const [one, two] = await Promise.all([a, b].map(picture => sharp(picture).removeAlpha().blur(1).raw().toBuffer({ resolveWithObject: true })))
  const all = Array.from({ length: (one?.data.length ?? 0) / 3 }, (_, i) => i)
  const same = one?.info.width === two?.info.width && one?.info.height === two?.info.height
  const pixels = new Set(all.filter(i => !same || [0, 1, 2].some(channel => Math.abs((one?.data[i * 3 + channel] ?? 0) - (two?.data[i * 3 + channel] ?? 0)) > off)))
  return { pixels, share: pixels.size * 1000 / all.length }
}

for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
  it(`[F02] the map looks as it did when somebody last looked at it, and so does each thing it draws: ${size}`, async () => {
    const pictures = new Map<string, Buffer>()
    const seen = (theme: string) => path.resolve('test/pictures', `map-${size}-${theme}.png`)
    for (const theme of themes) {
      const picture = await taken(size, theme)
      if (process.env.PICTURES) fs.writeFileSync(seen(theme), picture)
      const { share } = await differing(picture, fs.readFileSync(seen(theme)))
      console.error(`[F02] map ${size} ${theme}: ${share.toFixed(1)} ‰ differ, of ${many}`)
      expect(share, `${size} ${theme}`).toBeLessThan(many)
      pictures.set(theme, picture)
    }
    const light = pictures.get('light')!
    expect((await differing(light, pictures.get('dark')!)).share).toBeGreaterThan(500)
    // Townships, zones and marks, one by one: where a thing is drawn now, the picture has it too. A zone is too small to count in the whole.
    const now = await differing(light, fs.readFileSync(seen('light')))
    for (const thing of ['.leaflet-base-pane', '.leaflet-zones-pane', 'canvas']) {
      const { pixels } = await differing(light, await taken(size, 'light', `.holder ${thing} { visibility: hidden !important }`))
      const wrong = [...pixels].filter(pixel => now.pixels.has(pixel)).length
      console.error(`[F02] map ${size} ${thing}: drawn on ${pixels.size} pixels, ${wrong} of them not as in the picture`)
      expect(pixels.size, `${thing} is missing`).toBeGreaterThan(0)
      expect(wrong / pixels.size, thing).toBeLessThan(0.3)
    }
  })
}

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

/** Of a thousand pixels, how many are further off than they may be. */
async function differing(a: Buffer, b: Buffer): Promise<number> {
  const [one, two] = await Promise.all([a, b].map(picture => sharp(picture).removeAlpha().blur(1).raw().toBuffer({ resolveWithObject: true })))
  if (!one || !two || one.info.width !== two.info.width || one.info.height !== two.info.height) return 1000
  let n = 0
  for (let i = 0; i < one.data.length; i += 3) {
    if ([0, 1, 2].some(channel => Math.abs((one.data[i + channel] ?? 0) - (two.data[i + channel] ?? 0)) > off)) n++
  }
  return n * 3000 / one.data.length
}

for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
  it(`[F02] the map looks as it did when somebody last looked at it: ${size}`, async () => {
    const pictures = new Map<string, Buffer>()
    for (const theme of themes) {
      const picture = await taken(size, theme)
      const file = path.resolve('test/pictures', `map-${size}-${theme}.png`)
      if (process.env.PICTURES) fs.writeFileSync(file, picture)
      const difference = await differing(picture, fs.readFileSync(file))
      console.error(`[F02] map ${size} ${theme}: ${difference.toFixed(1)} ‰ differ, of ${many}`)
      expect(difference, `${size} ${theme}`).toBeLessThan(many)
      pictures.set(theme, picture)
    }
    // The comparison sees another theme, and a map without its townships or its marks.
    const light = pictures.get('light')!
    expect(await differing(light, pictures.get('dark')!)).toBeGreaterThan(500)
    for (const gone of ['.leaflet-base-pane', 'canvas']) {
      const difference = await differing(light, await taken(size, 'light', `.holder ${gone} { visibility: hidden !important }`))
      console.error(`[F02] map ${size} without ${gone}: ${difference.toFixed(1)} ‰`)
      expect(difference, gone).toBeGreaterThan(many)
    }
  })
}

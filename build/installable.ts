import type { Plugin } from 'vite'
import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import sharp from 'sharp'
import { toTraditional } from './traditional.ts'

/** The colour of the page's ground: what is seen until the page is painted. As `--ground` in `client/styles/tokens.css`. */
const ground = '#eceeec'
/** The colour of the mark, which a system paints around the app. */
const ink = '#14293b'

/** What a home screen says. A volunteer's own shifts, on a phone; the list of shifts, on a desk. */
const zh = { name: '一线 · 疫情联防作战地图', short: '一线', about: '全县疫情处置一张图：问题、班次、物资、督查，断网也能用。', report: '上报问题', shifts: '班次' }
const words = {
  'zh': zh,
  'zh-Hant': Object.fromEntries(Object.entries(zh).map(([name, text]) => [name, toTraditional(text)])) as typeof zh,
  'en': { name: 'Yixian · a live board for an outbreak', short: 'Yixian', about: 'The whole county on one map: issues, shifts, supplies and inspections, also without a network.', report: 'Report an issue', shifts: 'Shifts' },
} as const
const tags = { 'zh': 'zh-CN', 'zh-Hant': 'zh-Hant', 'en': 'en' } as const

/** Systems cut a maskable icon to any shape within its middle four fifths. */
const maskable = (mark: string) => mark.replace(/ rx="\d+"/, '').replace(/(<rect[^>]*\/>)(.*)(<\/svg>)/s, '$1<g transform="translate(16 16) scale(.8) translate(-16 -16)">$2</g>$3')
const icons = [
  { file: 'icon-192.png', size: 192, purpose: 'any', drawn: (mark: string) => mark },
  { file: 'icon-512.png', size: 512, purpose: 'any', drawn: (mark: string) => mark },
  { file: 'icon-maskable-192.png', size: 192, purpose: 'maskable', drawn: maskable },
  { file: 'icon-maskable-512.png', size: 512, purpose: 'maskable', drawn: maskable },
] as const

/** The manifest in one language. The app is one and the same in all of them. */
export const manifestIn = (lang: keyof typeof words) => ({
  id: '/',
  lang: tags[lang],
  name: words[lang].name,
  short_name: words[lang].short,
  description: words[lang].about,
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: ground,
  theme_color: ink,
  icons: icons.map(({ file, size, purpose }) => ({ src: `/${file}`, sizes: `${size}x${size}`, type: 'image/png', purpose })),
  shortcuts: [
    { name: words[lang].report, url: '/?do=report', icons: [{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' }] },
    { name: words[lang].shifts, url: '/?at=mine&tab=shift', icons: [{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' }] },
  ],
})

/** Writes what a home screen needs: a manifest for each language, which `client/start.ts` chooses, and icons drawn from the mark. */
export function installable(mark: string): Plugin {
  return {
    name: 'installable',
    apply: 'build',
    async generateBundle() {
      const svg = fs.readFileSync(mark, 'utf8')
      for (const { file, size, drawn } of icons) this.emitFile({ type: 'asset', fileName: file, source: await sharp(Buffer.from(drawn(svg)), { density: 72 * size / 32 }).resize(size, size).png().toBuffer() })
      for (const lang of ['zh', 'zh-Hant', 'en'] as const) this.emitFile({ type: 'asset', fileName: `app-${lang}.webmanifest`, source: JSON.stringify(manifestIn(lang)) })
    },
  }
}

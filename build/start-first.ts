import type { Plugin } from 'vite'
import { createHash } from 'node:crypto'
import { build } from 'vite'
import { phoneScreen } from '../client/core/phone-screen.ts'

/** The scripts and styles of each screen, the first that fits, by their names in `chunks`. */
const screens = [
  { media: phoneScreen, parts: ['phone', 'vault'], allWords: false },
  { media: 'all', parts: ['desk', 'map', 'lists', 'rules', 'shared', 'pages', 'datum', 'vault'], allWords: true },
] as const

/** Builds `client/start.ts` into one file without imports, and loads it first in the page. */
export function startFirst(source: string): Plugin {
  let name = ''
  return {
    name: 'start-first',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const files = Object.keys(bundle).map(file => `/${file}`)
      const known = screens.map(({ media, parts, allWords }) => ({ media, allWords, files: files.filter(file => parts.some(part => file.startsWith(`/assets/${part}-`))) }))
      const words = Object.fromEntries(['zh', 'zh-Hant', 'en'].map(lang => [lang, ['', 'screens-'].map(of => files.find(file => new RegExp(`/words-${of}${lang}-\\w{8}\\.js$`).test(file)))]))
      const made = await build({ configFile: false, publicDir: false, logLevel: 'error', define: { SCREENS: JSON.stringify(known), WORDS: JSON.stringify(words) }, build: { write: false, target: 'es2022', rolldownOptions: { input: source, output: { format: 'iife' } } } })
      const chunk = 'output' in made ? made.output[0] : undefined
      if (!chunk) throw new Error(`${source} was not built`)
      name = `assets/start-${createHash('sha256').update(chunk.code).digest('hex').slice(0, 8)}.js`
      this.emitFile({ type: 'asset', fileName: name, source: chunk.code })
    },
    transformIndexHtml: { order: 'post', handler: () => [{ tag: 'script', attrs: { src: `/${name}`, async: true }, injectTo: 'head-prepend' }] },
  }
}

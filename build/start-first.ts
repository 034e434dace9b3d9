import type { Plugin } from 'vite'
import { build } from 'vite'
import { phoneScreen } from '../client/core/phone-screen.ts'

/** The viewport, which stands before it, decides which screen fits. */
const title = '</title>'
/** The scripts and styles of each screen, the first that fits, by their names in `chunks`. */
const screens = [
  { media: phoneScreen, parts: ['phone', 'vault'], allWords: false },
  { media: 'all', parts: ['desk', 'map', 'lists', 'rules', 'shared', 'pages', 'datum', 'vault'], allWords: true },
] as const

/**
 * Builds `client/start.ts` without imports and writes it into the page, so that what every visit needs is asked for as soon as the page is here.
 * It stands before the styles, for which a script in the page would wait. The server's policy allows it by its hash.
 */
export function startFirst(source: string): Plugin {
  let code = ''
  return {
    name: 'start-first',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const files = Object.keys(bundle).map(file => `/${file}`)
      const known = screens.map(({ media, parts, allWords }) => ({ media, allWords, files: files.filter(file => parts.some(part => new RegExp(`/${part}-[\\w-]{8}\\.(?:js|css)$`).test(file))) }))
      const words = Object.fromEntries(['zh', 'zh-Hant', 'en'].map(lang => [lang, ['', 'screens-'].map(of => files.find(file => new RegExp(`/words-${of}${lang}-\\w{8}\\.js$`).test(file)))]))
      const made = await build({ configFile: false, publicDir: false, logLevel: 'error', define: { SCREENS: JSON.stringify(known), WORDS: JSON.stringify(words) }, build: { write: false, target: 'es2022', rolldownOptions: { input: source, output: { format: 'iife' } } } })
      const chunk = 'output' in made ? made.output[0] : undefined
      if (!chunk) throw new Error(`${source} was not built`)
      code = chunk.code.trim()
      if (code.includes('</')) throw new Error(`${source} would end its element`)
    },
    transformIndexHtml: { order: 'post', handler: page => page.replace(title, () => `${title}\n    <script>${code}</script>`) },
  }
}

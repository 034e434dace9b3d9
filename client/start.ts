import type { Lang } from './core/kept.ts'
import { chosenIncident, ending, grounds, keptDark, keptLang, langTags, openToAll, remembered } from './core/kept.ts'

/**
 * A few lines that run while the scripts of the board are still on their way: what every visit asks first is asked now, as
 * preloads, so that the board finds the answers there. The build writes it into the page itself, since it must not wait for what it runs ahead of.
 */

/** The files of each screen, written in by the build, and whether it needs the words of all screens. */
declare const SCREENS: readonly { readonly media: string, readonly files: readonly string[], readonly allWords: boolean }[]
/** The files of each language's words, written in by the build. */
declare const WORDS: Readonly<Record<Lang, readonly [first: string, screens: string]>>

function ahead(href: string, how: Partial<HTMLLinkElement>): void {
  document.head.append(Object.assign(document.createElement('link'), { crossOrigin: 'anonymous', href, ...how }))
}

function answersAhead(): readonly string[] {
  if (location.pathname === '/in' || openToAll.test(location.pathname) || localStorage.getItem(ending) !== null) return []
  // A device that was here before has all this from its last visit, and only asks whether that person is still signed in.
  if (localStorage.getItem(remembered) !== null) return ['/api/session']
  return ['/api/session', '/api/county', '/api/incidents', `/api/i/${chosenIncident()}/board`]
}

document.documentElement.lang = langTags[keptLang()]
const theme = keptDark() ? 'dark' : 'light'
document.documentElement.dataset.theme = theme
document.head.append(
  Object.assign(document.createElement('meta'), { name: 'theme-color', content: grounds[theme] }),
  Object.assign(document.createElement('link'), { rel: 'manifest', href: `/app-${keptLang()}.webmanifest` }),
)
for (const href of answersAhead()) ahead(href, { rel: 'preload', as: 'fetch' })
const [firstWords, screenWords] = WORDS[keptLang()]
ahead(firstWords, { rel: 'modulepreload' })
if (keptLang() === 'zh-Hant') ahead('/api/county/traditional', { rel: 'preload', as: 'fetch' })
if (location.pathname === '/') {
  const screen = SCREENS.find(({ media }) => matchMedia(media).matches)
  for (const href of screen?.files ?? []) ahead(href, href.endsWith('.css') ? { rel: 'preload', as: 'style' } : { rel: 'modulepreload' })
  if (screen?.allWords) ahead(screenWords, { rel: 'modulepreload' })
}

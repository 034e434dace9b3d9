import type { ComputedRef } from 'vue'
import type { Lang } from './kept.ts'
import { computed, shallowRef } from 'vue'
import { isolated, isolating } from './isolate.ts'
import { keptLang, langTags } from './kept.ts'
import { fetchCountyNames, inTraditional } from './traditional.ts'

export const lang = shallowRef<Lang>(keptLang())

/** What is said in each language. The build makes the Traditional words out of `zh`. */
export interface Both<T> { readonly 'zh': T, readonly 'zh-Hant'?: T, readonly 'en': NoInfer<T> }

/** Written in by the build: for each language the files of the words of the first part, and of the parts that other screens need. */
const files = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name=words]')?.content ?? '{}') as Partial<Readonly<Record<Lang, readonly [first: string, screens: string]>>>
/** Set by a part whose words are in the second file. */
const wanted = () => (globalThis as { readonly WORDS_WANTED?: boolean }).WORDS_WANTED

/** Fetches the words of a language that are in files of their own. A file that is here already is not fetched again. */
async function fetchWords(next: Lang): Promise<void> {
  const [first, screens] = files[next] ?? []
  await Promise.all([first, wanted() && screens].map(file => file && import(/* @vite-ignore */ file)))
}

/** A part of the page that was fetched, once its words are here too. Until then nothing may read them. */
export async function withWords<T>(fetched: Promise<T>): Promise<T> {
  const part = await fetched
  for (let said: Lang | undefined; said !== lang.value;) await fetchWords(said = lang.value)
  return part
}

/** Changes the language of the page once its words are here. */
export async function speak(next: Lang): Promise<void> {
  await Promise.all([fetchWords(next), next === 'zh-Hant' && fetchCountyNames()])
  lang.value = next
  localStorage.setItem('yixian:lang', next)
  document.documentElement.lang = langTags[next]
}

/** Changes to another language. False without a network: the page keeps its language, and the next try may succeed. */
export const translate = (next: Lang): Promise<boolean> => speak(next).then(() => true, () => false)

/** The name of each language in itself. */
export const languages: Readonly<Record<Lang, string>> = { 'zh': '简体中文', 'zh-Hant': '繁體中文', 'en': 'English' }

/** In the current language. */
export const spoken = <T>(both: Both<T>): T => lang.value === 'en' ? both.en : lang.value === 'zh' ? both.zh : both['zh-Hant'] ?? both.zh

/** The words of a part of the screen in the current language. A word missing in either language does not compile. */
export function words<T>(both: Both<T>): ComputedRef<T> {
  return computed(() => isolating(spoken(both)))
}

/** Whether the page is in Chinese, of either kind. */
export const inChinese = (): boolean => lang.value !== 'en'

/** Joins a list: with 、 in Chinese, with commas in English. */
export const inARow = (things: readonly string[]): string => things.map(isolated).join(inChinese() ? '、' : ', ')

/** A name from the county folder in the current language. */
export function said(name: { readonly zh: string, readonly en: string } | undefined): string {
  if (!name) return ''
  return lang.value === 'zh-Hant' ? inTraditional(name.zh) : name[lang.value]
}

import type { ComputedRef } from 'vue'
import { computed, shallowRef } from 'vue'
import { keptLang } from './kept.ts'

type Lang = 'zh' | 'en'

export const lang = shallowRef<Lang>(keptLang())

/** Written in by the build: the files of the words that it took out of the first part. */
const files = (globalThis as { readonly WORD_FILES?: Readonly<Record<Lang, string>> }).WORD_FILES

/** Fetches the words of a language that are in a file of their own. */
async function fetchWords(next: Lang): Promise<void> {
  if (files) await import(/* @vite-ignore */ files[next])
}

/** Changes the language of the page once its words are here. */
export async function speak(next: Lang): Promise<void> {
  await fetchWords(next)
  lang.value = next
  localStorage.setItem('yixian:lang', next)
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
}

/** Changes to the other language. False without a network: the page keeps its language, and the next press tries again. */
export const translate = (): Promise<boolean> => speak(lang.value === 'zh' ? 'en' : 'zh').then(() => true, () => false)

/** The words of a part of the screen in the current language. A word missing in either language does not compile. */
export function words<T>(both: { readonly zh: T, readonly en: NoInfer<T> }): ComputedRef<T> {
  return computed(() => both[lang.value])
}

/** Joins a list: with 、 in Chinese, with commas in English. */
export const inARow = (things: readonly string[]): string => things.join(lang.value === 'zh' ? '、' : ', ')

/** A name from the county folder in the current language. */
export const said = (name: { readonly zh: string, readonly en: string } | undefined): string => name?.[lang.value] ?? ''

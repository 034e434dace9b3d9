import type { ComputedRef } from 'vue'
import { computed, shallowRef } from 'vue'
import { keptLang } from './kept.ts'

type Lang = 'zh' | 'en'

export const lang = shallowRef<Lang>(keptLang())

export function speak(next: Lang): void {
  lang.value = next
  localStorage.setItem('yixian:lang', next)
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
}

/** The words of a part of the screen in the current language. A word missing in either language does not compile. */
export function words<T>(both: { readonly zh: T, readonly en: NoInfer<T> }): ComputedRef<T> {
  return computed(() => both[lang.value])
}

/** Joins a list: with 、 in Chinese, with commas in English. */
export const inARow = (things: readonly string[]): string => things.join(lang.value === 'zh' ? '、' : ', ')

/** A name from the county folder in the current language. */
export const said = (name: { readonly zh: string, readonly en: string } | undefined): string => name?.[lang.value] ?? ''

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

/** The words of one part of the screen, in the language spoken now. Both languages must have every word to compile. */
export function words<T>(both: { readonly zh: T, readonly en: NoInfer<T> }): ComputedRef<T> {
  return computed(() => both[lang.value])
}

/** Several things in a row: 、 in Chinese, commas in English. */
export const inARow = (things: readonly string[]): string => things.join(lang.value === 'zh' ? '、' : ', ')

/** A name from the county folder. */
export const said = (name: { readonly zh: string, readonly en: string } | undefined): string => name?.[lang.value] ?? ''

import fs from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { dotted, isolated } from '../../client/core/isolate.ts'
import { inARow, lang, words } from '../../client/core/language.ts'
import { sources } from '../support/sources.ts'

afterAll(() => void (lang.value = 'zh'))
const clinic = 'عيادة 3 (خيمة)'

it('[TX5] a text that runs from right to left is isolated in a line, and others stay as they are', () => {
  expect(dotted([clinic, '', null, '良垌镇', 3])).toBe(`\u2068${clinic}\u2069 · 良垌镇 · 3`)
  expect(isolated('华仁养老院 (2)')).toBe('华仁养老院 (2)')
  expect(isolated('Ağrı Çiçek')).toBe('Ağrı Çiçek')
  for (const rightToLeft of ['מרפאה', 'ﺔﺠ', 'ܣܘܪ', '\u{1E900}']) expect(isolated(rightToLeft)).toBe(`\u2068${rightToLeft}\u2069`)
  lang.value = 'zh'
  expect(inARow([clinic, '安铺镇'])).toBe(`\u2068${clinic}\u2069、安铺镇`)
})

it('[TX5] every sentence with a gap isolates what is put into it, in each language', () => {
  const sample = words({ zh: { by: { who: (name: string, count: number) => `由 ${name} 登记 ${count} 处` } }, en: { by: { who: (name, count) => `${count} registered by ${name}` } } })
  for (const one of ['zh', 'zh-Hant', 'en'] as const) {
    lang.value = one
    expect(sample.value.by.who(clinic, 3)).toContain(`\u2068${clinic}\u2069`)
    expect(sample.value.by.who('李医生', 3)).toMatch(/ 李医生 登|by 李医生$| 李医生 /)
  }
})

it('[TX5] lines are joined by the shared function, and elements within a line are isolated by the styles', () => {
  const byHand = sources('client').filter(file => /\.(?:ts|vue)$/.test(file)).filter(file => fs.readFileSync(file, 'utf8').includes('.join(\' · \')'))
  expect(byHand).toEqual(['client/core/isolate.ts'])
  expect(fs.readFileSync('client/styles/base.css', 'utf8')).toMatch(/:where\(b, strong, span,[^)]*\) \{ unicode-bidi: isolate; \}/)
})

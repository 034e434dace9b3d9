import type { ESTree } from 'vite'
import fs from 'node:fs'
import path from 'node:path'
import { parse as parseVue } from '@vue/compiler-sfc'
import { parseSync } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { instead } from '../../build/hong-kong-words.ts'
import { chineseWords, countyTexts, each, toTraditional } from '../../build/traditional.ts'
import { keptLang } from '../../client/core/kept.ts'
import { lang, said, words } from '../../client/core/language.ts'
import { sentence } from '../../client/core/sentences.ts'
import { moment } from '../../client/core/time.ts'
import { inTraditional } from '../../client/core/traditional.ts'
import { baseWords } from '../../client/core/words.ts'
import { deedName } from '../../client/deeds.ts'
import { traditionalTexts } from '../../server/core/traditional.ts'
import { simplifiedIn, simplifiedOnly } from '../support/simplified.ts'
import { sources } from '../support/sources.ts'

const han = /\p{Script=Han}/u
beforeAll(() => void (lang.value = 'zh-Hant'))
afterAll(() => void (lang.value = 'zh'))

interface Found { readonly file: string, readonly text: string, readonly paired: boolean }

/** Every Chinese text of the pages, and whether it is the Chinese of a pair of languages. */
function chineseTexts(): readonly Found[] {
  return sources('client').filter(file => /\.(?:ts|vue)$/.test(file)).flatMap((file) => {
    const source = fs.readFileSync(file, 'utf8')
    const descriptor = file.endsWith('.vue') ? parseVue(source).descriptor : null
    const found: Found[] = []
    const program = parseSync('part.ts', descriptor ? descriptor.scriptSetup?.content ?? '' : source).program
    const paired = new Set<ESTree.Node>()
    for (const { value } of chineseWords(program)) each(value, inner => paired.add(inner))
    each(program, (node) => {
      const text = node.type === 'Literal' && typeof node.value === 'string' ? node.value : node.type === 'TemplateElement' ? node.value.raw : ''
      if (han.test(text)) found.push({ file, text, paired: paired.has(node) })
    })
    const markup = descriptor?.template?.content.replaceAll(/<!--[\s\S]*?-->/g, '').split('\n').filter(line => han.test(line)) ?? []
    return [...found, ...markup.map(text => ({ file, text, paired: false }))]
  })
}
const texts = chineseTexts()

it('[F96] every Chinese text of the pages is half of a pair, so that the build makes its Traditional form', () => {
  expect(texts.length).toBeGreaterThan(1500)
  // The names of the languages are said in themselves; the fault of a checklist's item is a record; typed words are read in both scripts.
  const own = ['client/core/language.ts', 'client/inspections/checklists/words.ts', 'client/base/controls/typed.ts']
  expect(texts.filter(one => !one.paired && !own.includes(one.file)).map(one => `${one.file}: ${one.text}`)).toEqual([])
})

it('[F96] no word of the pages and no text of the county keeps a character that only Simplified Chinese has', () => {
  expect(simplifiedOnly.size).toBeGreaterThan(2500)
  expect(simplifiedIn('请检查网络，5 公里，3 只')).toEqual(['请', '检', '络'])
  const county = countyTexts('shared/county/lianjiang')
  expect(county.length).toBeGreaterThan(300)
  for (const text of [...texts.filter(one => one.paired).map(one => one.text), ...county]) expect(simplifiedIn(toTraditional(text)), text).toEqual([])
})

it('[F96] words that offices of Hong Kong and Macao do not use are replaced, each for a reason', () => {
  expect(new Set(instead.map(one => one.from)).size).toBe(instead.length)
  const all = texts.filter(one => one.paired).map(one => toTraditional(one.text))
  for (const { from, to, why } of instead) {
    expect(why, from).not.toBe('')
    // A replacement may contain what it replaces.
    if (!to.includes(from)) expect(all.filter(text => text.includes(from)), from).toEqual([])
  }
  expect(toTraditional('在“已办结”里查')).toBe('在「已辦結」裏查')
  expect(toTraditional('请检查网络后再试：退出登录、导入文件、志愿者签到、督办函、卫生局、5 公里、3 只')).toBe('請檢查網絡後再試：登出、匯入檔案、義工簽到、催辦函、衛生局、5 公里、3 只')
})

it('[F96] screens, refusals, deeds and times speak Traditional Chinese', () => {
  expect(baseWords.value.noAnswer).toBe('連不上伺服器，沒有儲存。請檢查網絡後再試。')
  expect(baseWords.value.more(3)).toBe('再顯示（還有 3 條）')
  expect(words({ zh: 'OK', en: 'Fine' }).value).toBe('OK')
  expect(simplifiedIn(sentence({ code: 'shift_full' }) + deedName('claimShift'))).toEqual([])
  expect(moment(Date.UTC(2022, 4, 20, 8), Date.UTC(2022, 4, 23, 8))).toMatch(/^5月20日 /)
})

it('[F96] a name of the county is shown as the server converted it, what people wrote as they wrote it', async () => {
  const names = await traditionalTexts('lianjiang')
  expect(names['廉江市']).toBe('廉江市')
  expect(Object.values(names).flatMap(simplifiedIn)).toEqual([])
  expect(said({ zh: '华仁养老院', en: 'Huaren' })).toBe('华仁养老院')
  expect(inTraditional('__proto__')).toBe('__proto__')
  expect(fs.readdirSync(path.resolve('shared/county'))).toContain('lianjiang')
})

it('[F96] a first visit speaks the language of the browser', () => {
  const own = Object.getOwnPropertyDescriptor(navigator, 'language')
  localStorage.removeItem('yixian:lang')
  const first = (language: string) => {
    Object.defineProperty(navigator, 'language', { value: language, configurable: true })
    return keptLang()
  }
  expect(['zh-Hant', 'zh-HK', 'zh-MO', 'zh-TW', 'zh-Hant-HK', 'zh', 'zh-CN', 'zh-Hans-HK', 'en-GB', 'pt-PT'].map(first)).toEqual(['zh-Hant', 'zh-Hant', 'zh-Hant', 'zh-Hant', 'zh-Hant', 'zh', 'zh', 'zh', 'en', 'en'])
  if (own) Object.defineProperty(navigator, 'language', own)
  else Reflect.deleteProperty(navigator, 'language')
})

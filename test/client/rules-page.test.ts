import type { RuleName } from '../../shared/core/rules.ts'
import { expect, it } from 'vitest'
import { lang } from '../../client/core/language.ts'
import { county as session } from '../../client/core/session.ts'
import { ruleGroups, rulesWords } from '../../client/incident/rules-words.ts'
import { county } from '../../shared/county/lianjiang/county.ts'

const names = [...Object.keys(county.rules).filter(name => name !== 'duty'), ...Object.keys(county.rules.duty)] as RuleName[]

it('[F95] [E8] every rule of the county is in one group of the page and has a sentence with its value in each language', () => {
  session.value = county
  expect(Object.values(ruleGroups).flat().sort()).toEqual([...names].sort())
  for (const one of ['zh', 'zh-Hant', 'en'] as const) {
    lang.value = one
    for (const name of names) {
      const said = rulesWords.value.rules[name](county.rules)
      expect(said, name).not.toMatch(/undefined|NaN|\[object|\{/)
      expect(said.length, name).toBeGreaterThan(8)
    }
  }
  lang.value = 'zh'
  expect(rulesWords.value.rules.daysInRow(county.rules)).toContain('10')
  expect(rulesWords.value.rules.sampleShare(county.rules)).toContain('10%')
  expect(county.ruleSources.rest?.zh).toContain('2003/88/EC')
})

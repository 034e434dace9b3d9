import type { County, Named } from '../core/county.ts'
import { plainName } from './plain-name.ts'
import { simplified } from './traditional.ts'

/** A word of a list as it is compared: without case, spaces, full-width forms, and in simplified characters. */
export const plainWord = (text: string): string => simplified(plainName(text))

const office = /(?:人民政府|镇政府|乡政府)$/
const rank = /(?:街道办事处|街道办|办事处|街道|镇|乡)$/
const bare = (name: string) => name.replace(office, '').replace(rank, '')

/** Finds a township by what a list calls it: with or without the county's name, 镇, 街道, 街道办事处, in either script. Undefined when none or several fit. */
export function townshipFinder({ name, townships }: Pick<County, 'name' | 'townships'>): (text: string) => string | undefined {
  const exact = new Map(townships.flatMap(one => [one.code, one.name, one.nameEn].map(said => [plainWord(said), one.code] as const)))
  const short = new Map<string, string | null>()
  for (const one of townships) {
    for (const said of new Set([plainWord(one.short), bare(plainWord(one.name))])) short.set(said, short.has(said) && short.get(said) !== one.code ? null : one.code)
  }
  const county = new RegExp(`^.*?${plainWord(name).replace(/[^\p{L}\p{N}]/gu, '')}[市县区]?(?=.)`, 'u')
  const known = (word: string) => exact.get(word) ?? exact.get(word.replace(office, '')) ?? short.get(word) ?? short.get(bare(word)) ?? undefined
  return (text) => {
    const word = plainWord(text)
    return word === '' ? undefined : known(word) ?? known(word.replace(county, ''))
  }
}

/** What the county calls each thing of a list, by the plain word. */
export const wordsOf = (list: readonly Named[]): ReadonlyMap<string, string> =>
  new Map(list.flatMap(one => [one.id, one.zh, one.en].map(said => [plainWord(said), one.id] as const)))

/** A word that no list knows, with its rows: one question for all of them. `likely` is what the county folder proposes. */
export interface Question { readonly word: string, readonly lines: readonly number[], readonly likely: string | null }

/** What people answered: the id that a plain word means; empty when its rows are to be left out. */
export type Answers = ReadonlyMap<string, string>

/** Gathers the questions of a list: each word once, in the order in which they came. */
export function questions(likely: (word: string) => string | null = () => null) {
  const asked = new Map<string, { word: string, lines: number[], likely: string | null }>()
  return {
    ask(word: string, line: number): void {
      const key = plainWord(word)
      const known = asked.get(key) ?? { word, lines: [], likely: likely(key) }
      known.lines.push(line)
      asked.set(key, known)
    },
    all: (): readonly Question[] => [...asked.values()],
  }
}

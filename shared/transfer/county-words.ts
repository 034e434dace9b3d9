import type { County, Named } from '../core/county.ts'
import { plainName } from './plain-name.ts'
import { simplified } from './traditional.ts'

/** A word in the form in which words are compared: lower case, half-width, simplified, without spaces. */
export const plainWord = (text: string): string => simplified(plainName(text))

const office = /(?:人民政府|镇政府|乡政府)$/
const rank = /(?:街道办事处|街道办|办事处|街道|镇|乡)$/
const bare = (name: string) => name.replace(office, '').replace(rank, '')

/** Finds the code of a township by its name in a list: with or without the county's name, 镇, 街道 or 街道办事处, in either script. Undefined if none or several match. */
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

/** Finds the id of a unit by its name in a list: in full or short, with or without the county's name and rank. Undefined if none or several match. */
export function unitFinder({ name, units }: Pick<County, 'name' | 'units'>): (text: string) => string | undefined {
  const county = plainWord(name).replace(/[市县区]$/, '')
  const bareUnit = (text: string) => plainWord(text).replace(new RegExp(`^(?:${county})?[市县区]?(?=..)`, 'u'), '')
  const known = new Map<string, string | null>()
  for (const unit of units) {
    for (const said of new Set([unit.id, unit.en, unit.zh, unit.short].flatMap(text => [plainWord(text), bareUnit(text)]))) known.set(said, known.has(said) && known.get(said) !== unit.id ? null : unit.id)
  }
  return text => known.get(plainWord(text)) ?? known.get(bareUnit(text)) ?? undefined
}

/** The id of each entry of a county list, by its plain words. */
export const wordsOf = (list: readonly Named[]): ReadonlyMap<string, string> =>
  new Map(list.flatMap(one => [one.id, one.zh, one.en].map(said => [plainWord(said), one.id] as const)))

/** An unknown word and the lines that contain it: one question for all of them. `likely` is the id that the county folder proposes. */
export interface Question { readonly word: string, readonly lines: readonly number[], readonly likely: string | null }

/** The answers of a person: the id that a plain word means, or an empty text to leave its rows out. */
export type Answers = ReadonlyMap<string, string>

/** Collects the questions of a list, each word once, in the order of the list. */
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

import type { County, Named } from '../core/county.ts'
import type { Mapping } from './columns.ts'
import type { Answers, Question } from './county-words.ts'
import type { Row } from './sheet.ts'
import { fits } from '../core/text.ts'
import { plainWord, questions, townshipFinder, wordsOf } from './county-words.ts'
import { dialled, phoneIn } from './phones.ts'

export type RosterMeaning = 'name' | 'phone' | 'township' | 'skills' | 'trained'
export type RosterFault = 'no_name' | 'long_name' | 'bad_phone' | 'lost_digits' | 'no_township' | 'other_township' | 'left_out' | 'twice' | 'too_many'

/** The most people in one list. */
export const mostPeople = 2000

interface RosterRow { readonly line: number, readonly name: string, readonly phone: string, readonly township: string, readonly skills: readonly string[], readonly trained: readonly string[] }

interface Options {
  readonly county: County
  readonly mapping: Mapping<RosterMeaning>
  /** The code of the township if the whole list belongs to one; null for the county. */
  readonly scope: string | null
  /** The id of a skill, or an empty text to ignore the word; the code of a township, or an empty text to leave its rows out. */
  readonly answers: { readonly skills: Answers, readonly township: Answers }
}

/** The words of a cell, divided at punctuation. A part that the county does not know is also divided at spaces. */
const wordsIn = (text: string, ids: ReadonlyMap<string, string>): string[] => text.split(/[、,，;；/|\n]/).map(word => word.trim()).filter(Boolean).flatMap(word => ids.has(plainWord(word)) ? [word] : word.split(/\s+/))

/** Sorts the rows of a list of volunteers. An unknown word is one question for all its rows, and a bad row never stops a good one. */
export function sortRoster(rows: readonly Row[], { county, mapping, scope, answers }: Options) {
  const findTownship = townshipFinder(county)
  const idsOf = (named: readonly Named[]) => new Map([...wordsOf(named), ...[...answers.skills].filter(([, id]) => id === '' || named.some(one => one.id === id))])
  const [skills, trainings] = [idsOf(county.skills), idsOf(county.trainings)]
  const good: RosterRow[] = []
  const bad: (Row & { readonly fault: RosterFault })[] = []
  const asked = { skills: questions(), township: questions() }
  const seen = new Set<string>()
  let waiting = 0
  for (const row of rows) {
    const cell = (meaning: RosterMeaning) => mapping[meaning] === undefined ? '' : row.cells[mapping[meaning]] ?? ''
    const [name, phone, said] = [cell('name'), phoneIn(cell('phone')), cell('township')]
    const township = said ? findTownship(said) ?? answers.township.get(plainWord(said)) : scope ?? null
    const fault: RosterFault | null = good.length === mostPeople
      ? 'too_many'
      : !name
          ? 'no_name'
          : !fits(name, 40)
              ? 'long_name'
              : phone === 'lost'
                ? 'lost_digits'
                : phone === null
                  ? 'bad_phone'
                  : township === null
                    ? 'no_township'
                    : township === '' ? 'left_out' : scope !== null && township !== undefined && township !== scope ? 'other_township' : seen.has(dialled(phone)) ? 'twice' : null
    if (fault || phone === null || township === null) {
      bad.push({ ...row, fault: fault ?? 'bad_phone' })
      continue
    }
    seen.add(dialled(phone))
    // Lists mix up skills and trainings, so each word is looked up in both.
    const words = [...wordsIn(cell('skills'), skills), ...wordsIn(cell('trained'), trainings)]
    const unknown = words.filter(word => !skills.has(plainWord(word)) && !trainings.has(plainWord(word)))
    if (township === undefined) asked.township.ask(said, row.line)
    for (const word of unknown) asked.skills.ask(word, row.line)
    if (township === undefined || unknown.length) {
      waiting++
      continue
    }
    const among = (ids: ReadonlyMap<string, string>) => [...new Set(words.flatMap(word => ids.get(plainWord(word)) || []))]
    good.push({ line: row.line, name, phone, township, skills: among(skills), trained: among(trainings) })
  }
  const all: { readonly skills: readonly Question[], readonly township: readonly Question[] } = { skills: asked.skills.all(), township: asked.township.all() }
  return { good, bad, asked: all, waiting }
}

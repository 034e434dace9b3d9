import type { County, Named } from '../core/county.ts'
import type { Mapping } from './columns.ts'
import type { Answers, Question } from './county-words.ts'
import type { PersonFault } from './person-cells.ts'
import type { Row } from './sheet.ts'
import { plainWord, questions, townshipFinder, wordsOf } from './county-words.ts'
import { mostPeople, personIn } from './person-cells.ts'
import { dialled } from './phones.ts'

export type RosterMeaning = 'name' | 'phone' | 'township' | 'skills' | 'trained'
export type RosterFault = PersonFault | 'no_township' | 'other_township' | 'left_out' | 'twice' | 'too_many'

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

  /** `township`: undefined for an unknown word, null for none, an empty text if its rows are left out. */
  function faultOf(person: ReturnType<typeof personIn>, township: string | null | undefined): RosterFault | null {
    if (good.length === mostPeople) return 'too_many'
    if (typeof person === 'string') return person
    if (township === null) return 'no_township'
    if (township === '') return 'left_out'
    if (scope !== null && township !== undefined && township !== scope) return 'other_township'
    return seen.has(dialled(person.phone)) ? 'twice' : null
  }

  for (const row of rows) {
    const cell = (meaning: RosterMeaning) => mapping[meaning] === undefined ? '' : row.cells[mapping[meaning]] ?? ''
    const person = personIn(cell('name'), cell('phone'))
    const said = cell('township')
    const township = said ? findTownship(said) ?? answers.township.get(plainWord(said)) : scope
    const fault = faultOf(person, township)
    if (fault || typeof person === 'string' || township === null) {
      bad.push({ ...row, fault: fault ?? 'no_township' })
      continue
    }
    seen.add(dialled(person.phone))
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
    good.push({ line: row.line, ...person, township, skills: among(skills), trained: among(trainings) })
  }
  const all: { readonly skills: readonly Question[], readonly township: readonly Question[] } = { skills: asked.skills.all(), township: asked.township.all() }
  return { good, bad, asked: all, waiting }
}

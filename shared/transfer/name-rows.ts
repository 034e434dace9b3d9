import type { County } from '../core/county.ts'
import type { Mapping } from './columns.ts'
import type { Answers } from './county-words.ts'
import type { Row } from './sheet.ts'
import { fits } from '../core/text.ts'
import { plainWord, questions, townshipFinder } from './county-words.ts'

export type ListMeaning = 'name' | 'township'
export type ListFault = 'no_name' | 'long_name' | 'other_township' | 'left_out' | 'too_many'

const mostNames = 5000

interface Options {
  readonly county: County
  readonly mapping: Mapping<ListMeaning>
  /** The code of the township if the whole list belongs to one; null for the county. */
  readonly scope: string | null
  readonly answers: { readonly township: Answers }
}

/** Sorts the rows of a department's list into names, refused rows with the reason, and questions. The township may be empty. */
export function sortNames(rows: readonly Row[], { county, mapping, scope, answers }: Options) {
  const findTownship = townshipFinder(county)
  const names: { name: string, township: string | null }[] = []
  const bad: (Row & { readonly fault: ListFault })[] = []
  const asked = { township: questions() }
  for (const row of rows) {
    const cell = (meaning: ListMeaning) => mapping[meaning] === undefined ? '' : row.cells[mapping[meaning]] ?? ''
    const [name, said] = [cell('name'), cell('township')]
    const township = said ? findTownship(said) ?? answers.township.get(plainWord(said)) : scope
    const fault: ListFault | null = !name ? 'no_name' : !fits(name, 80) ? 'long_name' : township === '' ? 'left_out' : scope !== null && township !== undefined && township !== scope ? 'other_township' : names.length === mostNames ? 'too_many' : null
    if (fault) bad.push({ ...row, fault })
    else if (township === undefined) asked.township.ask(said, row.line)
    else names.push({ name, township })
  }
  return { names, bad, asked: { township: asked.township.all() } }
}

import type { NewCarePerson } from '../care/people.ts'
import type { County } from '../core/county.ts'
import type { Mapping } from './columns.ts'
import type { Answers } from './county-words.ts'
import type { Row } from './sheet.ts'
import * as v from 'valibot'
import { careAbout } from '../care/people.ts'
import { narrow } from './cell.ts'
import { plainWord, questions, townshipFinder, wordsOf } from './county-words.ts'
import { lostDigits } from './numbers.ts'
import { mostPeople } from './person-cells.ts'
import { phoneIn } from './phones.ts'

export type CareMeaning = 'name' | 'phone' | 'number' | 'address' | 'kin' | 'kinPhone' | 'note' | 'township' | 'grid' | 'groups'
export type CareFault = 'no_name' | 'too_long' | 'bad_phone' | 'lost_digits' | 'bad_number' | 'no_grid' | 'no_groups' | 'left_out' | 'twice' | 'too_many'

/** A person of the list; the id is made when they are entered. */
export interface CareRow extends Omit<NewCarePerson, 'id'> { readonly line: number }

interface Options {
  readonly county: Pick<County, 'name' | 'townships' | 'care'>
  /** The grids (网格) in which this person may enter people. */
  readonly grids: readonly { readonly id: string, readonly name: string, readonly township: string }[]
  readonly mapping: Mapping<CareMeaning>
  /** The id of a group or a grid for a word, or an empty text to leave its rows out. */
  readonly answers: { readonly groups: Answers, readonly grid: Answers }
}

const wordsIn = (text: string): string[] => text.split(/[、,，;；/|\n]/).map(word => word.trim()).filter(Boolean)

/** Sorts the rows of a list of people who need care. An unknown group or grid is one question for all its rows, and a bad row never stops a good one. */
export function sortCare(rows: readonly Row[], { county, grids, mapping, answers }: Options) {
  const findTownship = townshipFinder(county)
  const groups = wordsOf(county.care.groups)
  const asked = { groups: questions(), grid: questions() }
  const good: CareRow[] = []
  const bad: (Row & { readonly fault: CareFault })[] = []
  const seen = new Set<string>()
  let waiting = 0

  /** The id of a grid; undefined if the word must be asked about, null if the row names none, an empty text if its rows are left out. */
  function gridOf(word: string, town: string): string | null | undefined {
    const township = town ? findTownship(town) : undefined
    const here = grids.filter(one => !town || one.township === township)
    if (!word) return here.length === 1 ? here[0]?.id : null
    const found = here.filter(one => plainWord(one.name) === plainWord(word))
    return found.length === 1 ? found[0]?.id : answers.grid.get(plainWord(word))
  }

  function read(row: Row): CareRow | CareFault | 'ask' {
    const cell = (meaning: CareMeaning) => mapping[meaning] === undefined ? '' : row.cells[mapping[meaning]]?.trim() ?? ''
    if (good.length === mostPeople) return 'too_many'
    const [phone, kinPhone] = [cell('phone'), cell('kinPhone')].map(text => text ? phoneIn(text) : '')
    const number = narrow(cell('number')).replace(/\s/g, '').toUpperCase()
    if (!cell('name')) return 'no_name'
    if (phone === 'lost' || kinPhone === 'lost' || lostDigits(number)) return 'lost_digits'
    if (phone === null || kinPhone === null) return 'bad_phone'
    const about = v.safeParse(careAbout, { name: cell('name'), phone, number, address: cell('address'), kin: cell('kin'), kinPhone, note: cell('note') })
    if (!about.success) return about.issues.some(issue => issue.path?.[0]?.key === 'number') ? 'bad_number' : about.issues.some(issue => /phone/i.test(String(issue.path?.[0]?.key))) ? 'bad_phone' : 'too_long'
    // As the register itself tells who is the same.
    const same = about.output.number || `${about.output.name} ${about.output.phone || about.output.address}`
    if (seen.has(same)) return 'twice'
    const words = wordsIn(cell('groups'))
    const means = words.map(word => groups.get(plainWord(word)) ?? answers.groups.get(plainWord(word)))
    const grid = gridOf(cell('grid'), cell('township'))
    if (grid === '' || (words.length > 0 && means.every(one => one === ''))) return 'left_out'
    if (grid === null) return 'no_grid'
    if (!words.length) return 'no_groups'
    const unclear = words.filter((_, i) => means[i] === undefined)
    unclear.forEach(word => asked.groups.ask(word, row.line))
    if (grid === undefined) asked.grid.ask(cell('grid'), row.line)
    const place = grids.find(one => one.id === grid)
    if (unclear.length || !place) return 'ask'
    seen.add(same)
    return { line: row.line, township: place.township, grid: place.id, groups: [...new Set(means.filter((one): one is string => Boolean(one)))], ...about.output }
  }

  for (const row of rows) {
    const found = read(row)
    if (found === 'ask') waiting++
    else if (typeof found === 'string') bad.push({ ...row, fault: found })
    else good.push(found)
  }
  return { good, bad, asked: { groups: asked.groups.all(), grid: asked.grid.all() }, waiting }
}

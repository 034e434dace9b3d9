import type { Role } from '../core/actor.ts'
import type { County } from '../core/county.ts'
import type { Mapping } from './columns.ts'
import type { Answers, Question } from './county-words.ts'
import type { PersonFault } from './person-cells.ts'
import type { Row } from './sheet.ts'
import { longestLogin } from '../people/login.ts'
import { plainWord, questions, townshipFinder, unitFinder } from './county-words.ts'
import { mostPeople, personIn } from './person-cells.ts'
import { dialled } from './phones.ts'
import { roleOf } from './role-words.ts'

export type StaffMeaning = 'login' | 'name' | 'phone' | 'role' | 'township' | 'unit' | 'team' | 'grid'
export type StaffFault = PersonFault | 'no_role' | 'no_township' | 'no_unit' | 'no_place' | 'no_grid' | 'left_out' | 'twice' | 'too_many' | 'long_login' | 'same_login'

export interface StaffRow { readonly line: number, readonly name: string, readonly phone: string, readonly role: Role, readonly township: string | null, readonly unit: string | null, readonly team: number | null, readonly grid: string | null, /** What the provider of sign-ins knows them by; empty without. */ readonly login: string }

interface Options {
  readonly county: Pick<County, 'name' | 'townships' | 'units'>
  /** The grids (网格) that are in use. */
  readonly grids?: readonly { readonly id: string, readonly name: string, readonly township: string }[]
  readonly mapping: Mapping<StaffMeaning>
  /** A role for the words of the role column; a township's code or a unit's id for the words of the others; an empty text leaves the rows out. */
  readonly answers: { readonly role: Answers, readonly where: Answers }
}

interface Where { readonly township: string | null, readonly unit: string | null, readonly team: number | null }

/** The role of a person whose row names none. Only roles that follow from where somebody works; nobody becomes headquarters by this. */
const impliedRole = ({ township, unit, team }: Where): Role | null => team !== null ? 'inspector' : unit !== null ? 'unit' : township !== null ? 'officer' : null

/**
 * Sorts the rows of a list of staff (工作人员). Offices mix up units, townships and teams in their columns, so each of those cells
 * is read as any of the three. An unknown word is one question for all its rows.
 */
export function sortStaff(rows: readonly Row[], { county, grids = [], mapping, answers }: Options) {
  const [findTownship, findUnit] = [townshipFinder(county), unitFinder(county)]
  const governments = new Map(county.units.flatMap(({ id, township }) => township ? [[township, id] as const] : []))
  const asked = { role: questions(), where: questions() }
  const good: StaffRow[] = []
  const bad: (Row & { readonly fault: StaffFault })[] = []
  const seen = new Set<string>()
  const logins = new Set<string>()
  let waiting = 0

  /** What a cell names; `ask` if nobody knows the word, `out` if its rows are left out. */
  function whereIs(word: string): Partial<Where> | 'ask' | 'out' {
    const team = /^第?(\d{1,2})(?:号|督导)?组?$|^(?:督导|督查)第?(\d{1,2})组$|^team(\d{1,2})$/.exec(plainWord(word))
    const no = Number(team?.[1] ?? team?.[2] ?? team?.[3])
    if (no) return { team: no }
    const township = findTownship(word)
    if (township !== undefined) return { township }
    const unit = findUnit(word)
    if (unit !== undefined) return { unit }
    const answer = answers.where.get(plainWord(word))
    if (answer === undefined) return 'ask'
    if (answer === '') return 'out'
    return county.townships.some(one => one.code === answer) ? { township: answer } : { unit: answer }
  }

  /** The one grid of this name, in the township if the row names one; null if there is none or several. */
  function gridIn(word: string, township: string | null): string | null {
    const found = word ? grids.filter(one => plainWord(one.name) === plainWord(word) && (township ?? one.township) === one.township) : []
    return found.length === 1 ? found[0]?.id ?? null : null
  }

  function read(row: Row): StaffRow | StaffFault | 'ask' {
    const cell = (meaning: StaffMeaning) => mapping[meaning] === undefined ? '' : row.cells[mapping[meaning]] ?? ''
    if (good.length === mostPeople) return 'too_many'
    const person = personIn(cell('name'), cell('phone'))
    if (typeof person === 'string') return person
    if (seen.has(dialled(person.phone))) return 'twice'
    const login = cell('login')
    if (login.length > longestLogin) return 'long_login'
    // As providers compare names at most: whether capitals count is theirs to say.
    if (login && logins.has(login.toLowerCase())) return 'same_login'
    const places = [cell('township'), cell('unit'), cell('team')].filter(Boolean).map(word => [word, whereIs(word)] as const)
    if (places.some(([, found]) => found === 'out')) return 'left_out'
    const said = cell('role')
    const named = said ? roleOf(said) ?? answers.role.get(plainWord(said)) : undefined
    if (named === '') return 'left_out'
    const unclear = places.filter(([, found]) => found === 'ask')
    for (const [word] of unclear) asked.where.ask(word, row.line)
    if (said && named === undefined) asked.role.ask(said, row.line)
    if (unclear.length || (said && named === undefined)) return 'ask'
    const where: Where = Object.assign({ township: null, unit: null, team: null }, ...places.map(([, found]) => found))
    const grid = gridIn(cell('grid'), where.township)
    const role = named as Role | undefined ?? (grid === null ? impliedRole(where) : 'gridWorker')
    if (role === null) return 'no_role'
    const township = where.township ?? county.units.find(one => one.id === where.unit)?.township ?? null
    const unit = where.unit ?? (where.township === null ? null : governments.get(where.township) ?? null)
    if (role === 'officer' && township === null) return 'no_township'
    if (role === 'unit' && unit === null) return 'no_unit'
    // A name in a list may fit several places, so an administrator chooses the place of a contact.
    if (role === 'contact') return 'no_place'
    if (role === 'gridWorker' && grid === null) return 'no_grid'
    return {
      line: row.line,
      ...person,
      login,
      role,
      township: role === 'officer' || role === 'volunteer' ? township : null,
      unit: role === 'unit' ? unit : null,
      team: role === 'inspector' ? where.team : null,
      grid: role === 'gridWorker' ? grid : null,
    }
  }

  for (const row of rows) {
    const found = read(row)
    if (found === 'ask') {
      waiting++
    } else if (typeof found === 'string') {
      bad.push({ ...row, fault: found })
    } else {
      seen.add(dialled(found.phone))
      if (found.login) logins.add(found.login.toLowerCase())
      good.push(found)
    }
  }
  const all: { readonly role: readonly Question[], readonly where: readonly Question[] } = { role: asked.role.all(), where: asked.where.all() }
  return { good, bad, asked: all, waiting }
}

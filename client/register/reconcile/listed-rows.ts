import type { County } from '../../../shared/core/county.ts'
import { plainName } from '../../base/transfer/plain-name.ts'

export const listMeanings = ['name', 'township'] as const
export type ListMeaning = (typeof listMeanings)[number]
export type ListFault = 'no_name' | 'long_name' | 'unknown_township' | 'other_township' | 'too_many'

const mostNames = 5000

interface Options {
  readonly county: County
  readonly mapping: Readonly<Partial<Record<ListMeaning, number>>>
  /** The township that the whole list is of, or null for the county. */
  readonly scope: string | null
}
interface BadName { readonly line: number, readonly cells: readonly string[], readonly fault: ListFault }

/** The names of a department's list, and the rows that name nothing here with why. A township may stay empty. */
export function sortNames(rows: readonly (readonly string[])[], { county, mapping, scope }: Options) {
  const townships = new Map(county.townships.flatMap(one => [one.code, one.name, one.short, one.nameEn].map(name => [plainName(name), one.code] as const)))
  const names: { name: string, township: string | null }[] = []
  const bad: BadName[] = []
  rows.forEach((cells, i) => {
    const cell = (meaning: ListMeaning) => (mapping[meaning] === undefined ? '' : cells[mapping[meaning]] ?? '').trim()
    const wrong = (fault: ListFault) => void bad.push({ line: i + 2, cells, fault })
    const [name, said] = [cell('name'), cell('township')]
    if (!name) return wrong('no_name')
    if (name.length > 80) return wrong('long_name')
    const township = said ? townships.get(plainName(said)) : scope
    if (township === undefined) return wrong('unknown_township')
    if (scope !== null && township !== scope) return wrong('other_township')
    if (names.length === mostNames) return wrong('too_many')
    names.push({ name, township })
  })
  return { names, bad }
}

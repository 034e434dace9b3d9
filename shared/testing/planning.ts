import type { SupplyItem } from '../core/county.ts'
import type { TestingNorms } from '../core/testing-norms.ts'

export type Span = readonly [fewest: number, most: number]

/** Sites, tables and people on duty that a number of people needs, each from the fewest to the most. */
export interface SitePlan { readonly sites: Span, readonly tables: Span, readonly staff: Span }

const each = (people: number, [fewest, most]: Span): Span => [Math.ceil(people / most), Math.ceil(people / fewest)]

/** How many sites and tables `people` need by the norms of the county. */
export function planSites(people: number, norms: Pick<TestingNorms, 'sitePeople' | 'tablePeople' | 'staff'>): SitePlan {
  const sites = each(people, norms.sitePeople)
  const tables = each(people, norms.tablePeople)
  const staff = ([0, 1] as const).map(end => sites[end] * norms.staff.site + tables[end] * norms.staff.table)
  return { sites, tables, staff: [staff[0] ?? 0, staff[1] ?? 0] }
}

export interface Need { readonly supply: string, readonly needed: number, readonly stock: number, readonly short: number }

/** What that many people on duty use in one day, against the stock there is. Only supplies that people on duty use. */
export function needsOf(staff: number, supplies: Iterable<SupplyItem>, stock: ReadonlyMap<string, number>): readonly Need[] {
  return [...supplies].flatMap(({ id, perDay }): Need[] => {
    const needed = Math.ceil(staff * (perDay.duty ?? 0))
    const there = stock.get(id) ?? 0
    return needed ? [{ supply: id, needed, stock: there, short: Math.max(0, needed - there) }] : []
  })
}
